/**
 * Clients of the AWS SDK: the members that are used of a caller's client, and default clients. The SDK is loaded when
 * it is first needed, never when this library is imported.
 *
 * @module
 */
import type { AbortSignalLike } from '../source/abort-signal.js'
import { MissingPackage } from '../source/missing-package.js'

/**
 * A client of the AWS SDK for JavaScript, version 3, such as `new S3Client({})`: it handles credentials,
 * region, retries, proxies and timeouts. Only `send` is used, so that tests can pass a plain object.
 *
 * @category sources
 * @since 0.1.0
 */
export interface AwsClient {
  /** Sends a command of the SDK. */
  send(command: { readonly input: object }, options?: { readonly abortSignal?: AbortSignalLike }): Promise<object>
}

/**
 * The clients for S3 and SQS.
 *
 * @category sources
 * @since 0.1.0
 */
export interface AwsClients {
  /** The client for S3. Default: one with the SDK's defaults. */
  readonly s3?: AwsClient
  /** The client for SQS. Default: one with the SDK's defaults. */
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

/**
 * Returns the caller's client, or one with the SDK's defaults for credentials and region, which follows buckets into
 * other regions.
 */
export async function s3ClientOf(client: AwsClient | undefined): Promise<AwsClient> {
  if (client !== undefined) return client
  const { S3Client } = await s3Sdk()
  return new S3Client({ followRegionRedirects: true })
}

/** Returns the caller's client, or one with the SDK's defaults for credentials and region. */
export async function sqsClientOf(client: AwsClient | undefined): Promise<AwsClient> {
  if (client !== undefined) return client
  const { SQSClient } = await sqsSdk()
  return new SQSClient({})
}
