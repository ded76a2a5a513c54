/**
 * The CloudTrail record as data: what every record of a call shares, Insights records and aggregated records. The
 * objects inside are in `record-identity.ts` and `record-parts.ts`.
 */
import { IDENTITIES, IDENTITY_STRUCTURES } from './record-identity.js'
import { AGGREGATED_PARTS, CALL_PARTS, INSIGHT_PARTS } from './record-parts.js'
import type { RecordModel, StructureModel } from './types.js'

/** The members that name the call and hold its payloads differ by family of events and are not here. */
const RECORD_FIELDS: StructureModel = {
  name: 'RecordFields',
  meaning:
    'The members of management, data and network activity events of any service. Only `eventTime` and `awsRegion` are always present; `since` is the `eventVersion` that added a member, and later records may still lack it.',
  page: 'recordContents',
  members: [
    {
      name: 'eventVersion',
      type: 'string',
      since: '1.0',
      meaning:
        'Version of the record format, `major.minor` as two integers: 1.10 is newer than 1.9 and than 1.09. A newer minor only adds members.',
      page: 'recordContents',
    },
    {
      name: 'userIdentity',
      type: { structure: 'AnyIdentity' },
      since: '1.0',
      meaning: 'Who made the call and with which credentials. May be missing, or have no `type`.',
      page: 'userIdentity',
    },
    {
      name: 'eventTime',
      type: 'string',
      required: true,
      since: '1.0',
      meaning:
        'When the call was completed, UTC, ISO 8601 to the second. From the clock of the endpoint. It does not order records within a second, and records arrive in no order.',
      page: 'recordContents',
    },
    {
      name: 'awsRegion',
      type: 'string',
      required: true,
      since: '1.0',
      meaning: 'Region the call was made to, such as `us-east-2`. Global services name the one that logs for them, mostly `us-east-1`.',
      page: 'recordContents',
    },
    {
      name: 'sourceIPAddress',
      type: 'string',
      since: '1.0',
      meaning:
        'Where the call came from. Not always an IP address: IPv4, IPv6, the host name of a service, or `AWS Internal`, perhaps with `/` or `#` and a number.',
      page: 'recordContents',
    },
    {
      name: 'userAgent',
      type: 'string',
      since: '1.0',
      meaning: "The client's own name for itself; a service host or `AWS Internal` for calls by AWS. Set by the client, cut at 1 KB.",
      page: 'recordContents',
    },
    {
      name: 'errorCode',
      type: 'string',
      since: '1.0',
      meaning:
        "The service's error, such as `AccessDenied`; a call failed when this or `errorMessage` is present. `VpceAccessDenied` means that a VPC endpoint policy refused it. Cut at 1 KB.",
      page: 'recordContents',
    },
    {
      name: 'errorMessage',
      type: 'string',
      since: '1.0',
      meaning:
        "The service's error message, cut at 1 KB. Real failures lack it; for denied calls it may be the only member that names the resource.",
      page: 'recordContents',
    },
    {
      name: 'additionalEventData',
      type: 'document',
      since: '1.0',
      meaning:
        'Data that is neither request nor response, different for each service. Usually an object; above 28 KB replaced by an object with `omitted`.',
      page: 'recordContents',
    },
    {
      name: 'requestID',
      type: 'string',
      since: '1.01',
      meaning: 'Identifier that the service gave the request, for AWS Support. Often not a UUID; missing in some sign-ins; cut at 1 KB.',
      page: 'recordContents',
    },
    {
      name: 'eventID',
      type: 'string',
      since: '1.01',
      meaning:
        'UUID of this record. The same record delivered twice keeps it: the key to remove duplicates by. Copies of one call in two accounts have two.',
      page: 'recordContents',
    },
    {
      name: 'eventType',
      type: 'string',
      since: '1.02',
      meaning:
        'The kind of activity: `AwsApiCall`, `AwsServiceEvent`, `AwsConsoleAction`, `AwsConsoleSignIn`, `AwsVpceEvents`, `AwsVpceEvent` or `AwsMcpEvent`; open to others.',
      page: 'recordContents',
    },
    {
      name: 'eventCategory',
      type: 'string',
      since: '1.07',
      meaning: '`Management`, `Data` or `NetworkActivity`; open to others. Absent before 1.07.',
      page: 'recordContents',
    },
    {
      name: 'apiVersion',
      type: 'string',
      since: '1.01',
      meaning: "Version of the service's API, mostly a date such as `2015-02-01`. Only with `AwsApiCall`, and few services write it.",
      page: 'recordContents',
    },
    {
      name: 'managementEvent',
      type: 'boolean',
      since: '1.06',
      meaning: 'Whether this is a management event; older records lack it, which does not mean `false`.',
      page: 'recordContents',
    },
    {
      name: 'readOnly',
      type: 'boolean',
      since: '1.01',
      meaning: 'Whether the call changes nothing. Says nothing of the response: a read may have one in the record.',
      page: 'recordContents',
    },
    {
      name: 'resources',
      type: { listOf: { structure: 'RecordResource' } },
      since: '1.01',
      meaning: 'Resources the call touched, as far as the service names them; Glue leaves it out in nearly all records.',
      page: 'recordContents',
    },
    {
      name: 'recipientAccountId',
      type: 'string',
      since: '1.02',
      meaning: 'Account that received the record; across accounts not the account of the caller. Not always twelve digits.',
      page: 'recordContents',
    },
    {
      name: 'sharedEventID',
      type: 'string',
      since: '1.03',
      meaning: 'UUID shared by the copies of one call that two or more accounts received; absent when only one did.',
      page: 'recordContents',
    },
    {
      name: 'vpcEndpointId',
      type: 'string',
      since: '1.04',
      meaning: 'VPC endpoint the call came through, `vpce-...`; for calls by AWS also `AWS Internal` or the name of a service.',
      page: 'recordContents',
    },
    {
      name: 'vpcEndpointAccountId',
      type: 'string',
      since: '1.09',
      meaning: 'Account that owns the VPC endpoint; for calls by AWS also `AWS Internal` or the name of a service.',
      page: 'recordContents',
    },
    {
      name: 'serviceEventDetails',
      type: 'document',
      since: '1.05',
      meaning:
        'What set off a service event and how it ended, different for each. Usually an object; above 100 KB replaced by an object with `omitted`.',
      page: 'recordContents',
    },
    {
      name: 'addendum',
      type: { structure: 'Addendum' },
      since: '1.08',
      meaning: 'Present when the record came late or corrects an earlier one.',
      page: 'recordContents',
    },
    {
      name: 'sessionCredentialFromConsole',
      type: 'boolean or string',
      since: '1.08',
      meaning:
        'Whether the credentials came from a console session; mostly the string `"true"`, and left out rather than false. Absence before 1.08 proves nothing.',
      page: 'recordContents',
    },
    {
      name: 'edgeDeviceDetails',
      type: 'document',
      since: '1.08',
      meaning: 'The edge device a request went to, for S3 on Outposts. Its content is not documented; above 28 KB it is omitted or cut.',
      page: 'recordContents',
    },
    {
      name: 'tlsDetails',
      type: { structure: 'TlsDetails' },
      since: '1.08',
      meaning: 'How the connection was secured; absent when a service made the call, `{}` at times.',
      page: 'recordContents',
    },
    {
      name: 'eventContext',
      type: { structure: 'EventContext' },
      since: '1.11',
      meaning: 'Condition keys and tags that an event data store is configured to add; never in trails, EventBridge or LookupEvents.',
      page: 'contextEvents',
    },
    {
      name: 'mcpEventDetails',
      type: { structure: 'McpEventDetails' },
      meaning: 'Data events of type `AwsMcpEvent`: the tool call of an AI agent.',
      page: 'mcpServer',
    },
    {
      name: 'delegatedViaAWS',
      type: 'document',
      meaning: 'How the AWS MCP Server acted for the caller. Its type is not documented.',
      page: 'mcpServer',
    },
    {
      name: 'annotation',
      type: 'document',
      undocumented: true,
      meaning:
        'Named by AWS as a string column of event data stores and as the first member cut from large records, and described nowhere.',
      page: 'lakeSchemas',
    },
  ],
}

