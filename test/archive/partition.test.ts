import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { PARTITIONS, partitionOf } from '../../src/archive/partition.js'

const row = { account_id: '123456789012', region: 'us-gov-west-1', event_time: '2024-05-01T23:59:59Z' }

describe('partitionOf', () => {
  it('is account, region and day', () => {
    expect(PARTITIONS).toEqual(['account', 'region', 'day'])
    expect(partitionOf(row)).toBe('account=123456789012/region=us-gov-west-1/day=2024-05-01')
  })

  it('takes the day in UTC', () => {
    expect(partitionOf({ ...row, event_time: '2024-05-01T23:59:59-05:00' })).toMatch(/day=2024-05-02$/)
  })

  it('names values that are missing, not a time, or too long', () => {
    const nothing = '__HIVE_DEFAULT_PARTITION__'
    expect(partitionOf({ account_id: null, region: '', event_time: 'soon' })).toBe(`account=${nothing}/region=${nothing}/day=${nothing}`)
    expect(partitionOf({ ...row, region: 'r'.repeat(65) })).toContain(`/region=${nothing}/`)
    expect(partitionOf({ ...row, region: 'r'.repeat(64) })).toContain(`/region=${'r'.repeat(64)}/`)
    // File systems take names of 255 bytes.
    expect(partitionOf({ ...row, region: '表'.repeat(27) })).toContain(`/region=${nothing}/`)
    expect(partitionOf({ ...row, region: '表'.repeat(26) })).toContain(`/region=${'%E8%A1%A8'.repeat(26)}/`)
  })

  it('escapes what a path or an engine would take for its own', () => {
    expect(partitionOf({ ...row, account_id: '../../etc', region: 'a=b é%' })).toBe(
      'account=..%2F..%2Fetc/region=a%3Db%20%C3%A9%25/day=2024-05-01',
    )
  })

  it('never leads elsewhere, and gives the value back', () => {
    const value = fc.string({ unit: 'binary', minLength: 1, maxLength: 64 }).filter((content) => content.length <= 64)
    fc.assert(
      fc.property(value, (account_id) => {
        const parts = partitionOf({ ...row, account_id }).split('/')
        expect(parts).toHaveLength(3)
        expect(parts[0]).toMatch(/^account=[A-Za-z0-9_.%-]+$/)
        const name = parts[0]?.slice('account='.length) ?? ''
        expect(name.length).toBeLessThanOrEqual(240)
        const isTooLong = account_id.replaceAll(/[^A-Za-z0-9_.-]/gu, (other) => '%00'.repeat(Buffer.byteLength(other))).length > 240
        expect(isTooLong ? name : decodeURIComponent(name)).toBe(isTooLong ? '__HIVE_DEFAULT_PARTITION__' : account_id)
      }),
    )
  })
})
