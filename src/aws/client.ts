/**
 * Clients of the AWS SDK: what is asked of one that the caller gives, and how one is made where none is given. The SDK is loaded when it is
 * first needed, so that importing this library never does.
 *
 * @module
 */
import { MissingPackage } from '../source/missing-package.js'

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

// Bundlers take an import within `try` for one of a package that need not be there.

/** Loads the SDK's commands for S3. */
export async function s3Sdk(): Promise<typeof import('@aws-sdk/client-s3')> {
  try {
    return await import('@aws-sdk/client-s3')
  } catch (cause) {
    throw new MissingPackage('glue-trail/aws', '@aws-sdk/client-s3', cause)
  }
}

/** Loads the SDK's commands for SQS. */
export async function sqsSdk(): Promise<typeof import('@aws-sdk/client-sqs')> {
  try {
    return await import('@aws-sdk/client-sqs')
  } catch (cause) {
    throw new MissingPackage('glue-trail/aws', '@aws-sdk/client-sqs', cause)
  }
}

/** Loads the SDK's commands for CloudTrail. */
export async function cloudTrailSdk(): Promise<typeof import('@aws-sdk/client-cloudtrail')> {
  try {
    return await import('@aws-sdk/client-cloudtrail')
  } catch (cause) {
    throw new MissingPackage('glue-trail/aws', '@aws-sdk/client-cloudtrail', cause)
  }
}

/** Loads the library that polls a queue. */
export async function sqsConsumer(): Promise<typeof import('sqs-consumer')> {
  try {
    return await import('sqs-consumer')
  } catch (cause) {
    throw new MissingPackage('glue-trail/aws', 'sqs-consumer', cause)
  }
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
