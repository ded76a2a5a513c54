/**
 * Published files, read as they are and in every format; and published records, combined into files.
 */
import { gunzipSync, gzipSync } from 'node:zlib'
import { memberOf as memberNamed } from 'glue-trail'
import { decodeFiles } from 'glue-trail/node'
import { bytesOf, type DecodedLog, decodeLog } from 'glue-trail/source'
import { expect, it } from 'vitest'
import { joined } from '../support/gzip-file.js'
import { codes, raws, textOf, utf8, verdictOf } from '../support/logs.js'
import { corpusRecords, describeShared, sharedBytes, sharedFiles, sharedPath, sharedText } from '../support/shared.js'

const AWS = 'awsdocs+aws-cloudtrail-user-guide'
const TRAILSCRAPER = 'flosell+trailscraper'

/** The log files among them, and the number of records in each; all records match the model. */
const LOGS: Readonly<Record<string, number>> = {
  [`${AWS}/cloudtrail-event-reference-aws-console-sign-in-events.0.json`]: 1,
  [`${AWS}/cloudtrail-log-file-examples.2.json`]: 1,
  [`${AWS}/cloudtrail-log-file-examples.3.json`]: 1,
  [`${AWS}/cloudtrail-log-file-examples.4.json`]: 1,
  [`${AWS}/cloudtrail-log-file-examples.5.json`]: 1,
  [`${AWS}/cloudtrail-log-file-examples.6.json`]: 1,
  [`${AWS}/cloudtrail-log-file-examples.8.json`]: 1,
  [`${AWS}/cloudtrail-log-file-examples.9.json`]: 2,
  [`${TRAILSCRAPER}/tests_cloudtrail_data_111111111111_CloudTrail_eu-central-1_20171211T1505Z_A6kvhMoVeCsc7v8U.json`]: 2,
  [`${TRAILSCRAPER}/tests_cloudtrail_data_111111111111_CloudTrail_eu-central-1_20171211T1505Z_A6kvhMoVeCsc7v8U.json.gz`]: 2,
  [`${TRAILSCRAPER}/tests_smoke_events-for-smoke-test.json`]: 3,
}

const recordsOf = (value: unknown): ReadonlyArray<unknown> => {
  const list = memberNamed(value, 'Records')
  return Array.isArray(list) ? list : []
}

const inflated = (bytes: Uint8Array): Uint8Array => (bytes[0] === 0x1f ? new Uint8Array(gunzipSync(bytes)) : bytes)

describeShared('The whole files that others published', () => {
  it('are log files, or give one clear issue, or are lists of other things', async () => {
    const seen: Record<string, string> = {}
    for await (const log of decodeFiles([sharedPath('corpus/files')])) {
      const file = log.path.slice(sharedPath('corpus/files').length + 1)
      const tags = new Set(log.entries.map(({ result }) => result._tag))
      seen[file] = [...codes(log), ...tags, log.entries.length].join(' ')
    }
    const logs = Object.fromEntries(Object.entries(LOGS).map(([file, count]) => [file, `Right ${count}`]))
    expect(Object.fromEntries(Object.entries(seen).filter(([, words]) => words.startsWith('Right')))).toEqual(logs)
    expect(seen[`${AWS}/cloudtrail-log-file-examples.7.INVALID.json`]).toBe('BROKEN_RECORD 0')
    expect(seen[`${AWS}/cloudtrail-log-file-validation-digest-file-structure.2.json`]).toBe('DIGEST_FILE 0')
    expect(seen[`${AWS}/cloudtrail-log-file-validation-digest-file-structure.3.json`]).toBe('DIGEST_FILE 0')
    const others = Object.entries(seen).filter(([file]) => !Object.hasOwn(LOGS, file) && !/INVALID|digest/.test(file))
    const lists = others.filter(([, words]) => words.startsWith('Left'))
    // Events of SNS, SQS, S3 and Kinesis have a list `Records` too; what they hold here is not a record.
    expect(lists.filter(([file]) => !/sns|sqs|kinesis|s3-event|s3Sqs|cloudWatchLog/i.test(file))).toEqual([])
    expect(lists.length).toBe(6)
    expect([...new Set(others.filter((other) => !lists.includes(other)).map(([, words]) => words))]).toEqual([
      'NOTICE 0',
      'NOTICE NOTICE Left 1',
      'NOT_A_LOG 0',
    ])
    expect(others.length).toBe(30)
  })

  it.each(Object.entries(LOGS))('%s has the records that JSON.parse finds, in every format', async (file, count) => {
    const json = inflated(sharedBytes(`corpus/files/${file}`))
    const value = verdictOf(textOf(json))?.value
    const records = recordsOf(value)
    expect(records.length).toBe(count)
    const half = json.length >> 1
    const wrapped: ReadonlyArray<readonly [Uint8Array, ReadonlyArray<string>]> = [
      [json, []],
      [gzipSync(json), []],
      [utf8(JSON.stringify(value)), []],
      [utf8(JSON.stringify(value, null, 4)), []],
      [utf8(textOf(json).replaceAll(/\r?\n/g, '\r\n')), []],
      [utf8(`\ufeff${textOf(json)}`), []],
      [utf8(JSON.stringify({ other: [value], Records: records })), []],
      [utf8(records.map((record) => JSON.stringify(record)).join('\n')), []],
      [joined(gzipSync(json.subarray(0, half)), gzipSync(json.subarray(half))), []],
      [joined(gzipSync(json), utf8('junk')), ['TRAILING_BYTES']],
    ]
    for (const [bytes, issues] of wrapped) {
      const log = await decodeLog(bytes)
      expect(raws(log)).toEqual(records)
      expect(codes(log)).toEqual(issues)
      for (const entry of log.entries) expect(JSON.parse(textOf(bytesOf(log, entry)))).toEqual(entry.raw)
    }
  })
})

describeShared('The records that others published', () => {
  const lines = (log: DecodedLog): string => log.entries.map((entry) => `${textOf(bytesOf(log, entry))}\n`).join('')

  it('are read from one gzipped file, and from its lines', async () => {
    const files = sharedFiles('corpus/records').map((file) => sharedText(`corpus/records/${file}`))
    const log = await decodeLog(gzipSync(`{"Records":[${files.join('').trim().replaceAll('\n', ',')}]}`))
    expect(raws(log)).toEqual(corpusRecords().map(({ record }) => record))
    expect(lines(log)).toBe(files.join(''))
    expect(raws(await decodeLog(utf8(lines(log))))).toEqual(raws(log))
  })

  it('are lines, which are returned unchanged', async () => {
    for (const file of sharedFiles('corpus/records')) {
      const bytes = sharedBytes(`corpus/records/${file}`)
      const log = await decodeLog(bytes)
      expect(lines(log)).toBe(textOf(bytes))
      expect(codes(log).filter((code) => code !== 'UNSAFE_INTEGER')).toEqual([])
    }
  })
})
