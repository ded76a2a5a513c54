/**
 * Inputs that people have at hand, by file of `../shared/cases`: what `unwrap`, the readers and the command find in
 * each.
 */

export interface FieldCase {
  readonly file: string
  /** How many records it holds. */
  readonly records: number
  /** What the readers and the command say of it: a part of the issue. Without it they say nothing. */
  readonly message?: string
  /** The exit status of `decode`, if it is not 0. */
  readonly status?: 1
  /** The notice, the objects or the issues that `unwrap` finds, if they are not the records alone. */
  readonly unwrapped?: string
}

/** What is said of a structure that Athena printed. */
export const STRUCTURE =
  'a structure as {name=value}: select json_format(CAST(useridentity AS JSON)) AS useridentity, or read the log files instead'

export const FIELD_CASES: ReadonlyArray<FieldCase> = [
  { file: '01-lookup-events.json', records: 2 },
  { file: '02-eventbridge.json', records: 1 },
  { file: '03-filter-log-events.json', records: 2 },
  { file: '04-insights-export.json', records: 2 },
  { file: '04b-get-query-results.json', records: 1 },
  { file: '04c-insights-export.csv', records: 1 },
  { file: '05-firehose-concat-eventbridge.json', records: 2 },
  { file: '05b-firehose-concat-records.json', records: 2 },
  { file: '05c-firehose-concat-cwl.json', records: 2 },
  { file: '05d-firehose-cwl-multimember.gz', records: 2 },
  { file: '06-cwl-subscription.json', records: 2 },
  { file: '07-s3-notification.json', records: 0, message: 'a notice that names 1 object', unwrapped: '1 object' },
  { file: '08-kinesis.json', records: 1 },
  {
    file: '09-athena-export.csv',
    records: 0,
    status: 1,
    message: `received ${STRUCTURE}`,
    unwrapped: [1, 2].map((row) => `[${row}].useridentity: expected a structure as JSON, received ${STRUCTURE}`).join('; '),
  },
  {
    file: '10-event-history.csv',
    records: 0,
    status: 1,
    message: "received the console's CSV",
    unwrapped: "expected JSON, received the console's CSV, which has no records: download JSON instead",
  },
  { file: '16-cat-two-logs.json', records: 4 },
  { file: '16b-cat-two-logs-newline.json', records: 4 },
  { file: '16c-jq-pretty-stream.json', records: 4 },
  { file: '16d-list-of-logs.json', records: 4 },
  { file: '16e-two-pretty-logs.json', records: 4 },
  { file: '17-lookup-text-tabs.txt', records: 4 },
  { file: '17b-lookup-query-json.json', records: 4 },
  { file: '17c-jq-strings.ndjson', records: 4 },
  { file: '17d-logs-tail.txt', records: 4 },
  { file: '17e-lookup-two-pages.json', records: 4 },
  { file: '17f-lookup-events-array.json', records: 4 },
  { file: '17g-lookup-events-ndjson.ndjson', records: 4 },
  { file: '18-eventbridge.ndjson', records: 4 },
  { file: '18b-eventbridge-loggroup-insights.json', records: 4 },
  { file: '18c-cwl.ndjson', records: 4 },
  {
    file: '18d-syslog-prefix.log',
    records: 0,
    status: 1,
    message: 'received lines with text before the JSON',
    unwrapped: 'expected JSON, received lines with text before the JSON',
  },
  {
    file: '18e-trailing-comma.json',
    records: 2,
    status: 1,
    message: 'expected JSON, received nothing',
    unwrapped: 'expected JSON, received another string',
  },
  {
    file: '18f-lowercase-records.json',
    records: 0,
    status: 1,
    message: 'received JSON without a record',
    unwrapped: 'expected something AWS delivers of CloudTrail, received an object',
  },
  { file: '18g-wrapped-detail.json', records: 4 },
  { file: '18h-mongo.ndjson', records: 4 },
  {
    file: '18i-single-quoted-python.txt',
    records: 0,
    status: 1,
    message: 'expected JSON, received something else',
    unwrapped: 'expected JSON, received text with single quotes, which is not JSON',
  },
  {
    file: '18j-json5-comments.json',
    records: 0,
    status: 1,
    message: 'received text with comments, which is not JSON',
    unwrapped: 'expected JSON, received text with comments, which is not JSON',
  },
  { file: '18k-athena-json-column.ndjson', records: 4 },
  { file: '18l-panther-s3.ndjson', records: 4 },
  { file: '21-duplicates.json', records: 3 },
  // A list of two objects: RFC 8259 makes a record of each, whatever names are twice in it.
  { file: '23-dup-keys.json', records: 2 },
  { file: '24-network-activity.json', records: 1 },
  { file: '25-identities.json', records: 7 },
  { file: '28-redelivered-a.json', records: 2 },
  { file: '29-pipes-sqs-array.json', records: 2 },
  { file: '29b-receive-message.json', records: 1 },
  { file: '29c-pipes-kinesis-array.json', records: 1 },
  { file: '29d-get-records.json', records: 1 },
  { file: '29e-lookup-epoch.json', records: 1 },
  { file: '29f-lookup-lower.json', records: 1 },
  { file: '29g-sns-raw-in-sqs-cloudtrail.json', records: 0, message: 'a notice that names 1 object', unwrapped: '1 object' },
  { file: '29h-kafka.json', records: 1 },
  {
    file: '29i-stepfn-input.json',
    records: 0,
    status: 1,
    message: 'received JSON without a record',
    unwrapped: 'expected something AWS delivers of CloudTrail, received an object',
  },
  { file: '29j-s3-test.json', records: 0, message: 'the notice TEST_EVENT', unwrapped: 'TEST_EVENT' },
  { file: '29k-logs-get-log-events.json', records: 1 },
  { file: '29l-eb-archive-replay.json', records: 1 },
  { file: '29m-eb-input-path-detail.json', records: 1 },
  { file: '31-trusted-identity.json', records: 1 },
  { file: '33-map-as-text.json', records: 1 },
  { file: '34-insight.json', records: 1 },
  { file: '35-tls-placeholder.json', records: 2 },
  { file: '36-service-event-no-arn.json', records: 3 },
  {
    file: '38-schedule-custom-input.json',
    records: 0,
    message: 'other JSON',
    unwrapped: 'expected something AWS delivers of CloudTrail, received an object',
  },
  { file: '39-eventbridge-glue-own.json', records: 0, message: 'the notice OTHER_EVENT', unwrapped: 'OTHER_EVENT' },
  { file: '40-cat-gz-members.json.gz', records: 6 },
  { file: '40b-zcat-three-logs.json', records: 6 },
  { file: '41-denials.json', records: 5 },
]

/** Exports whose values hold the record under a path. */
export const EXPORTS: ReadonlyArray<FieldCase & { readonly record: string }> = [
  { file: '12-elastic-source.json', records: 1, record: 'hits.hits[]._source.event.original' },
  { file: '12b-elastic-hits.ndjson', records: 1, record: '_source.event.original' },
  { file: '13-splunk-export.json', records: 2, record: 'result._raw' },
  { file: '18m-fluentbit.ndjson', records: 4, record: 'log' },
]
