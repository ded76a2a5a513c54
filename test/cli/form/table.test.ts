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
      'time (UTC)           actor    api          resource  outcome  address    account       region\n' +
        '2024-05-14 06:10:00  johndoe  StartJobRun  nightly   ok       192.0.2.7  123456789012  eu-central-1\n' +
        '2024-05-15 00:00:01  johndoe  GetTables    sales     ok       192.0.2.7  123456789012  us-east-1\n',
    )
  })

  it('has date, account and region in headings where there is not', () => {
    expect(written(80, [shown(call), shown(call), shown(elsewhere)])).toBe(
      'time      actor    api          resource  outcome  address\n' +
        '\n── 2024-05-14 UTC  account 123456789012  eu-central-1 ──────────────────────────\n' +
        '06:10:00  johndoe  StartJobRun  nightly   ok       192.0.2.7\n' +
        '06:10:00  johndoe  StartJobRun  nightly   ok       192.0.2.7\n' +
        '\n── 2024-05-15 UTC  account 123456789012  us-east-1 ─────────────────────────────\n' +
        '00:00:01  johndoe  GetTables    sales     ok       192.0.2.7\n',
    )
  })

  it('explains marks where they occur', () => {
    const issue = { code: 'WRONG_TYPE', path: ['a'], expected: 'a string', received: 'a number' } as const
    const content = written(100, [shown(nonconformingCall, { issues: [issue] })])
    expect(content).toContain('  nonconforming  ')
    expect(content.endsWith('\nnonconforming: the record does not match the model\n')).toBe(true)
    expect(written(100, [shown(call)])).not.toContain(': ')
  })

  it('writes an outcome whole the first time that its marks are cut', () => {
    const issue = { code: 'WRONG_TYPE', path: ['a'], expected: 'a string', received: 'a number' } as const
    const resource = { jobName: 'a job with a name that leaves no room for anything else in a line' }
    const record = shown({ ...nonconformingCall, recipientAccountId: '123456789012', requestParameters: resource }, { issues: [issue] })
    const lines = written(60, [record, record]).split('\n')
    expect(lines.filter((line) => line.includes('nonconf'))).toEqual([
      expect.stringContaining('nonconfo…'),
      '    outcome: nonconforming',
      expect.stringContaining('nonconfo…'),
      'nonconforming: the record does not match the model',
    ])
  })

  it('has records the filter cannot decide about after the others, by reason', () => {
    const omitted = { ...call, requestParameters: { reason: 'requestParameters too large', omitted: 'true', originalSize: '149893' } }
    const denied = { ...call, errorCode: 'AccessDenied', requestParameters: null }
    const records = [shown(omitted, { match: 'UNKNOWN' }), shown(denied, { match: 'UNKNOWN' }), shown(call)]
    const lines = written(150, records).split('\n')
    expect(lines.map((line) => line.slice(0, 80).trimEnd())).toEqual([
      'time (UTC)           actor    api          resource  outcome       address    ac',
      '2024-05-14 06:10:00  johndoe  StartJobRun  nightly   ok            192.0.2.7  12',
      '',
      '── unknown: 1 record, denied, and the parameters are not logged ────────────────',
      '2024-05-14 06:10:00  johndoe  StartJobRun  ?         AccessDenied  192.0.2.7  12',
      '',
      '── unknown: 1 record, the request was too large to log ─────────────────────────',
      '2024-05-14 06:10:00  johndoe  StartJobRun  ?         omitted       192.0.2.7  12',
      '',
      '?: the call may have acted on more than its record names',
      'omitted: CloudTrail omitted a payload for its size',
      'unknown: the filter cannot decide about these records; --known-only leaves them',
      '',
    ])
  })

  it('has why below each of them, where that was asked for', () => {
    const matchReasons = [
      { field: 'errors', kind: 'NOT_LOGGED', path: ['responseElements'] },
      { field: 'resource', kind: 'OTHER_SERVICE', path: ['requestParameters'] },
    ]
    const content = written(60, [shown(call, { match: 'UNKNOWN', matchReasons })])
    expect(content).toContain(
      '  nightly   ok       192.0.2.7\n' +
        '    errors: responseElements is not logged\n' +
        '    resource: requestParameters mentions it, in a call of\n    another service\n',
    )
  })

  it('shows the earliest 1,000 records the filter cannot decide about, and counts the others', () => {
    const at = (i: number) => ({ ...call, eventTime: new Date(Date.UTC(2024, 4, 14) + i * 1000).toISOString() })
    // The latest are read first.
    const records = Array.from({ length: 2500 }, (_, i) => shown(at(2500 - i), { match: 'UNKNOWN' }))
    const lines = written(150, records).split('\n')
    const times = lines.filter((line) => line.includes('StartJobRun')).map((line) => line.slice(0, 19))
    expect([times.length, times[0], times.at(-1)]).toEqual([1000, '2024-05-14 00:00:01', '2024-05-14 00:16:40'])
    expect(lines).toContain('... and 1500 more that the filter cannot decide about')
  })

  it('marks batch calls without a response, and explains marks in lines that are not cut', () => {
    const eventName = 'BatchDeleteTable'
    const requestParameters = { databaseName: 'sales', tablesToDelete: ['orders', 'refunds'] }
    const content = written(50, [shown({ ...call, eventName, requestParameters, responseElements: null })])
    expect(content).toContain('  ok?  ')
    expect(content.endsWith('\nok?: no response says which items of the batch\nfailed\n')).toBe(true)
  })

  it('shows records the filter cannot decide about only where matches leave room up to the limit', () => {
    const omitted = { ...call, requestParameters: { reason: 'requestParameters too large', omitted: 'true', originalSize: '149893' } }
    const denied = { ...call, errorCode: 'AccessDenied', requestParameters: null }
    const limited = (limit: number, matches: number): string => {
      const form = table({ width: 150, colours: plain, limit })
      const unknown = [omitted, denied, omitted].map((record) => shown(record, { match: 'UNKNOWN' }))
      return [...unknown, ...Array.from({ length: matches }, () => shown(call))].map(form.record).join('') + form.end()
    }
    const rows = (content: string): number => content.match(/StartJobRun/g)?.length ?? 0
    expect([1, 2, 3, 4].map((matches) => rows(limited(4, matches)))).toEqual([4, 4, 4, 4])
    expect(limited(4, 2)).toContain('── unknown: 1 record, the request was too large to log ─')
    expect(limited(4, 2)).toContain('\n... and 1 more that the filter cannot decide about\n')
    // No row has the other marks, so that the legend does not have them.
    expect(limited(1, 1).split('\n').slice(1)).toEqual([
      expect.stringContaining('  ok  '),
      '... and 3 more that the filter cannot decide about',
      '',
      'unknown: the filter cannot decide about these records; --known-only leaves them out',
      '',
    ])
  })

  it('writes a value whole where it is cut to what another one is cut to', () => {
    const names = ['acme-lake/raw/orders/part-00.parquet', 'acme-lake/raw/orders/part-01.parquet', 'acme-lake/raw/orders/part-00.parquet']
    const content = written(
      60,
      names.map((jobName) => shown({ ...call, requestParameters: { jobName } })),
    )
    const lines = content.split('\n').slice(3)
    expect(lines.length).toBe(5)
    expect(lines[0]).toBe(lines[1])
    expect(lines[2]).toBe('    resource: acme-lake/raw/orders/part-01.parquet')
    for (const line of content.split('\n')) expect(line.length, line).toBeLessThanOrEqual(60)
  })

  it('cuts so that values stay different, where it can', () => {
    const names = ['GetTables', 'CreateTable', 'BatchGetCustomEntityTypes', 'BatchGetCrawlers', 'StartDataQualityRulesetEvaluationRun']
    for (const width of [80, 100, 200]) {
      const content = written(
        width,
        names.map((eventName) => shown({ ...call, eventName })),
      )
      const apis = content.split('\n').flatMap((line) => /johndoe {2}(\S+)/.exec(line)?.[1] ?? [])
      expect(new Set(apis).size).toBe(names.length)
      expect(content).not.toContain('api: ')
    }
  })

  it('has the columns that are named', () => {
    const form = table({ width: 80, colours: plain, columns: ['time', 'api', 'outcome', 'event_source'] })
    const content = form.begin() + form.record(shown(call)) + form.end()
    expect(content).toBe(
      'time                 api          outcome  event_source\n2024-05-14 06:10:00  StartJobRun  ok       glue.amazonaws.com\n',
    )
  })

  it('colours failures, marks and reads', () => {
    const colours = coloursFor({}, { env: {}, wanted: true })
    const requestParameters = { connectionInput: { connectionProperties: 'HIDDEN_DUE_TO_SECURITY_REASONS' } }
    const redacted = { ...call, eventName: 'CreateConnection', requestParameters }
    const records = [shown(call), shown({ ...call, errorCode: 'AccessDenied' }), shown(redacted), shown(elsewhere)]
    const lines = written(200, records, colours).split('\n')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: the escape sequences of colours
    expect(lines.slice(0, 5).map((line) => /^\u001b\[(\d+)m/.exec(line)?.[1])).toEqual(['1', undefined, '31', '33', '2'])
  })

  it('writes the first rows once its window is full, in columns as wide as the rows need', () => {
    const form = table({ width: 200, colours: plain, window: 500 })
    const first = Array.from({ length: 999 }, () => form.record(shown(call)))
    expect(first.join('')).toBe('')
    expect(form.record(shown(call)).split('\n').length).toBe(502)
    const late = form.record(shown({ ...call, eventName: 'BatchGetDataQualityResult' }))
    expect(late + form.end()).toMatch(/(?:.*StartJobRun.*\n){500}.* {2}Batch…esult {2}.*\n\n\?: the call may have acted on more/)
  })

  it('is in the order of time, also of records the filter cannot decide about, and counts what is not', () => {
    const at = (second: number, more = {}) => shown({ ...call, eventTime: `2024-05-14T06:10:0${second}Z` }, more)
    const timeless = shown({ ...call, eventTime: undefined })
    const of = (form: ReturnType<typeof table>, records: ReadonlyArray<ReturnType<typeof shown>>) =>
      (records.map(form.record).join('') + form.end()).match(/:0\d(?= )|^(?= +johndoe)/gm)
    const form = table({ width: 200, colours: plain })
    const unknown = { match: 'UNKNOWN' } as const
    expect(of(form, [at(3), timeless, at(9, unknown), at(1), at(7, unknown), at(2)])).toEqual([':01', ':02', ':03', '', ':07', ':09'])
    expect(form.misplaced?.()).toBe(0)
    const small = table({ width: 200, colours: plain, window: 1 })
    expect(of(small, [at(3), at(4), at(1), at(5)])).toEqual([':03', ':01', ':04', ':05'])
    expect(small.misplaced?.()).toBe(1)
  })

  it('names the person of a call, where the last row of the actor was for another', () => {
    const person = (userId?: string, userName = 'shared') =>
      shown({ ...call, userIdentity: { type: 'IAMUser', userName, ...(userId !== undefined && { onBehalfOf: { userId } }) } })
    const rows = written(120, [person(), person('p1'), person('p1'), person('p2', 'other'), person('p1'), person('p2'), person()])
    const shownLines = rows.split('\n').filter((line) => /^\d|^ {4}/.test(line))
    expect(shownLines.map((line) => (line.startsWith(' ') ? line.trim() : line.split(/ +/)[1]))).toEqual([
      ...['shared', 'shared', 'on behalf of: p1', 'shared', 'other', 'on behalf of: p2', 'shared'],
      ...['shared', 'on behalf of: p2', 'shared', 'on behalf of: not logged'],
    ])
  })

  it('is empty without records', () => {
    expect(written(80, [])).toBe('')
  })
})
