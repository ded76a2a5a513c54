import { describe, expect, it } from 'vitest'
import { s3Hint } from '../../src/cli/s3-hint.js'

const NOTHING = { requests: 1, keys: 0, listed: 0, skipped: 0, failed: 0 }

const hint = (path: string, counts: Partial<typeof NOTHING> = {}, coverage = {}): ReadonlyArray<string> =>
  s3Hint({ path, counts: { ...NOTHING, ...counts }, coverage })

describe('s3Hint', () => {
  it('returns where log files are expected, the same with and without a slash at the end', () => {
    expect(hint('s3://audit')).toEqual([
      'no log files in s3://audit: expected s3://audit/AWSLogs/ACCOUNT/CloudTrail/REGION/YYYY/MM/DD/*.json.gz',
    ])
    for (const path of ['s3://audit/logs', 's3://audit/logs/'])
      expect(hint(path)).toEqual([
        `no log files in ${path}: expected s3://audit/logs/AWSLogs/ACCOUNT/CloudTrail/REGION/YYYY/MM/DD/*.json.gz`,
      ])
    expect(hint('s3://audit/AWSLogs/o-a1b2c3d4e5/123456789012/CloudTrail/eu-central-1')).toEqual([
      'no log files in s3://audit/AWSLogs/o-a1b2c3d4e5/123456789012/CloudTrail/eu-central-1: ' +
        'expected s3://audit/AWSLogs/o-a1b2c3d4e5/123456789012/CloudTrail/eu-central-1/YYYY/MM/DD/*.json.gz',
    ])
  })

  it('returns the folder of a path of days', () => {
    for (const [days, expected] of [
      ['2024', '2024/MM/DD'],
      ['2024/05', '2024/05/DD'],
      ['2024/05/14/', '2024/05/14'],
    ])
      expect(hint(`s3://audit/AWSLogs/123456789012/CloudTrail/eu-central-1/${days}`)).toEqual([
        expect.stringMatching(`expected s3://audit/AWSLogs/123456789012/CloudTrail/eu-central-1/${expected}/\\*.json.gz$`),
      ])
  })

  it('names the times that were listed', () => {
    const coverage = { deliveredFrom: '2024-05-01T00:00:00.000Z', deliveredBefore: '2024-05-04T00:00:00.000Z' }
    expect(hint('s3://audit', {}, coverage)).toEqual([
      'no log files in s3://audit: expected s3://audit/AWSLogs/ACCOUNT/CloudTrail/REGION/YYYY/MM/DD/*.json.gz' +
        ' delivered from 2024-05-01T00:00Z on and delivered before 2024-05-04T00:00Z',
    ])
  })

  it('names the option that reads objects of other names', () => {
    expect(hint('s3://audit', { keys: 3, skipped: 3 })[0]).toMatch(/\*\.json\.gz; --keys <file> reads objects of other names$/)
  })

  it('returns what became of keys that were given', () => {
    expect(hint('s3://audit', { requests: 0 })).toEqual(['s3://audit: no keys to read'])
    expect(hint('s3://audit', { requests: 0, keys: 2 })).toEqual([
      's3://audit: none of 2 keys is of the account, region and time requested',
    ])
  })

  it('returns nothing where files were read, or where the listing failed', () => {
    expect(hint('s3://audit', { listed: 1 })).toEqual([])
    expect(hint('s3://audit', { failed: 1 })).toEqual([])
  })
})
