import { describe, expect, it } from 'vitest'
import { coloursFor } from '../../../src/cli/colour.js'
import { table } from '../../../src/cli/form/table.js'
import { glueCall, nonconformingCall } from '../../support/records.js'
import { shown } from '../../support/shown.js'

const plain = coloursFor({}, { env: {} })
const call = { ...glueCall, recipientAccountId: '123456789012' }
const elsewhere = {
  ...call,
  awsRegion: 'us-east-1',
  eventTime: '2024-05-15T00:00:01Z',
  eventName: 'GetTables',
  requestParameters: { databaseName: 'sales' },
}

const written = (width: number, records: ReadonlyArray<ReturnType<typeof shown>>, colours = plain): string => {
  const form = table({ width, colours })
  return form.begin() + records.map(form.record).join('') + form.end()
}

describe('a table', () => {
  it('has all in columns where there is room', () => {
    expect(written(150, [shown(call), shown(elsewhere)])).toBe(
      'UTC                  who      API          what     outcome  from       account       region\n' +
        '2024-05-14 06:10:00  johndoe  StartJobRun  nightly  ok       192.0.2.7  123456789012  eu-central-1\n' +
        '2024-05-15 00:00:01  johndoe  GetTables    sales    ok       192.0.2.7  123456789012  us-east-1\n',
    )
  })

  it('has date, account and region above the rows that share them where there is none', () => {
    expect(written(149, [shown(call), shown(call), shown(elsewhere)])).toBe(
      'UTC       who      API          what     outcome  from\n' +
        '2024-05-14  123456789012  eu-central-1\n' +
        '06:10:00  johndoe  StartJobRun  nightly  ok       192.0.2.7\n' +
        '06:10:00  johndoe  StartJobRun  nightly  ok       192.0.2.7\n' +
        '\n2024-05-15  123456789012  us-east-1\n' +
        '00:00:01  johndoe  GetTables    sales    ok       192.0.2.7\n',
    )
  })

  it('marks what is odd', () => {
    const issue = { code: 'WRONG_TYPE', path: ['a'], expected: 'a string', received: 'a number' } as const
    expect(written(100, [shown(nonconformingCall, { issues: [issue], match: 'UNKNOWN' })])).toContain('  nonconforming, unknown  ')
  })

  it('colours what failed, what is odd and what only reads', () => {
    const colours = coloursFor({}, { env: {}, wanted: true })
    const lines = written(
      200,
      [shown(call), shown({ ...call, errorCode: 'AccessDenied' }), shown(elsewhere), shown(call, { match: 'UNKNOWN' })],
      colours,
    ).split('\n')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: the escape sequences of colours
    expect(lines.map((line) => /^\u001b\[(\d+)m/.exec(line)?.[1])).toEqual(['1', undefined, '31', '2', '33', undefined])
  })

  it('writes rows as they come once it knows how wide they are', () => {
    const form = table({ width: 200, colours: plain })
    const first = Array.from({ length: 499 }, () => form.record(shown(call)))
    expect(first.join('')).toBe('')
    expect(form.record(shown(call)).split('\n').length).toBe(502)
    expect(form.record(shown({ ...call, eventName: 'BatchGetDataQualityResult' }))).toContain('  BatchGetDa…  ')
    expect(form.end()).toBe('')
  })

  it('is nothing where there are no records', () => {
    expect(written(80, [])).toBe('')
  })
})
