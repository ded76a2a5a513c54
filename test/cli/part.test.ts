import { describe, expect, it } from 'vitest'
import { Counter } from '../../src/cli/census.js'
import { json } from '../../src/cli/form/json.js'
import { ndjson } from '../../src/cli/form/ndjson.js'
import { decodePart, summaryPart } from '../../src/cli/part.js'
import { repeatKeyOf } from '../../src/cli/repeats.js'
import { emptyTally } from '../../src/cli/tally.js'
import type { LogBatch } from '../../src/source/log-entry.js'
import { readLog } from '../../src/source/read-log.js'
import { glueCall, nonconformingCall } from '../support/records.js'
import { shown } from '../support/shown.js'

function log(...values: ReadonlyArray<unknown>): AsyncIterable<LogBatch> {
  return readLog([new TextEncoder().encode(JSON.stringify({ Records: values }))], {}, { source: 'a.json' })
}

const stringOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString()

describe('decodePart', () => {
  it('returns the output, reports and counts of a file', async () => {
    const part = await decodePart(log(glueCall, 5, nonconformingCall), ndjson, { failOn: ['nonconforming'] })
    expect({ ...part, bytes: stringOf(part.bytes) }).toEqual({
      tally: { ...emptyTally(), files: 1, records: 3, unreadable: 1, glue: 2, matched: 2, nonconforming: 1, broken: 1 },
      lines: [
        'a.json: record 1, byte 450: expected a CloudTrail record, received a number',
        'a.json: record 2 does not match the model: requestParameters.tableInput.name: expected a string, received a number',
      ],
      notes: [],
      bytes: `${JSON.stringify(glueCall)}\n${JSON.stringify(nonconformingCall)}\n`,
      failed: true,
    })
  })

  it('has its bytes in memory of its own, which can go to another thread', async () => {
    const { bytes } = await decodePart(log(glueCall), ndjson, { failOn: [] })
    expect(bytes.byteLength).toBe(bytes.buffer.byteLength)
  })

  it('shows what the options say', async () => {
    const file = () =>
      log({
        ...glueCall,
        requestParameters: { connectionInput: { connectionProperties: { PASSWORD: 'x' } } },
        eventName: 'CreateConnection',
      })
    expect(stringOf((await decodePart(file(), ndjson, { failOn: [], redact: true })).bytes)).not.toContain('"x"')
    expect(stringOf((await decodePart(file(), ndjson, { failOn: [] })).bytes)).toContain('"x"')
  })

  it('has nothing between the beginning and the first record', async () => {
    const line = JSON.stringify(glueCall)
    expect(stringOf((await decodePart(log(glueCall, glueCall), json(), { failOn: [] })).bytes)).toBe(`\n${line},\n${line}`)
    expect((await decodePart(log(), json(), { failOn: [] })).bytes).toHaveLength(0)
  })
})

it('has the notices of a file', async () => {
  const notice = { Service: 'Amazon S3', Event: 's3:TestEvent', Bucket: 'b' }
  const file = readLog([new TextEncoder().encode(JSON.stringify(notice))], {}, { source: 'a.json' })
  const { notes, lines } = await summaryPart(file, {})
  expect([notes, lines]).toEqual([['a.json: holds no record: the notice TEST_EVENT'], []])
})

describe('summaryPart', () => {
  it('counts a file', async () => {
    const counter = new Counter()
    for (const record of [glueCall, nonconformingCall]) counter.add(shown(record))
    expect(await summaryPart(log(glueCall, nonconformingCall), {})).toEqual({
      tally: { ...emptyTally(), files: 1, records: 2, glue: 2, matched: 2, nonconforming: 1 },
      keys: ['', ''],
      lines: [],
      notes: [],
      counts: counter.counts,
    })
  })

  it('is plain data', async () => {
    const part = await summaryPart(log(glueCall), {})
    expect(structuredClone(part)).toEqual(part)
  })

  it('identifies the records, and leaves some out', async () => {
    const records = ['a', 'b'].map((eventID) => ({ ...glueCall, eventID }))
    const part = await summaryPart(log(...records), {})
    expect(part.keys).toEqual(records.map((record) => repeatKeyOf({ record, bytes: new Uint8Array(0) })))
    const second = await summaryPart(log(...records), {}, new Set([0]))
    expect([second.counts.sum.calls, second.keys]).toEqual([1, part.keys])
  })
})
