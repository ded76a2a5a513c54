import { expect, it } from 'vitest'
import { unwrap } from '../../../src/source/envelope/unwrap.js'
import { shownOf } from '../../support/envelope.js'
import { describeShared, sharedFiles, sharedText } from '../../support/shared.js'

/**
 * Every payload of others, and what is in it. Most of them were made for tests of something else, and hold no record.
 */
const PAYLOADS: Readonly<Record<string, ReadonlyArray<string>>> = {
  // vectors/aws-envelopes
  'vectors/aws-envelopes/cloudwatch-base.json': [
    'cloudwatch-logs: awslogs.data.logEvents[0].message: expected JSON, received another string; awslogs.data.logEvents[1].message: expected JSON, received another string; awslogs.data.logEvents[2].message: expected something AWS delivers of CloudTrail, received an object',
  ],
  'vectors/aws-envelopes/eventbridge-base.json': ['eventbridge 6a7e8feb: other-event'],
  'vectors/aws-envelopes/kinesis-dynamodb-stream.json': [
    'kinesis 49657828409187701520019995242508390119953358325192589314: Records[0].kinesis.data: expected something AWS delivers of CloudTrail, received an object',
    'kinesis 49657828409187701520019995242509599045772972954367295490: Records[1].kinesis.data: expected something AWS delivers of CloudTrail, received an object',
  ],
  'vectors/aws-envelopes/kinesis-firehose-put.json': [
    'firehose record1: records[0].data: expected JSON, received another string',
    'firehose record2: records[1].data: expected something AWS delivers of CloudTrail, received an object',
  ],
  'vectors/aws-envelopes/kinesis-firehose-sqs-invalid.json': [
    'firehose 49640912821178817833517986466168945147170627572855734274000000: records[0].data: expected JSON, received another string',
  ],
  'vectors/aws-envelopes/kinesis-firehose-sqs.json': [
    'firehose 49640912821178817833517986466168945147170627572855734274000000: records[0].data.body: expected JSON, received another string',
  ],
  'vectors/aws-envelopes/kinesis-firehose.json': [
    'firehose record1: records[0].data: expected JSON, received another string',
    'firehose record2: records[1].data: expected something AWS delivers of CloudTrail, received an object',
  ],
  'vectors/aws-envelopes/kinesis-stream-cloudwatch-logs.json': [
    'kinesis 49635052289529725553291405521504870233219489715332317186: Records[0].kinesis.data.logEvents[0].message: expected JSON, received another string; Records[0].kinesis.data.logEvents[1].message: expected JSON, received another string; Records[0].kinesis.data.logEvents[2].message: expected JSON, received another string',
    'kinesis 49635052289529725553291405520881064510298312199003701250: Records[1].kinesis.data.logEvents[0].message: expected JSON, received another string; Records[1].kinesis.data.logEvents[1].message: expected JSON, received another string; Records[1].kinesis.data.logEvents[2].message: expected JSON, received another string',
  ],
  'vectors/aws-envelopes/kinesis-stream.json': [
    'kinesis 49590338271490256608559692538361571095921575989136588898: Records[0].kinesis.data: expected JSON, received another string',
    'kinesis 49590338271490256608559692540925702759324208523137515618: Records[1].kinesis.data: expected JSON, received another string',
  ],
  'vectors/aws-envelopes/s3-base.json': ['s3: b21b84d653bb07b05b1e6b33684dc11b'],
  'vectors/aws-envelopes/s3-decoded-key.json': ['s3: Happy Face.jpg'],
  'vectors/aws-envelopes/s3-delete-object.json': ['s3: other-object-event'],
  'vectors/aws-envelopes/s3-eventbridge-object-created.json': ['eventbridge f5f1e65c: IMG_m7fzo3.jpg'],
  'vectors/aws-envelopes/s3-eventbridge-object-deleted.json': ['eventbridge 2ee9cc15: other-object-event'],
  'vectors/aws-envelopes/s3-eventbridge-object-expired.json': ['eventbridge ad1de317: other-object-event'],
  'vectors/aws-envelopes/s3-eventbridge-object-restored.json': ['eventbridge 6924de0d: other-object-event'],
  'vectors/aws-envelopes/s3-glacier.json': ['s3: b21b84d653bb07b05b1e6b33684dc11b'],
  'vectors/aws-envelopes/s3-object-iam-user.json': ['unknown: expected something AWS delivers of CloudTrail, received an object'],
  'vectors/aws-envelopes/s3-object-temp-credentials.json': ['unknown: expected something AWS delivers of CloudTrail, received an object'],
  'vectors/aws-envelopes/s3-s3-lifecycle-event.json': ['s3: other-object-event'],
  'vectors/aws-envelopes/s3-sqs-event.json': ['sqs ca3e7a89: test.pdf'],
  'vectors/aws-envelopes/sns-base.json': ['sns 95df01b4: Records[0].Sns.Message: expected JSON, received another string'],
  'vectors/aws-envelopes/sqs-base.json': [
    'sqs 059f36b4: Records[0].body: expected JSON, received another string',
    'sqs 2e1424d4: Records[1].body: expected something AWS delivers of CloudTrail, received an object',
  ],
  'vectors/aws-envelopes/sqs-sns-body.json': [
    'sqs 79406a00: Records[0].body.Message: expected something AWS delivers of CloudTrail, received an object',
  ],
  // corpus/files
  'corpus/files/eventbridge-schema-registry-cloudtrail.json': [
    'unknown: expected something AWS delivers of CloudTrail, received an object',
  ],
  // corpus/files/aws-powertools+powertools-lambda-python
  'corpus/files/aws-powertools+powertools-lambda-python/tests_events_cloudWatchLogEvent.json': [
    'cloudwatch-logs: awslogs.data.logEvents[0].message: expected JSON, received another string; awslogs.data.logEvents[1].message: expected JSON, received another string',
  ],
  'corpus/files/aws-powertools+powertools-lambda-python/tests_events_cloudWatchLogEventWithPolicyLevel.json': [
    'cloudwatch-logs: awslogs.data: expected JSON, received another string',
  ],
  'corpus/files/aws-powertools+powertools-lambda-python/tests_events_eventBridgeEvent.json': ['eventbridge 6a7e8feb: other-event'],
  'corpus/files/aws-powertools+powertools-lambda-python/tests_events_kinesisStreamCloudWatchLogsEvent.json': [
    'kinesis 49635052289529725553291405521504870233219489715332317186: Records[0].kinesis.data.logEvents[0].message: expected JSON, received another string; Records[0].kinesis.data.logEvents[1].message: expected JSON, received another string; Records[0].kinesis.data.logEvents[2].message: expected JSON, received another string',
    'kinesis 49635052289529725553291405520881064510298312199003701250: Records[1].kinesis.data.logEvents[0].message: expected JSON, received another string; Records[1].kinesis.data.logEvents[1].message: expected JSON, received another string; Records[1].kinesis.data.logEvents[2].message: expected JSON, received another string',
  ],
  'corpus/files/aws-powertools+powertools-lambda-python/tests_events_s3EventBridgeNotificationObjectCreatedEvent.json': [
    'eventbridge f5f1e65c: IMG_m7fzo3.jpg',
  ],
  'corpus/files/aws-powertools+powertools-lambda-python/tests_events_s3EventBridgeNotificationObjectDeletedEvent.json': [
    'eventbridge 2ee9cc15: other-object-event',
  ],
  'corpus/files/aws-powertools+powertools-lambda-python/tests_events_s3EventBridgeNotificationObjectExpiredEvent.json': [
    'eventbridge ad1de317: other-object-event',
  ],
  'corpus/files/aws-powertools+powertools-lambda-python/tests_events_s3EventBridgeNotificationObjectRestoreCompletedEvent.json': [
    'eventbridge 6924de0d: other-object-event',
  ],
  'corpus/files/aws-powertools+powertools-lambda-python/tests_events_s3SqsEvent.json': ['sqs ca3e7a89: test.pdf'],
  'corpus/files/aws-powertools+powertools-lambda-python/tests_events_snsEvent.json': [
    'sns 95df01b4: Records[0].Sns.Message: expected JSON, received another string',
  ],
  'corpus/files/aws-powertools+powertools-lambda-python/tests_events_snsSqsEvent.json': [
    'sqs 79406a00: Records[0].body.Message: expected something AWS delivers of CloudTrail, received an object',
  ],
  'corpus/files/aws-powertools+powertools-lambda-python/tests_events_sqsEvent.json': [
    'sqs 059f36b4: Records[0].body: expected JSON, received another string',
    'sqs 2e1424d4: Records[1].body: expected something AWS delivers of CloudTrail, received an object',
  ],
  // corpus/files/awsdocs+aws-cloudtrail-user-guide
  'corpus/files/awsdocs+aws-cloudtrail-user-guide/cloudtrail-event-reference-aws-console-sign-in-events.0.json': ['log: 1 records'],
  'corpus/files/awsdocs+aws-cloudtrail-user-guide/cloudtrail-log-file-examples.2.json': ['log: 1 records'],
  'corpus/files/awsdocs+aws-cloudtrail-user-guide/cloudtrail-log-file-examples.3.json': ['log: 1 records'],
  'corpus/files/awsdocs+aws-cloudtrail-user-guide/cloudtrail-log-file-examples.4.json': ['log: 1 records'],
  'corpus/files/awsdocs+aws-cloudtrail-user-guide/cloudtrail-log-file-examples.5.json': ['log: 1 records'],
  'corpus/files/awsdocs+aws-cloudtrail-user-guide/cloudtrail-log-file-examples.6.json': ['log: 1 records'],
  'corpus/files/awsdocs+aws-cloudtrail-user-guide/cloudtrail-log-file-examples.7.INVALID.json': [
    'unknown: expected JSON, received another string',
  ],
  'corpus/files/awsdocs+aws-cloudtrail-user-guide/cloudtrail-log-file-examples.8.json': ['log: 1 records'],
  'corpus/files/awsdocs+aws-cloudtrail-user-guide/cloudtrail-log-file-examples.9.json': ['log: 2 records'],
  'corpus/files/awsdocs+aws-cloudtrail-user-guide/cloudtrail-log-file-validation-digest-file-structure.2.json': ['log: digest'],
  'corpus/files/awsdocs+aws-cloudtrail-user-guide/cloudtrail-log-file-validation-digest-file-structure.3.json': ['log: digest'],
  'corpus/files/awsdocs+aws-cloudtrail-user-guide/configure-sns-notifications-for-cloudtrail.0.json': [
    'trail-notice: AWSLogs/123456789012/CloudTrail/us-east-2/2013/12/13/123456789012_CloudTrail_us-west-2_20131213T1920Z_LnPgDQnpkSKEsppV.json.gz',
  ],
  'corpus/files/awsdocs+aws-cloudtrail-user-guide/configure-sns-notifications-for-cloudtrail.1.json': [
    'trail-notice: AWSLogs/123456789012/CloudTrail/us-east-2/2016/08/11/123456789012_CloudTrail_us-east-2_20160811T2215Z_kpaMYavMQA9Ahp7L.json.gz, AWSLogs/123456789012/CloudTrail/us-east-2/2016/08/11/123456789012_CloudTrail_us-east-2_20160811T2210Z_zqDkyQv3TK8ZdLr0.json.gz, AWSLogs/123456789012/CloudTrail/us-east-2/2016/08/11/123456789012_CloudTrail_us-east-2_20160811T2205Z_jaMVRa6JfdLCJYHP.json.gz',
  ],
  // corpus/files/boogy+cloudtrail-rs
  'corpus/files/boogy+cloudtrail-rs/crates_core_tests_fixtures_eventbridge-object-annotation-created.json': [
    'eventbridge 8c2bfa57: other-object-event',
  ],
  'corpus/files/boogy+cloudtrail-rs/crates_core_tests_fixtures_eventbridge-object-created-plus-key.json': [
    'eventbridge 17793124: my+file.json.gz',
  ],
  'corpus/files/boogy+cloudtrail-rs/crates_core_tests_fixtures_eventbridge-object-created-unsupported-version.json': [
    'eventbridge 17793124: example-key',
  ],
  'corpus/files/boogy+cloudtrail-rs/crates_core_tests_fixtures_eventbridge-object-created.json': ['eventbridge 17793124: example-key'],
  'corpus/files/boogy+cloudtrail-rs/crates_core_tests_fixtures_eventbridge-object-deleted.json': [
    'eventbridge 2ee9cc15: other-object-event',
  ],
  'corpus/files/boogy+cloudtrail-rs/crates_core_tests_fixtures_eventbridge-object-restore-completed.json': [
    'eventbridge 6924de0d: other-object-event',
  ],
  'corpus/files/boogy+cloudtrail-rs/crates_core_tests_fixtures_s3-event-object-created.json': ['s3: b21b84d653bb07b05b1e6b33684dc11b'],
  'corpus/files/boogy+cloudtrail-rs/crates_core_tests_fixtures_s3-event-urlencoded-key.json': ['s3: my file=a.json.gz'],
  'corpus/files/boogy+cloudtrail-rs/crates_core_tests_fixtures_s3-test-event.json': ['s3: test-event'],
  'corpus/files/boogy+cloudtrail-rs/crates_core_tests_fixtures_sns-s3-event.json': ['sns 95df01b4: b21b84d653bb07b05b1e6b33684dc11b'],
  'corpus/files/boogy+cloudtrail-rs/crates_core_tests_fixtures_sns-s3-test-event.json': ['sns 6f2b2c3b: test-event'],
  'corpus/files/boogy+cloudtrail-rs/crates_core_tests_fixtures_sqs-batch-partial-garbage.json': [
    'sqs 059f36b4: b21b84d653bb07b05b1e6b33684dc11b',
    'sqs bad00000: Records[1].body: expected JSON, received another string',
    'sqs 2e1424d4: second-sibling-object.json.gz',
  ],
  'corpus/files/boogy+cloudtrail-rs/crates_core_tests_fixtures_sqs-s3-event.json': ['sqs 059f36b4: b21b84d653bb07b05b1e6b33684dc11b'],
  'corpus/files/boogy+cloudtrail-rs/crates_core_tests_fixtures_sqs-sns-event.json': ['sqs 2e1424d4: b21b84d653bb07b05b1e6b33684dc11b'],
  // corpus/files/flosell+trailscraper
  'corpus/files/flosell+trailscraper/tests_cloudtrail_data_111111111111_CloudTrail_eu-central-1_20171211T1505Z_A6kvhMoVeCsc7v8U.json': [
    'log: 2 records',
  ],
  'corpus/files/flosell+trailscraper/tests_smoke_events-for-smoke-test.json': ['log: 3 records'],
  'corpus/files/flosell+trailscraper/tests_smoke_policy-to-guess.json': [
    'unknown: expected something AWS delivers of CloudTrail, received an object',
  ],
}

describeShared('payloads of others', () => {
  const folders = ['vectors/aws-envelopes', 'corpus/files', ...sharedFiles('corpus/files').map((folder) => `corpus/files/${folder}`)]
  const files = folders
    .filter((folder) => !folder.endsWith('.json'))
    .flatMap((folder) => sharedFiles(folder).map((file) => `${folder}/${file}`))
    .filter((file) => file.endsWith('.json'))

  it('are all in the table', () => {
    expect(files).toEqual(Object.keys(PAYLOADS))
  })

  it.each(files)('%s', async (file) => {
    expect((await unwrap(sharedText(file))).flatMap(shownOf)).toEqual(PAYLOADS[file])
  })
})
