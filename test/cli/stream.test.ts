import { Command } from 'commander'
import { describe, expect, it } from 'vitest'
import type { DecodeCommandOptions } from '../../src/cli/options.js'
import { stream } from '../../src/cli/stream.js'
import { s3Of } from '../support/envelope.js'
import { glueCall, nonconformingCall, otherServiceCall } from '../support/records.js'
import { streamsWith } from '../support/streams.js'

const quiet = () => new Command().exitOverride().configureOutput({ writeErr: () => undefined })
const line = (value: unknown): string => `${JSON.stringify(value)}\n`

async function streamed(input: string, options: Partial<DecodeCommandOptions> = {}, columns?: number) {
  const streams = streamsWith({ input, ...(columns === undefined ? {} : { columns }) })
  const status = await stream(['-'], { failOn: [], color: false, ...options }, quiet(), streams)
  return { status, out: streams.out(), err: streams.err() }
}

describe('stream', () => {
  it('takes a record or a whole log file a line, and writes records', async () => {
    const { status, out, err } = await streamed(
      line(glueCall) + line({ Records: [otherServiceCall, nonconformingCall] }) + line([glueCall]),
    )
    expect([status, out]).toEqual([0, line(glueCall) + line(nonconformingCall) + line(glueCall)])
    expect(err).toBe('1 file, 4 records, 3 Glue, 3 matched, 0 unknown, 1 nonconforming, 0 broken\n')
  })

  it('reports broken lines, continues, and fails only on request', async () => {
    const input = `${line(glueCall)}{"a":\n\n \r\nnonsense\n{}\n${line(glueCall)}`
    const { status, out, err } = await streamed(input)
    expect([status, out]).toEqual([0, line(glueCall).repeat(2)])
    expect(err.split('\n')).toEqual([
      'glue-trail: line 2: record 0, byte 0: expected its end, received the end of the file',
      'glue-trail: line 5: expected a log file, a list of records, a record, or one a line, received content of another kind',
      expect.stringMatching(/^glue-trail: line 6: /),
      '1 file, 3 records, 2 Glue, 2 matched, 0 unknown, 0 nonconforming, 3 broken',
      '',
    ])
    expect((await streamed(input, { failOn: ['broken'] })).status).toBe(1)
    expect((await streamed(line(glueCall), { failOn: ['broken'] })).status).toBe(0)
  })

  it('takes the filters, the limit, redaction and what it must not find', async () => {
    const secret = { ...glueCall, requestParameters: { arguments: { '--password': 'example-only' } } }
    const input = line(secret) + line(otherServiceCall) + line(nonconformingCall)
    expect((await streamed(input, { source: ['*'], api: ['Get*'] })).out).toBe(line(otherServiceCall))
    expect((await streamed(input, { limit: 1 })).out).toBe(line(secret))
    expect((await streamed(input, { limit: 1 })).err).toMatch(/, stopped after 1\n$/)
    expect((await streamed(input, { redact: true })).out).not.toContain('example-only')
    expect((await streamed(input, { failOn: ['nonconforming'] })).status).toBe(1)
  })

  it('knows a digest file, which has no records and is not broken', async () => {
    const digest = { digestStartTime: '', digestEndTime: '', logFiles: [] }
    expect((await streamed(line(digest))).err).toMatch(/ 0 broken, 1 other file \(1 digest\)\n$/)
  })

  it('names the objects of notices, within the limit of lines', async () => {
    const notice = line(s3Of('a.json.gz'))
    const { status, out, err } = await streamed(notice.repeat(60))
    const lines = err.split('\n')
    expect([status, out, lines.length]).toEqual([0, '', 103])
    expect([...lines.slice(0, 2), ...lines.slice(-3)]).toEqual([
      'line 1: holds no record: a notice that names 1 object',
      "line 1: read what it names with: glue-trail decode 's3://trails/a.json.gz'",
      'glue-trail: ... and 20 more',
      '1 file, 0 records, 0 Glue, 0 matched, 0 unknown, 0 nonconforming, 0 broken',
      '',
    ])
  })

  it('writes no table and no bar on a terminal', async () => {
    expect((await streamed(line(glueCall), {}, 80)).out).toBe(line(glueCall))
  })

  it.each([
    [['a.json'], {}, "error: '--stream' reads standard input alone: -"],
    [['-', '-'], {}, "error: '--stream' reads standard input alone: -"],
    [['-'], { format: 'csv' }, "error: '--stream' writes ndjson alone"],
    [['-'], { format: 'parquet' }, "error: '--stream' writes ndjson alone"],
  ] as const)('refuses %j with %j', async (paths, options, message) => {
    await expect(stream(paths, { failOn: [], ...options }, quiet(), streamsWith())).rejects.toMatchObject({ message })
  })
})