const INSIGHT_RECORD: StructureModel = {
  name: 'InsightRecord',
  extends: 'RecordFields',
  meaning:
    'Start or end of unusual activity, found by CloudTrail Insights. No call: it has no identity, no source address and no user agent. Trails put the finding into `insightDetails`, event data stores into the members that begin with `insight`.',
  page: 'insightsTrails',
  members: [
    {
      name: 'eventVersion',
      type: 'string',
      since: '1.07',
      meaning: 'Version of the record format, `major.minor` as two integers, on the same line as records of calls.',
      page: 'insightsTrails',
    },
    {
      name: 'eventTime',
      type: 'string',
      required: true,
      since: '1.07',
      meaning: 'When the unusual activity began or ended, UTC, ISO 8601, to the minute.',
      page: 'insightsTrails',
    },
    {
      name: 'awsRegion',
      type: 'string',
      required: true,
      since: '1.07',
      meaning: 'Region of the unusual activity.',
      page: 'insightsTrails',
    },
    {
      name: 'eventID',
      type: 'string',
      since: '1.07',
      meaning: 'UUID of this record; start and end have one each.',
      page: 'insightsTrails',
    },
    {
      name: 'eventType',
      type: { literal: 'AwsCloudTrailInsight' },
      required: true,
      since: '1.07',
      meaning: 'Marks an Insights record.',
      page: 'insightsTrails',
    },
    {
      name: 'eventCategory',
      type: { literal: 'Insight' },
      required: true,
      since: '1.07',
      meaning: 'Marks an Insights record.',
      page: 'insightsTrails',
    },
    {
      name: 'eventSource',
      type: 'absent',
      meaning: 'Not in an Insights record: the service is `insightDetails.eventSource`, in event data stores `insightEventSource`.',
      page: 'insightsTrails',
    },
    {
      name: 'eventName',
      type: 'absent',
      meaning: 'Not in an Insights record: the API is `insightDetails.eventName`, in event data stores `insightEventName`.',
      page: 'insightsTrails',
    },
    {
      name: 'recipientAccountId',
      type: 'string',
      since: '1.07',
      meaning: 'Account with the unusual activity, which received the record.',
      page: 'insightsTrails',
    },
    {
      name: 'sharedEventID',
      type: 'string',
      since: '1.07',
      meaning:
        'UUID of the finding: the same in the record of its start and that of its end. Does not mean two accounts, as it does for calls.',
      page: 'insightsTrails',
    },
    {
      name: 'insightDetails',
      type: { structure: 'InsightDetails' },
      since: '1.07',
      meaning: 'The finding, as trails have it.',
      page: 'insightsTrails',
    },
    {
      name: 'addendum',
      type: { structure: 'Addendum' },
      meaning: 'Event data stores: present when the record came late or corrects an earlier one.',
      page: 'insightsLake',
    },
    {
      name: 'insightSource',
      type: 'string',
      meaning: 'Event data stores: the event data store whose management events were analysed.',
      page: 'insightsLake',
    },
    {
      name: 'insightState',
      type: 'string',
      meaning: 'Event data stores: `Start` or `End` of the unusual activity.',
      page: 'insightsLake',
    },
    {
      name: 'insightEventSource',
      type: 'string',
      meaning: 'Event data stores: host name of the service with the unusual activity.',
      page: 'insightsLake',
    },
    {
      name: 'insightEventName',
      type: 'string',
      meaning: 'Event data stores: the API with the unusual activity.',
      page: 'insightsLake',
    },
    {
      name: 'insightErrorCode',
      type: 'string',
      meaning: 'Event data stores: the error whose rate was unusual; absent where calls were counted.',
      page: 'insightsLake',
    },
    {
      name: 'insightType',
      type: 'string',
      meaning: 'Event data stores: `ApiCallRateInsight` or `ApiErrorRateInsight`; open to others.',
      page: 'insightsLake',
    },
    {
      name: 'insightContext',
      type: { structure: 'InsightContext' },
      meaning: 'Event data stores: the figures, and their unusual values.',
      page: 'insightsLake',
    },
  ],
}

