import { expect, it } from 'vitest'
import { isS3Path, s3PathOf } from '../../src/cli/s3-path.js'

it.each([
  ['s3://audit', { bucket: 'audit' }],
  ['s3://audit/', { bucket: 'audit' }],
  ['s3://audit/logs/all/', { bucket: 'audit', prefix: 'logs/all' }],
  ['s3://audit/logs/AWSLogs/', { bucket: 'audit', prefix: 'logs' }],
  ['s3://audit/AWSLogs/123456789012', { bucket: 'audit', accounts: ['123456789012'] }],
  [
    's3://audit/p/AWSLogs/o-a1b2c3d4e5/123456789012/CloudTrail/eu-central-1/',
    { bucket: 'audit', prefix: 'p', organization: 'o-a1b2c3d4e5', accounts: ['123456789012'], regions: ['eu-central-1'] },
  ],
  [
    's3://audit/AWSLogs/123456789012/CloudTrail-Insight/eu-central-1',
    { bucket: 'audit', accounts: ['123456789012'], regions: ['eu-central-1'], kinds: ['Insight'] },
  ],
  [
    's3://audit/AWSLogs/123456789012/CloudTrail/eu-central-1/2024/05/14/',
    { bucket: 'audit', accounts: ['123456789012'], regions: ['eu-central-1'], days: '2024/05/14' },
  ],
  [
    's3://audit/AWSLogs/123456789012/CloudTrail/eu-central-1/2024/05',
    { bucket: 'audit', accounts: ['123456789012'], regions: ['eu-central-1'], days: '2024/05' },
  ],
  [
    's3://audit/AWSLogs/123456789012/CloudTrail/eu-central-1/2024/5/14',
    { bucket: 'audit', accounts: ['123456789012'], regions: ['eu-central-1'], unused: '2024/5/14' },
  ],
  [
    's3://audit/AWSLogs/123456789012/Config/eu-central-1/2024',
    { bucket: 'audit', accounts: ['123456789012'], regions: ['eu-central-1'], unused: 'Config/2024' },
  ],
  ['s3://audit/a/b.json.gz', { bucket: 'audit', key: 'a/b.json.gz' }],
])('%s', (path, place) => {
  expect(isS3Path(path)).toBe(true)
  expect(s3PathOf(path)).toEqual(place)
})

it('is not a file of that name', () => expect(isS3Path('examples/s3://x')).toBe(false))
