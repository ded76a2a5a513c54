/**
 * Inputs that people have at hand, read by the readers: as many records as the field cases say, from whole files and
 * from streams.
 */
import { expect, it } from 'vitest'
import { decodeLog } from '../../src/source/decode-log.js'
import { decodeLogStream } from '../../src/source/decode-log-stream.js'
import { formatLogIssues } from '../../src/source/log-issue.js'
import { describeShared, sharedBytes } from '../support/shared.js'

/** The number of records, or the issues of a file that has none. */
const CASES: ReadonlyArray<readonly [file: string, records: number, issues?: string]> = [
  ['01-lookup-events.json', 2],
  ['02-eventbridge.json', 1],
  ['03-filter-log-events.json', 2],
  ['04-insights-export.json', 2],
  ['04b-get-query-results.json', 1],
  ['04c-insights-export.csv', 1],
  ['05-firehose-concat-eventbridge.json', 2],
  ['05b-firehose-concat-records.json', 2],
  ['05c-firehose-concat-cwl.json', 2],
  ['05d-firehose-cwl-multimember.gz', 2],
  ['06-cwl-subscription.json', 2],
  ['07-s3-notification.json', 0, 'a notice that names 1 object'],
  ['08-kinesis.json', 1],
  ['09-athena-export.csv', 0, "received Athena's CSV"],
  ['10-event-history.csv', 0, "received the console's CSV"],
  ['16-cat-two-logs.json', 4],
  ['16b-cat-two-logs-newline.json', 4],
  ['16c-jq-pretty-stream.json', 4],
  ['16d-list-of-logs.json', 4],
  ['16e-two-pretty-logs.json', 4],
  ['17-lookup-text-tabs.txt', 4],
  ['17b-lookup-query-json.json', 4],
  ['17c-jq-strings.ndjson', 4],
  ['17d-logs-tail.txt', 4],
  ['17e-lookup-two-pages.json', 4],
  ['17f-lookup-events-array.json', 4],
  ['17g-lookup-events-ndjson.ndjson', 4],
  ['18-eventbridge.ndjson', 4],
  ['18b-eventbridge-loggroup-insights.json', 4],
  ['18c-cwl.ndjson', 4],
  ['18d-syslog-prefix.log', 0, 'received lines with text before the JSON'],
  ['18e-trailing-comma.json', 2, 'expected JSON, received nothing'],
  ['18f-lowercase-records.json', 0, 'received JSON without a record'],
  ['18g-wrapped-detail.json', 4],
  ['18h-mongo.ndjson', 4],
  ['18i-single-quoted-python.txt', 0, 'expected JSON, received something else'],
  ['18j-json5-comments.json', 0, 'received text with comments, which is not JSON'],
  ['18k-athena-json-column.ndjson', 4],
  ['18l-panther-s3.ndjson', 4],
  ['23-dup-keys.json', 2],
  ['29-pipes-sqs-array.json', 2],
  ['29b-receive-message.json', 1],
  ['29c-pipes-kinesis-array.json', 1],
  ['29d-get-records.json', 1],
  ['29e-lookup-epoch.json', 1],
  ['29f-lookup-lower.json', 1],
  ['29g-sns-raw-in-sqs-cloudtrail.json', 0, 'a notice that names 1 object'],
  ['29h-kafka.json', 1],
  ['29j-s3-test.json', 0, 'the notice TEST_EVENT'],
  ['29k-logs-get-log-events.json', 1],
  ['29l-eb-archive-replay.json', 1],
  ['29m-eb-input-path-detail.json', 1],
  ['38-schedule-custom-input.json', 0, 'received JSON without a record'],
  ['39-eventbridge-glue-own.json', 0, 'the notice OTHER_EVENT'],
  ['40-cat-gz-members.json.gz', 6],
  ['40b-zcat-three-logs.json', 6],
]

describeShared('field cases', () => {
  it.each(CASES)('%s', async (file, records, issue) => {
    const bytes = sharedBytes(`cases/${file}`)
    const { entries, issues, counts } = await decodeLog(bytes)
    expect(entries.filter(({ result }) => result._tag !== 'Left').length).toBe(records)
    if (issue === undefined) expect(formatLogIssues(issues)).toEqual([])
    else expect(formatLogIssues(issues).join('\n')).toContain(issue)

    const stream = decodeLogStream([bytes.subarray(0, 1000), bytes.subarray(1000)])
    const streamed: Array<unknown> = []
    for await (const { raw } of stream) streamed.push(raw)
    expect(streamed).toEqual(entries.map(({ raw }) => raw))
    expect(stream.counts).toEqual(counts)
  })

  it.each(['utf-16le', 'utf-16be'])('in %s, as PowerShell redirects it', async (encoding) => {
    const swapped = Buffer.from(`\uFEFF${Buffer.from(sharedBytes('cases/01-lookup-events.json')).toString()}`, 'utf16le')
    const { entries } = await decodeLog(encoding === 'utf-16le' ? swapped : swapped.swap16())
    expect(entries.length).toBe(2)
  })
})

it.each([
  [[0x50, 0x4b, 0x03, 0x04], 'a zip archive: unpack it with unzip'],
  [[0x28, 0xb5, 0x2f, 0xfd], 'zstd: unpack it with zstd -d'],
  [[0x42, 0x5a, 0x68, 0x39], 'bzip2: unpack it with bunzip2'],
  [[0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00], 'xz: unpack it with unxz'],
])('names the archive that begins with %j', async (magic, received) => {
  const { issues } = await decodeLog(Uint8Array.from([...magic, ...new Array(600).fill(0)]))
  expect(issues.map((issue) => issue.received)).toEqual([received])
})
