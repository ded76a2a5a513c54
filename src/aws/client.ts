/**
 * Clients of the AWS SDK: what is asked of one that the caller gives, and how one is made where none is given. The SDK is loaded when it is
 * first needed, so that importing this library never does.
 *
 * @module
 */

/**
 * A client of the AWS SDK for JavaScript, version 3, such as `new S3Client({})`: credentials, region, retries, proxies and timeouts are its
 * business. Nothing else of it is used, so that a plain object with `send` can stand for one in tests.
 *
 * @category sources
 * @since 0.1.0
 */
export interface AwsClient {
  /** Sends a command of the SDK. */
  send(command: { readonly input: object }, options?: { readonly abortSignal?: AbortSignal }): Promise<object>
}

/**
 * The clients of what talks to both S3 and SQS.
 *
 * @category sources
 * @since 0.1.0
 */
export interface AwsClients {
  /** The client for S3; one with the SDK's defaults where it is missing. */
  readonly s3?: AwsClient
  /** The client for SQS; one with the SDK's defaults where it is missing. */
  readonly sqs?: AwsClient
}

/** The SDK's commands for S3. */
export const s3Sdk = (): Promise<typeof import('@aws-sdk/client-s3')> =>
  import('@aws-sdk/client-s3').catch((cause: unknown) => missing('@aws-sdk/client-s3', cause))

/** The SDK's commands for SQS. */
export const sqsSdk = (): Promise<typeof import('@aws-sdk/client-sqs')> =>
  import('@aws-sdk/client-sqs').catch((cause: unknown) => missing('@aws-sdk/client-sqs', cause))

/** Loads the SDK's commands for CloudTrail. */
export const cloudTrailSdk = (): Promise<typeof import('@aws-sdk/client-cloudtrail')> =>
  import('@aws-sdk/client-cloudtrail').catch((cause: unknown) => missing('@aws-sdk/client-cloudtrail', cause))

/** The library that polls a queue. */
export const sqsConsumer = (): Promise<typeof import('sqs-consumer')> =>
  import('sqs-consumer').catch((cause: unknown) => missing('sqs-consumer', cause))

function missing(name: string, cause: unknown): never {
  throw new MissingPackage(`glue-trail/aws needs ${name}, which cannot be loaded: npm install ${name}`, { cause })
}

/** An optional peer is not installed: no fact about any object, and nothing to try again. */
export class MissingPackage extends Error {
  override readonly name = 'MissingPackage'
}

/** The client that was given, or one with the SDK's own ways to find credentials and region, which follows buckets into other regions. */
export async function s3ClientOf(client: AwsClient | undefined): Promise<AwsClient> {
  if (client !== undefined) return client
  const { S3Client } = await s3Sdk()
  return new S3Client({ followRegionRedirects: true })
}

/** The client that was given, or one with the SDK's own ways to find credentials and region. */
export async function sqsClientOf(client: AwsClient | undefined): Promise<AwsClient> {
  if (client !== undefined) return client
  const { SQSClient } = await sqsSdk()
  return new SQSClient({})
}
