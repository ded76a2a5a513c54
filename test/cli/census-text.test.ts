import { describe, expect, it } from 'vitest'
import { Counter } from '../../src/cli/census.js'
import { censusText } from '../../src/cli/census-text.js'
import { coloursFor } from '../../src/cli/colour.js'
import { glueCall, insight } from '../support/records.js'
import { shown } from '../support/shown.js'

const plain = coloursFor({}, { env: {} })
const denied = {
  ...glueCall,
  eventTime: '2024-05-14T06:12:00Z',
  eventName: 'GetTables',
  requestParameters: null,
  errorCode: 'AccessDenied',
}

function printed(records: ReadonlyArray<object>, { width = 80, top = 10, colours = plain } = {}): string {
  const counter = new Counter()
  for (const record of records) counter.add(shown(record))
  return censusText(counter.result(top), { width, colours })
}

describe('censusText', () => {
  it('is numbers beside names, and bars', () => {
    expect(printed([glueCall, glueCall, glueCall, denied, insight])).toBe(
      [
        '4 calls, 2024-05-14 06:10:00 to 2024-05-14 06:12:00 UTC',
        '1 failed, 1 of them denied; 1 only read; also 1 record that is not a call',
        '',
        'Actors',
        '  johndoe  4  1 failed',
        '',
        'APIs',
        '  StartJobRun  3',
        '  GetTables    1  1 failed',
        '',
        'Resources',
        '  job nightly  3',
        '',
        'Errors',
        '  AccessDenied  1',
        '',
        'Denied',
        '  johndoe: GetTables  1',
        '',
        'Calls by minute, UTC (▒ failed)',
        '  2024-05-14 06:10  3  ████████████████████████████████████████',
        '  2024-05-14 06:11  0',
        '  2024-05-14 06:12  1  ▒▒▒▒▒▒▒▒▒▒▒▒▒▒',
        '',
      ].join('\n'),
    )
  })

  it('says how many others there are', () => {
    expect(printed([glueCall, denied], { top: 1 })).toContain('\nAPIs\n  GetTables  1  1 failed\n  and 1 more\n')
  })

  it('cuts names that are too long, and is safe to print', () => {
    const long = { ...glueCall, userIdentity: { type: 'IAMUser', userName: `\u001b[2J表${'x'.repeat(200)}` } }
    const lines = printed([long], { width: 60 }).split('\n')
    expect(lines[4]).toMatch(/^ {2}\\u001b\[2J表x+…x+ {2}1$/)
    for (const line of lines) expect(line.length, line).toBeLessThanOrEqual(60)
  })

  it('breaks its first lines where the terminal is narrow', () => {
    const lines = printed([glueCall, denied, insight], { width: 40 }).split('\n')
    expect(lines.slice(0, 5)).toEqual([
      '2 calls, 2024-05-14 06:10:00 to',
      '2024-05-14 06:12:00 UTC',
      '1 failed, 1 of them denied; 1 only read;',
      'also 1 record that is not a call',
      '',
    ])
  })

  it('says how many calls failed in part', () => {
    const requestParameters = { databaseName: 'sales', tablesToDelete: ['orders', 'refunds'] }
    const errors = [{ tableName: 'refunds', errorDetail: { errorCode: 'EntityNotFoundException' } }]
    const batch = { ...glueCall, eventName: 'BatchDeleteTable', requestParameters, responseElements: { errors } }
    const lines = printed([batch, denied]).split('\n')
    expect(lines[1]).toBe('2 failed (1 in part), 1 of them denied; 1 only read')
    expect(lines).toContain('  table sales.refunds  1  1 failed')
    expect(lines).toContain('  table sales.orders   1')
  })

  it('is its numbers alone where there is nothing', () => {
    expect(printed([])).toBe('0 calls\n')
    expect(printed([insight])).toContain('0 calls; also 1 record that is not a call\n')
  })
})
