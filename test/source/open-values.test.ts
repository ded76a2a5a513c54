import { gzipSync } from 'node:zlib'
import { expect, it } from 'vitest'
import { decodeLog } from '../../src/source/decode-log.js'
import { MAX_LOG_ISSUES } from '../../src/source/kept.js'
import { bytesOf } from '../../src/source/log-entry.js'
import { eventOf, RECORD, s3Of, sqsOf } from '../support/envelope.js'

const read = (value: unknown, where?: Parameters<typeof decodeLog>[1]) => decodeLog(Buffer.from(JSON.stringify(value)), where)

it('opens what holds records, at any depth', async () => {
  const { entries, counts, issues } = await read({ Records: [eventOf(RECORD), sqsOf(JSON.stringify(eventOf(RECORD))), RECORD] })
  expect(entries.map(({ raw }) => raw)).toEqual([RECORD, RECORD, RECORD])
  expect(entries.map(({ index }) => index)).toEqual([0, 1, 2])
  expect(counts).toMatchObject({ records: 3, matched: 3, glue: 3, left: 0 })
  expect(issues).toEqual([])
})

it('selects among the records that were opened', async () => {
  const { entries, counts } = await read([eventOf(RECORD)], { where: { test: () => 'NO' } })
  expect(entries).toEqual([])
  expect(counts).toMatchObject({ records: 1, unmatched: 1 })
})

it('names the objects of notices', async () => {
  const { objects, issues, counts } = await read(s3Of('a.json.gz'))
  expect(objects).toEqual([{ bucket: 'trails', key: 'a.json.gz', size: 1, region: 'us-east-1' }])
  expect(issues.map(({ code }) => code)).toEqual(['NOTICE'])
  expect(counts.records).toBe(0)
})

it('reports what of a message cannot be read, and reads the rest', async () => {
  const { entries, issues, counts } = await read({ Events: [], logs: 1, events: [{ timestamp: 1, message: 'x' }, eventOf(RECORD)] })
  expect(entries.map(({ result }) => result._tag)).toEqual(['Left', 'Right'])
  expect(issues).toEqual([])
  expect(counts).toMatchObject({ records: 2, left: 1, matched: 1 })
})

it.each<readonly [string, unknown, string, string]>([
  [
    'too many values',
    { events: [{ timestamp: 1, message: `{"a":[${'0,'.repeat(1_100_000)}0]}` }] },
    'at most 1000000 values, or one for each 16 characters',
    'more',
  ],
  [
    'a damaged stream',
    { awslogs: { data: gzipSync('{}').fill(0, 12, 20).toString('base64') } },
    'the checksum of what was inflated',
    'something else',
  ],
  [
    'a bomb',
    { awslogs: { data: gzipSync('x'.repeat(5_000_000)).toString('base64') } },
    'at most 200 inflated bytes for each stored byte',
    'more',
  ],
])('says of %s in a message what is wrong with it', async (_, message, expected, received) => {
  const { entries, issues, counts } = await read(message)
  expect(entries.length).toBe(0)
  expect(issues).toEqual([expect.objectContaining({ code: 'BROKEN_MESSAGE', expected, received })])
  expect(counts).toMatchObject({ records: 1, broken: 1, left: 0 })
})

it('finds the records among very many values that hold none, keeps few of those, and counts the others', async () => {
  const { entries, issues, counts } = await read([...Array.from({ length: 5000 }, () => '[5]'), eventOf(RECORD)])
  expect(entries.length).toBe(1001)
  expect(entries.at(-1)?.raw).toEqual(RECORD)
  expect(issues).toEqual([{ code: 'MORE_VALUES', expected: 'at most 1000 values that are not records', received: '4000 more' }])
  expect(counts).toMatchObject({ records: 5001, left: 5000, matched: 1 })
})

it('keeps a limited number of issues, and counts the others', async () => {
  const { issues } = await read(Array.from({ length: MAX_LOG_ISSUES + 5 }, () => s3Of('a.json.gz')))
  expect(issues.length).toBe(MAX_LOG_ISSUES + 1)
  expect(issues.at(-1)).toEqual({ code: 'MORE_ISSUES', expected: 'at most 1000 issues', received: '5 more' })
})

it('reads one string of very many documents without an entry for each', async () => {
  expect((await decodeLog(Buffer.from('""'.repeat(5000)))).issues.map(({ code }) => code)).toEqual(['NOT_A_LOG'])
  const { entries, issues } = await decodeLog(Buffer.from(`${'""'.repeat(5000)}${JSON.stringify(JSON.stringify(RECORD))}`))
  expect(entries.map(({ raw }) => raw)).toEqual([RECORD])
  expect(issues.length).toBe(101)
  expect(issues.at(-1)).toMatchObject({ code: 'BROKEN_MESSAGE', expected: 'at most 100 issues', received: '4900 more' })
})

it.each<readonly [string, (record: string) => string, string]>([
  ['in a message', (record) => JSON.stringify(sqsOf(record)), '3'],
  ['in rows', (record) => `{"Events":[{"CloudTrailEvent":${JSON.stringify(record)}}]}`, '3'],
  // An object is printed again: its integer is what `JSON.parse` makes of it.
  ['as an object', (record) => JSON.stringify(eventOf({ here: 0 })).replace('{"here":0}', () => record), '2'],
])('prints a record %s that is deeper than the stack', async (_, within, digit) => {
  const record = `{"eventSource":"glue.amazonaws.com","eventName":"GetTags","a":${'['.repeat(50_000)}9007199254740993${']'.repeat(50_000)}}`
  const { entries, issues } = await decodeLog(Buffer.from(within(record)))
  expect(Buffer.from(entries[0]?.bytes ?? []).toString() === record.replace('993', `99${digit}`)).toBe(true)
  expect(issues.map(({ code }) => code)).toEqual(['UNSAFE_INTEGER'])
})

it('reports an integer that may have been changed when a record was opened', async () => {
  const record = JSON.stringify({ ...RECORD, additionalEventData: 0 }).replace(
    '"additionalEventData":0',
    '"additionalEventData":9007199254740993',
  )
  const { entries, issues } = await read([sqsOf(record), eventOf(RECORD)])
  expect(entries.length).toBe(2)
  expect(issues.map(({ code, index }) => [code, index])).toEqual([['UNSAFE_INTEGER', 0]])
})

it.each<readonly [string, (record: string) => string]>([
  ['the answer of LookupEvents', (record) => JSON.stringify({ Events: [{ CloudTrailEvent: record }] })],
  ['a message of a queue', (record) => JSON.stringify(sqsOf(record))],
  ['a string on a line', (record) => `${JSON.stringify(record)}\n${JSON.stringify(record)}`],
  ['lines of logs tail', (record) => `2024-05-14T16:14:13.000000+00:00 stream ${record}\n`],
  ['short lines of logs tail', (record) => `2024-05-14T16:14:13 ${record}\n2024-05-14T16:14:14 ${record}\n`],
  ['CSV of Insights', (record) => `@timestamp,@message\n1,"${record.replaceAll('"', '""')}"\n`],
])('keeps the record as it was written in a string: %s', async (_, contentOf) => {
  const record = `{"eventSource":"kms.amazonaws.com","eventName":"Decrypt","additionalEventData":{"a":9007199254740993,"a":1.50}}`
  const log = await decodeLog(Buffer.from(contentOf(record)))
  expect(new Set(log.entries.map((entry) => Buffer.from(bytesOf(log, entry)).toString()))).toEqual(new Set([record]))
  expect(new Set(log.issues.map(({ code }) => code))).toEqual(new Set(['UNSAFE_INTEGER']))
})
