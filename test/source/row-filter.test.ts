import type { IndexHint } from 'glue-trail'
import { describe, expect, it } from 'vitest'
import { scanState } from '../../src/source/item-rows.js'
import { type RowVerdict, rowFilterOf } from '../../src/source/row-filter.js'
import { utf8 } from '../support/logs.js'
import { SCANNERS } from '../support/scanners.js'

/** What a look of a hint says of a record, by each scanner; both say the same. */
function glimpse(hint: IndexHint, record: unknown, origin = 0): RowVerdict {
  const bytes = utf8(`${typeof record === 'string' ? record : JSON.stringify(record)}]`)
  const seen = SCANNERS.map(([, scanner]) => {
    scanner.scan(bytes, 0, bytes.length, true, origin, scanState(0x2c))
    return rowFilterOf(hint)(bytes, scanner.rows, 0, origin)
  })
  expect(new Set(seen).size).toBe(1)
  return seen[0] as RowVerdict
}

const glue = { eventSource: 'glue.amazonaws.com', eventName: 'GetTable', eventTime: '2024-05-14T06:10:00Z' }
const s3 = { ...glue, eventSource: 's3.amazonaws.com', eventName: 'GetObject' }
const noon = Date.UTC(2024, 4, 14, 12)

describe('a look', () => {
  it('goes by the source', () => {
    const hint = { sources: ['glue.amazonaws.com', 'kms.amazonaws.com'] }
    expect(glimpse(hint, glue)).toBe('PARSE')
    expect(glimpse(hint, s3)).toBe('SKIP')
    expect(glimpse({ sources: ['s3.amazonaws.com'] }, glue)).toBe('SKIP_GLUE')
    expect(glimpse({ sources: [] }, glue)).toBe('SKIP_GLUE')
    expect(glimpse(hint, s3, 2 ** 33)).toBe('SKIP')
  })

  it('goes by the name, which may match a pattern', () => {
    expect(glimpse({ names: ['Get*', 'UpdateTable'] }, glue)).toBe('PARSE')
    expect(glimpse({ names: ['Update*', 'GetTables'] }, glue)).toBe('SKIP_GLUE')
    expect(glimpse({ names: ['Update*'] }, { ...glue, eventName: 'x'.repeat(200) })).toBe('PARSE')
  })

  it('remembers names, and no more than so many', () => {
    const look = rowFilterOf({ names: ['n1*'] })
    const [, scanner] = SCANNERS[0] as (typeof SCANNERS)[0]
    for (let round = 0; round < 2; round++) {
      for (let n = 0; n < 1500; n++) {
        const bytes = utf8(`${JSON.stringify({ ...s3, eventName: `n${n}` })}]`)
        scanner.scan(bytes, 0, bytes.length, true, 0, scanState(0x2c))
        expect([n, look(bytes, scanner.rows, 0, 0)]).toEqual([n, String(n).startsWith('1') ? 'PARSE' : 'SKIP'])
      }
    }
  })

  it('goes by the time', () => {
    expect(glimpse({ from: noon }, glue)).toBe('SKIP_GLUE')
    expect(glimpse({ to: noon }, glue)).toBe('PARSE')
    const at = (eventTime: string): unknown => ({ ...s3, eventTime })
    expect(glimpse({ from: noon }, at('2024-05-14T12:00:00Z'))).toBe('PARSE')
    expect(glimpse({ to: noon }, at('2024-05-14T12:00:00Z'))).toBe('SKIP')
    expect(glimpse({ to: noon }, at('2024-05-14T11:59:59Z'))).toBe('PARSE')
    expect(glimpse({ from: noon }, at('2024-02-29T00:00:00Z'))).toBe('SKIP')
    expect(glimpse({ from: noon, to: noon + 1 }, at('2024-05-31T00:00:00Z'))).toBe('SKIP')
  })

  it.each([
    '2024-05-14T06:10Z',
    '2024-05-14T06:10:00.000Z',
    '2024-05-14T06:10:00+00:00',
    '2024-05-14 06:10:00Z',
    '2023-02-29T00:00:00Z',
    '2024-04-31T00:00:00Z',
    '2024-13-01T00:00:00Z',
    '2024-00-01T00:00:00Z',
    '2024-05-00T00:00:00Z',
    '2024-05-14T24:00:00Z',
    '2024-05-14T00:60:00Z',
    '2024-05-14T00:00:60Z',
    '0050-05-14T00:00:00Z',
    '2024-05-14T06:1O:00Z',
    '',
  ])('leaves a time such as %j to be read', (eventTime) => {
    expect(glimpse({ from: noon }, { ...glue, eventTime })).toBe('PARSE')
  })

  it.each([
    ['without a source', { eventName: 'a' }],
    ['without a name', { eventSource: 'a' }],
    ['whose source is not a string', { ...s3, eventSource: 5 }],
    ['of a notification', { ...s3, eventSource: 'aws:s3' }],
    ['with an escape', '{"eventSource":"s3","eventName":"x","\\u0065ventSource":"glue.amazonaws.com"}'],
    ['with a long escape', '{"eventSource":"s3\\u002e","eventName":"x"}'],
    ['with other characters', { ...s3, eventSource: '\u00e4' }],
  ])('leaves a record %s to be read', (_, record) => {
    expect(glimpse({ sources: ['glue.amazonaws.com'] }, record)).toBe('PARSE')
  })

  it('without anything to go by rules out nothing', () => {
    expect(glimpse({}, glue)).toBe('PARSE')
  })
})
