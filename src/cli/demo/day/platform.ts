/**
 * The data platform of the example trail: its names, and the calls of other services around Glue calls.
 *
 * @module
 */
import { ACCOUNT, type Caller, glueService, type roleOf } from '../people.js'
import type { Scribe } from '../scribe.js'

export const HOME = 'eu-central-1'
const KEY = `arn:aws:kms:${HOME}:${ACCOUNT}:key/1234abcd-12ab-34cd-56ef-1234567890ab`
export const LAKE = 'acme-lake'
const COLUMNS = [
  { name: 'id', type: 'bigint', comment: 'primary key' },
  { name: 'booked_at', type: 'timestamp' },
  { name: 'amount', type: 'decimal(18,2)', comment: 'in euros' },
]

export const roleArn = (name: string): string => `arn:aws:iam::${ACCOUNT}:role/${name}`
export const glueArn = (path: string): string => `arn:aws:glue:${HOME}:${ACCOUNT}:${path}`
export const parquet = (location: string) => ({
  columns: COLUMNS,
  location,
  inputFormat: 'org.apache.hadoop.hive.ql.io.parquet.MapredParquetInputFormat',
  outputFormat: 'org.apache.hadoop.hive.ql.io.parquet.MapredParquetOutputFormat',
  compressed: false,
  numberOfBuckets: 0,
  serdeInfo: { serializationLibrary: 'org.apache.hadoop.hive.ql.io.parquet.serde.ParquetHiveSerDe' },
  storedAsSubDirectories: false,
})

/** Glue takes on a role for a crawler or a job. */
export function assume(s: Scribe, role: (typeof roleOf)[keyof typeof roleOf]): void {
  const credentials = { accessKeyId: role.key, sessionToken: 'IQoJb3JpZ2luX2VjEXAMPLE', expiration: 'May 14, 2024, 11:59:59 PM' }
  const arn = `arn:aws:sts::${ACCOUNT}:assumed-role/${role.name}/${role.session}`
  s.call(
    glueService,
    'sts',
    'AssumeRole',
    { roleArn: roleArn(role.name), roleSessionName: role.session },
    {
      readOnly: true,
      response: { credentials, assumedRoleUser: { assumedRoleId: `${role.id}:${role.session}`, arn } },
      resources: [{ accountId: ACCOUNT, type: 'AWS::IAM::Role', ARN: roleArn(role.name) }],
      sharedEventID: s.uuid(),
    },
  )
}

export function object(s: Scribe, by: Caller, name: 'GetObject' | 'PutObject', bucketName: string, key: string): void {
  s.call(
    by,
    's3',
    name,
    { bucketName, key, Host: `${bucketName}.s3.${HOME}.amazonaws.com` },
    {
      data: true,
      readOnly: name === 'GetObject',
      additional: { SignatureVersion: 'SigV4', CipherSuite: 'TLS_AES_128_GCM_SHA256', AuthenticationMethod: 'AuthHeader' },
      resources: [
        { type: 'AWS::S3::Object', ARN: `arn:aws:s3:::${bucketName}/${key}` },
        { accountId: ACCOUNT, type: 'AWS::S3::Bucket', ARN: `arn:aws:s3:::${bucketName}` },
      ],
    },
  )
}

/** S3 requests a key on behalf of the reader or writer. */
export function unlock(s: Scribe, by: Caller, path: string, name: 'Decrypt' | 'GenerateDataKey' = 'Decrypt'): void {
  const encryptionContext = { 'aws:s3:arn': `arn:aws:s3:::${LAKE}/${path}/` }
  const request =
    name === 'Decrypt'
      ? { encryptionContext, encryptionAlgorithm: 'SYMMETRIC_DEFAULT' }
      : { encryptionContext, keyId: KEY, keySpec: 'AES_256' }
  s.call(by, 'kms', name, request, { readOnly: true, resources: [{ accountId: ACCOUNT, type: 'AWS::KMS::Key', ARN: KEY }] })
}
