/**
 * 32 MiB of tiny values take less than 256 MiB of memory in every reader, Node's own included: values of a file are
 * read in batches, values of a message one after another, and a JSON string with too many values is not parsed at all.
 */
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { programs } from '../support/child.js'

/** In the millions of bytes that `run` answers. */
const LIMIT = 268

const MIB = 1024 * 1024
const SIZE = 32 * MIB

const { file, run } = programs()

/** Values that fill 32 MiB: what is before them, one of them, and what is after them. */
const filled = (head: string, one: string, tail = ''): string => {
  const count = Math.floor((SIZE - head.length - tail.length) / one.length)
  return head + one.repeat(count) + tail
}

const INPUTS = {
  'a list of numbers': filled('[', '1,', '1]'),
  'numbers as records': filled('{"Records":[', '1,', '1]}'),
  'objects as records': filled('{"Records":[', '{},', '{}]}'),
  'objects after one another': filled('', '{}'),
  'objects on lines': filled('', '{}\n'),
} as const
type Input = keyof typeof INPUTS

/** What a file comes to: entries, all values, and issues. */
const OF_FILES: Readonly<Record<Input, readonly [entries: number, records: number, codes: ReadonlyArray<string>]>> = {
  'a list of numbers': [0, 0, ['NOT_A_LOG']],
  'numbers as records': [1000, SIZE / 2 - 7, ['MORE_VALUES']],
  'objects as records': [1000, Math.floor((SIZE - 17) / 3) + 1, ['MORE_VALUES']],
  'objects after one another': [0, 0, ['NOT_A_LOG']],
  'objects on lines': [0, 0, ['NOT_A_LOG']],
}

const WHOLE = 'const of = ({ entries, counts, issues }) => [entries.length, counts.records, issues.map(({ code }) => code)]'
const BATCHES = `
  const all = [0, 0, []]
  for await (const { entries, counts, issues } of batches) {
    all[0] += entries.length
    all[1] += counts.records
    all[2].push(...issues.map(({ code }) => code))
  }
  return all
`
const KEY = 'AWSLogs/123456789012/CloudTrail/us-east-1/2024/05/01/123456789012_CloudTrail_us-east-1_20240501T1205Z_LnPgDQnpkSKEsppV.json.gz'
const TRAIL = `
  const bytes = readFile(path)
  const client = { send: async () => ({ Body: [bytes], ContentLength: bytes.length }) }
  const trail = glue.readTrail({ bucket: 'audit', keys: ['${KEY}'], client, maxRatio: 5000 })
`

const FILE_READERS = {
  decodeLog: `${WHOLE}; return of(await glue.decodeLog(readFile(path), { maxRatio: 5000 }))`,
  decodeLogStream: `const batches = glue.decodeLogStream(glue.filePieces(path), { maxRatio: 5000 }).batches(); ${BATCHES}`,
  decodeFiles: `${WHOLE}; for await (const log of glue.decodeFiles([path], { maxRatio: 5000 })) return of(log)`,
  readTrail: `${TRAIL}; ${WHOLE}; for await (const log of trail) return of(log)`,
  'batches of readTrail': `${TRAIL}; const batches = trail.batches(); ${BATCHES}`,
}

describe.each(Object.keys(INPUTS) as ReadonlyArray<Input>)('A file: %s', (name) => {
  // The other readers are made of these two. They read the inputs that take the most memory, and not the slow ones.
  const isFast = name === 'objects as records' || name === 'objects on lines'
  const readers = Object.entries(FILE_READERS).filter(([reader]) => isFast || reader.startsWith('decodeLog'))

  it.each(readers)('in %s', (_, code) => {
    // Gzipped, it is small: what is measured is what reading takes.
    const { answer, megabytes } = run(code, file('file', gzipSync(INPUTS[name], { level: 1 })))
    expect(answer).toEqual(OF_FILES[name])
    expect(megabytes).toBeLessThan(LIMIT)
  })
})

/** How a message comes to a reader, from one buffer: as it is, or as base64. */
const BODY = `const body = (await import('node:zlib')).gunzipSync(readFile(path), { chunkSize: ${SIZE + 1} }).toString('latin1')`
const DATA = `const data = Buffer.from(readFile(path)).toString('base64')`
const SQS = "{ Records: [{ eventSource: 'aws:sqs', messageId: 'm', body }] }"
const NOTIFICATION = "JSON.stringify({ Type: 'Notification', MessageId: 'n', TopicArn: 't', Message: body })"
const KINESIS = "{ Records: [{ eventSource: 'aws:kinesis', kinesis: { sequenceNumber: 's', data } }] }"
const IN_SQS = `{ Records: [{ eventSource: 'aws:sqs', messageId: 'm', body: JSON.stringify(${KINESIS}) }] }`
const FIREHOSE = "{ records: [{ recordId: 'r', data }] }"
const SUBSCRIPTION = '{ awslogs: { data } }'

