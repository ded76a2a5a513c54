import { S3Client } from '@aws-sdk/client-s3'
import { SQSClient } from '@aws-sdk/client-sqs'
import { expect, it } from 'vitest'
import { type AwsClient, s3ClientOf, s3Sdk, sqsClientOf, sqsConsumer, sqsSdk } from '../../src/aws/client.js'

it('takes clients of the SDK as they are', async () => {
  const s3: AwsClient = new S3Client({ region: 'us-east-1' })
  const sqs: AwsClient = new SQSClient({ region: 'us-east-1' })
  expect(await s3ClientOf(s3)).toBe(s3)
  expect(await sqsClientOf(sqs)).toBe(sqs)
})

it('makes clients where none is given', async () => {
  expect(await s3ClientOf(undefined)).toBeInstanceOf(S3Client)
  expect(await sqsClientOf(undefined)).toBeInstanceOf(SQSClient)
})

it('loads the optional peers', async () => {
  expect(typeof (await s3Sdk()).ListObjectsV2Command).toBe('function')
  expect(typeof (await sqsSdk()).ReceiveMessageCommand).toBe('function')
  expect(typeof (await sqsConsumer()).Consumer.create).toBe('function')
})

it('distinguishes a missing package from all other errors', () => {})