const AGGREGATED_RECORD: StructureModel = {
  name: 'AggregatedRecord',
  lacks: 'RecordFields',
  meaning:
    'Counts of the data events of one service within a few minutes. Has its own line of versions, spells `eventId` and `accountId` its own way, and has no `eventTime`: take the `timeWindow`.',
  page: 'aggregatedEvents',
  members: [
    {
      name: 'eventVersion',
      type: 'string',
      since: '1.0',
      meaning: 'Version of the aggregated format, which counts from 1.0 on its own: not to be compared with records of calls.',
      page: 'aggregatedEvents',
    },
    {
      name: 'accountId',
      type: 'string',
      since: '1.0',
      meaning: 'Account that received the record: what `recipientAccountId` is elsewhere.',
      page: 'aggregatedEvents',
    },
    {
      name: 'eventId',
      type: 'string',
      since: '1.0',
      meaning: 'UUID of this record: what `eventID` is elsewhere.',
      page: 'aggregatedEvents',
    },
    {
      name: 'eventCategory',
      type: { literal: 'Aggregated' },
      required: true,
      since: '1.0',
      meaning: 'Marks an aggregated record.',
      page: 'aggregatedEvents',
    },
    {
      name: 'eventType',
      type: { literal: 'AwsAggregatedEvent' },
      required: true,
      since: '1.0',
      meaning: 'Marks an aggregated record.',
      page: 'aggregatedEvents',
    },
    {
      name: 'awsRegion',
      type: 'string',
      since: '1.0',
      meaning: 'Region of the calls counted.',
      page: 'aggregatedEvents',
    },
    {
      name: 'eventSource',
      type: 'string',
      required: true,
      since: '1.0',
      meaning: 'Host name of the service whose calls were counted, such as `s3.amazonaws.com`.',
      page: 'aggregatedEvents',
    },
    {
      name: 'eventName',
      type: 'absent',
      meaning: 'Not in an aggregated record: the APIs are the names in the `eventName` dimension, where there is one.',
      page: 'aggregatedEvents',
    },
    {
      name: 'eventTime',
      type: 'absent',
      meaning: 'Not in an aggregated record: the time is the `timeWindow`.',
      page: 'aggregatedEvents',
    },
    {
      name: 'timeWindow',
      type: { structure: 'TimeWindow' },
      since: '1.0',
      meaning: 'The minutes the counts are of.',
      page: 'aggregatedEvents',
    },
    {
      name: 'summary',
      type: { structure: 'AggregatedSummary' },
      since: '1.0',
      meaning: 'The counts.',
      page: 'aggregatedEvents',
    },
    {
      name: 'addendum',
      type: { structure: 'Addendum' },
      since: '1.0',
      meaning: 'Present when the record came late or was computed again; AWS documents `reason` alone.',
      page: 'aggregatedEvents',
    },
  ],
}

/** The model of the whole record. */
export const RECORD: RecordModel = {
  pages: {
    recordContents: 'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-record-contents.html',
    userIdentity: 'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-user-identity.html',
    contextEvents: 'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-context-events.html',
    insightsTrails: 'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-insights-fields-trails.html',
    insightsLake: 'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-insights-fields-lake.html',
    aggregatedEvents: 'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-aggregated-events.html',
    mcpServer: 'https://docs.aws.amazon.com/agent-toolkit/latest/userguide/logging-using-cloudtrail.html',
    lakeSchemas: 'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/query-supported-event-schemas.html',
    lakeQueryGenerator: 'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/lake-query-generator.html',
  },
  structures: [
    ...IDENTITY_STRUCTURES,
    ...CALL_PARTS,
    ...INSIGHT_PARTS,
    ...AGGREGATED_PARTS,
    RECORD_FIELDS,
    INSIGHT_RECORD,
    AGGREGATED_RECORD,
  ],
  identities: IDENTITIES,
}