const unwrapped = (event: string): string => `
  const messages = await glue.unwrap(${event}, { maxRatio: 5000 })
  return messages.flatMap(({ contents }) => contents.map(({ issues }) => [issues.length, issues.at(-1).code, issues.at(-1).received]))
`
const handled = (event: string): string => `
  const failures = []
  const handler = glue.lambdaHandler({
    allowBuckets: {},
    maxRatio: 5000,
    onEvents: () => undefined,
    onFailure: ({ code }) => failures.push(code),
  })
  return [await handler(${event}), failures]
`
const CONSUMED = `
  const messages = [{ MessageId: 'm', ReceiptHandle: 'r', Body: body }]
  const send = async () => {
    await new Promise((resolve) => setTimeout(resolve, 10))
    return { Messages: messages.splice(0) }
  }
  return new Promise(async (resolve) => {
    const consumer = await glue.consumeTrail({
      queueUrl: 'https://sqs.us-east-1.amazonaws.com/123456789012/trail',
      allowBuckets: {},
      clients: { sqs: { send } },
      onEvents: () => undefined,
      onFailure: ({ code }) => consumer.stop().then(() => resolve(code)),
    })
  })
`

const REFUSED = [[1, 'TOO_MANY_VALUES', 'more']]
const more = (count: number): ReadonlyArray<unknown> => [[101, 'MORE_ISSUES', `${count - 100} more`]]

describe('A message', () => {
  it.each<readonly [reader: string, input: string, json: string, code: string, expected: unknown]>([
    ['SQS', 'a list of numbers', INPUTS['a list of numbers'], BODY + unwrapped(SQS), REFUSED],
    ['SQS', 'objects as records', INPUTS['objects as records'], BODY + unwrapped(SQS), REFUSED],
    [
      'SNS in SQS',
      'objects as records',
      INPUTS['objects as records'],
      BODY + unwrapped(SQS.replace('body }', `body: ${NOTIFICATION} }`)),
      REFUSED,
    ],
    ['Kinesis', 'a list of numbers', INPUTS['a list of numbers'], DATA + unwrapped(KINESIS), REFUSED],
    ['Kinesis in SQS', 'objects after one another', INPUTS['objects after one another'], DATA + unwrapped(IN_SQS), more(SIZE / 2)],
    ['Kinesis in SQS', 'strings after one another', filled('', '""'), DATA + unwrapped(IN_SQS), more(SIZE / 2)],
    ['Kinesis in SQS', 'lines', filled('x\n', '""\n'), DATA + unwrapped(IN_SQS), more(Math.floor((SIZE - 2) / 3) + 1)],
    ['Kinesis in SQS', 'a list of numbers', INPUTS['a list of numbers'], DATA + unwrapped(IN_SQS), REFUSED],
    ['Firehose', 'objects as records', INPUTS['objects as records'], DATA + unwrapped(FIREHOSE), REFUSED],
    ['CloudWatch Logs', 'objects as records', INPUTS['objects as records'], DATA + unwrapped(SUBSCRIPTION), REFUSED],
    [
      'Lambda, invoked by SQS',
      'objects as records',
      INPUTS['objects as records'],
      BODY + handled(SQS),
      [{ batchItemFailures: [{ itemIdentifier: 'm' }] }, ['UNREADABLE_MESSAGE']],
    ],
    [
      'Lambda, invoked by Kinesis',
      'objects on lines',
      INPUTS['objects on lines'],
      DATA + handled(KINESIS),
      [{ batchItemFailures: [{ itemIdentifier: 's' }] }, ['UNREADABLE_MESSAGE']],
    ],
    ['a consumer of SQS', 'a list of numbers', INPUTS['a list of numbers'], BODY + CONSUMED, 'UNREADABLE_MESSAGE'],
  ])('of %s: %s', (_reader, _input, json, code, expected) => {
    const { answer, megabytes } = run(code, file('message', gzipSync(json, { level: 1 })))
    expect(answer).toEqual(expected)
    expect(megabytes).toBeLessThan(LIMIT)
  })
})
