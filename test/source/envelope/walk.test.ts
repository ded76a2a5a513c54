import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import type { Envelope } from '../../../src/source/envelope/envelope.js'
import type { EnvelopeLimits } from '../../../src/source/envelope/limits.js'
import { sqs } from '../../../src/source/envelope/sqs.js'
import { ENVELOPES } from '../../../src/source/envelope/unwrap.js'
import { walk } from '../../../src/source/envelope/walk.js'
import { eventOf, firehoseOf, gzipped, kinesisOf, RECORD, shownOf, sqsOf } from '../../support/envelope.js'

const shown = async (u: unknown, options: EnvelopeLimits = {}): Promise<ReadonlyArray<string>> =>
  (await walk(u, ENVELOPES, options)).flatMap(shownOf)

it('opens nothing but the given envelopes', async () => {
  expect((await walk(sqsOf(JSON.stringify(RECORD)), [sqs], {})).flatMap(shownOf)).toEqual([
    'sqs m0: Records[0].body: expected something AWS delivers of CloudTrail, received an object',
  ])
})

describe('depth', () => {
  /** Brackets, which need no escapes, around a value. */
  const nested = (levels: number): unknown => {
    let u: unknown = RECORD
    for (let i = 0; i < levels; i++) u = { Records: [{ eventSource: 'aws:sqs', body: u }] }
    return u
  }

  it('is bounded', async () => {
    expect(await shown(nested(32))).toEqual(['sqs: 1 records'])
    expect(await shown(nested(33))).toEqual([
      expect.stringMatching(/^sqs: Records\[0\]\.body.*: expected at most 32 levels, received more$/),
    ])
    expect((await shown(nested(100_000))).length).toBe(1)
  })
})

describe('size', () => {
  const json = JSON.stringify({ Records: Array.from({ length: 2000 }, () => RECORD) })

  it('is bounded for all messages together', async () => {
    const u = kinesisOf(gzipped(json), gzipped(json), gzipped(json))
    expect(await shown(u)).toEqual(['kinesis s0: 2000 records', 'kinesis s1: 2000 records', 'kinesis s2: 2000 records'])
    expect(await shown(u, { maxBytes: json.length + 10 })).toEqual([
      'kinesis s0: 2000 records',
      'kinesis s1: Records[1].kinesis.data: expected at most 10 inflated bytes, received more',
      'kinesis s2: Records[2].kinesis.data: expected at most 1 inflated bytes, received more',
    ])
  })

  it('is bounded by the ratio', async () => {
    const bomb = gzipped(' '.repeat(20_000_000))
    const [line = ''] = await shown(firehoseOf(bomb))
    expect(line).toBe('firehose r0: records[0].data: expected at most 200 inflated bytes for each stored byte, received more')
  })
})

describe('more values in one JSON string than its length allows', () => {
  const dense = `[${'{},'.repeat(1_000_000)}{}]`
  const more = 'expected at most 1000000 values, or one for each 16 characters, received more'

  it.each([
    ['the body of a message', dense, [`sqs m0: Records[0].body: ${more}`]],
    ['JSON in a string', JSON.stringify(dense), [`sqs m0: Records[0].body: ${more}`]],
    [
      'a line',
      `no JSON\n${dense}\n${JSON.stringify(RECORD)}`,
      ['sqs m0: 1 records', `sqs m0: Records[0].body[0]: expected an object as JSON, received another string; Records[0].body[1]: ${more}`],
    ],
  ])('is reported, and not parsed: %s', async (_, body, expected) => {
    expect(await shown(sqsOf(body))).toEqual(expected)
  })
})

describe('very many values in one string', () => {
  it.each([
    ['documents', (values: ReadonlyArray<string>) => values.join('')],
    ['lines', (values: ReadonlyArray<string>) => [...values, 'broken'].join('\n')],
    ['a list', (values: ReadonlyArray<string>) => `[${values.join()}]`],
  ])('as %s are opened one at a time: the records are found, the issues counted', async (_, joined) => {
    const body = joined([...Array.from({ length: 2000 }, () => '""'), JSON.stringify(eventOf(RECORD))])
    const [records, unreadable] = await shown(sqsOf(body))
    expect(records).toBe('sqs m0: 1 records')
    expect(unreadable).toMatch(/; expected at most 100 issues, received 190[01] more$/)
  })

  it('are asked for one at a time', async () => {
    let asked = 0
    const taken: Array<number> = []
    const many: Envelope = {
      kind: 'SQS',
      is: Array.isArray,
      *open(_, into) {
        for (; asked < 5; asked++) yield into.inner({}, [asked])
      },
    }
    const seen: Envelope = { kind: 'S3', is: () => taken.push(asked) > 0, open: () => [] }
    await walk([], [many, seen], {})
    expect(taken).toEqual([0, 1, 2, 3, 4])
  })
})

describe('gzip', () => {
  const whole = gzipSync(JSON.stringify(RECORD))

  it('that is damaged is not read', async () => {
    const wrong = Buffer.from(whole)
    wrong[wrong.length - 6] = (wrong[wrong.length - 6] ?? 0) ^ 1
    expect(await shown(kinesisOf(whole.subarray(0, 40).toString('base64'), wrong.toString('base64')))).toEqual([
      'kinesis s0: Records[0].kinesis.data: expected the rest of a gzip member, received the end of the file',
      'kinesis s1: Records[1].kinesis.data: expected the checksum of what was inflated, received something else',
    ])
  })

  it('with something after it is read, and that is reported', async () => {
    const [message] = await walk(kinesisOf(Buffer.concat([whole, Buffer.from('junk')]).toString('base64')), ENVELOPES, {})
    expect(message?.contents[0]).toEqual({
      kind: 'RECORDS',
      records: [RECORD],
      issues: [
        { code: 'TRAILING_BYTES', path: ['Records', 0, 'kinesis', 'data'], expected: 'the end of the file', received: 'other bytes' },
      ],
    })
  })
})
