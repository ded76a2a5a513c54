/**
 * Inputs that people have at hand, as the field cases describe them: the records that `unwrap` finds in each, or what
 * it reports instead.
 */
import { expect, it } from 'vitest'
import { formatEnvelopeIssues } from '../../../src/source/envelope/issue.js'
import { unwrap } from '../../../src/source/envelope/unwrap.js'
import { describeShared, sharedText } from '../../support/shared.js'

/** What is found: the number of records, or the notice, the objects and the issues. */
const CASES: ReadonlyArray<readonly [file: string, found: number | string]> = [
  ['01-lookup-events.json', 2],
  ['02-eventbridge.json', 1],
  ['03-filter-log-events.json', 2],
  ['04-insights-export.json', 2],
  ['04b-get-query-results.json', 1],
  ['04c-insights-export.csv', 1],
  ['05-firehose-concat-eventbridge.json', 2],
  ['05b-firehose-concat-records.json', 2],
  ['05c-firehose-concat-cwl.json', 2],
  ['06-cwl-subscription.json', 2],
  ['07-s3-notification.json', '1 object'],
  ['08-kinesis.json', 1],
  [
    '09-athena-export.csv',
    "expected JSON, received Athena's CSV, whose structures are not JSON: select CAST(useridentity AS JSON) or read the log files instead",
  ],
  ['10-event-history.csv', "expected JSON, received the console's CSV, which has no records: download JSON instead"],
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
  ['18d-syslog-prefix.log', 'expected JSON, received lines with text before the JSON'],
  ['18f-lowercase-records.json', 'expected something AWS delivers of CloudTrail, received an object'],
  ['18g-wrapped-detail.json', 4],
  ['18h-mongo.ndjson', 4],
  ['18i-single-quoted-python.txt', 'expected JSON, received text with single quotes, which is not JSON'],
  ['18j-json5-comments.json', 'expected JSON, received text with comments, which is not JSON'],
  ['18k-athena-json-column.ndjson', 4],
  ['18l-panther-s3.ndjson', 4],
  ['29-pipes-sqs-array.json', 2],
  ['29b-receive-message.json', 1],
  ['29c-pipes-kinesis-array.json', 1],
  ['29d-get-records.json', 1],
  ['29e-lookup-epoch.json', 1],
  ['29f-lookup-lower.json', 1],
  ['29g-sns-raw-in-sqs-cloudtrail.json', '1 object'],
  ['29h-kafka.json', 1],
  ['29j-s3-test.json', 'TEST_EVENT'],
  ['29k-logs-get-log-events.json', 1],
  ['29l-eb-archive-replay.json', 1],
  ['29m-eb-input-path-detail.json', 1],
  ['38-schedule-custom-input.json', 'expected something AWS delivers of CloudTrail, received an object'],
  ['39-eventbridge-glue-own.json', 'OTHER_EVENT'],
  ['40b-zcat-three-logs.json', 6],
]

async function foundIn(input: string): Promise<number | string> {
  let records = 0
  const others = new Set<string>()
  for (const content of (await unwrap(input)).flatMap(({ contents }) => contents)) {
    if (content.kind === 'RECORDS') records += content.records.length
    else if (content.kind === 'OBJECTS') others.add(`${content.objects.length} object`)
    else if (content.kind === 'NOTICE') others.add(content.notice)
    else for (const line of formatEnvelopeIssues(content.issues)) others.add(line)
  }
  return others.size > 0 ? [...others].join('; ') : records
}

describeShared('field cases', () => {
  it.each(CASES)('%s', async (file, found) => {
    expect(await foundIn(sharedText(`cases/${file}`))).toBe(found)
  })
})
