/**
 * The objects inside a record that are not the identity: TLS, resources, addendum, context, and the content of Insights
 * and aggregated records.
 */
import type { StructureModel } from './types.js'

/** Objects inside the record of a call. */
export const CALL_PARTS: ReadonlyArray<StructureModel> = [
  {
    name: 'TlsDetails',
    meaning:
      'How the connection was secured. Any subset of the members occurs, `{}` included; missing if a service or the console made the call on behalf of the identity.',
    page: 'recordContents',
    members: [
      {
        name: 'tlsVersion',
        type: 'string',
        meaning: 'Protocol version, such as `TLSv1.2` or `TLSv1.3`.',
        page: 'recordContents',
      },
      {
        name: 'cipherSuite',
        type: 'string',
        meaning:
          'Cipher suite, under its OpenSSL name up to TLS 1.2 (`ECDHE-RSA-AES128-GCM-SHA256`) and its standard name from TLS 1.3 (`TLS_AES_128_GCM_SHA256`).',
        page: 'recordContents',
      },
      {
        name: 'clientProvidedHostHeader',
        type: 'string',
        meaning:
          'The host that the client requested, usually the endpoint: it distinguishes FIPS, dual-stack and VPC endpoints. Set by the client.',
        page: 'recordContents',
      },
      {
        name: 'keyExchange',
        type: 'string',
        meaning:
          'Key exchange of the handshake: `X25519MLKEM768` is post-quantum, `x25519` and `secp256r1` are classical. Missing from older records.',
        page: 'recordContents',
      },
    ],
  },
  {
    name: 'RecordResource',
    meaning: 'A resource the call touched, or a prefix of resources: has `ARN` or `ARNPrefix`, in upper case.',
    page: 'recordContents',
    members: [
      {
        name: 'ARN',
        type: 'string',
        meaning: 'ARN of the resource. Upper case, unlike every other `arn` of the record.',
        page: 'recordContents',
      },
      {
        name: 'ARNPrefix',
        type: 'string',
        meaning: 'What the ARNs of the resources begin with, where the call named a prefix and no single resource.',
        page: 'lakeSchemas',
      },
      {
        name: 'accountId',
        type: 'string',
        meaning: 'Account that owns the resource, which need not be the one of the caller.',
        page: 'recordContents',
      },
      {
        name: 'type',
        type: 'string',
        meaning: 'Resource type as in CloudFormation, such as `AWS::Glue::Table`.',
        page: 'recordContents',
      },
    ],
  },
  {
    name: 'Addendum',
    meaning: 'Why the record came late, or what it corrects in one delivered before.',
    page: 'recordContents',
    members: [
      {
        name: 'reason',
        type: 'string',
        meaning:
          '`DELIVERY_DELAY` (late), `UPDATED_DATA` (corrects an earlier record) or `SERVICE_OUTAGE` (the service could not log at the time); open to others.',
        page: 'recordContents',
      },
      {
        name: 'updatedFields',
        type: 'string',
        meaning: 'The members corrected, named in one string; only with `UPDATED_DATA`.',
        page: 'recordContents',
      },
      {
        name: 'originalRequestID',
        type: 'string',
        meaning: '`requestID` of the record corrected; only with `UPDATED_DATA`.',
        page: 'recordContents',
      },
      {
        name: 'originalEventID',
        type: 'string',
        meaning:
          '`eventID` of the record corrected; only with `UPDATED_DATA`. The correction has an `eventID` of its own, so that counting by it counts the call twice.',
        page: 'recordContents',
      },
    ],
  },
  {
    name: 'ResourceTags',
    meaning: 'The selected tags of one resource.',
    page: 'lakeQueryGenerator',
    members: [
      {
        name: 'tags',
        type: { mapOf: 'string' },
        meaning:
          'Tag values by key: only the keys that the event data store is configured for, with their current values, which may be outdated.',
        page: 'lakeQueryGenerator',
      },
    ],
  },
  {
    name: 'TagContext',
    meaning: 'Tags of the resources and of the principal at the time of the call. Often `{}`; a deleted resource has no tags.',
    page: 'contextEvents',
    members: [
      {
        name: 'resourceTags',
        type: { listOf: { structure: 'ResourceTags' } },
        meaning: 'Tags of the resources the call touched, the first 100 of them by ARN.',
        page: 'lakeQueryGenerator',
      },
      {
        name: 'principalTags',
        type: { mapOf: 'string' },
        meaning: 'Tags of the user, role or session that called, values by key.',
        page: 'lakeQueryGenerator',
      },
    ],
  },
  {
    name: 'EventContext',
    meaning:
      'Context that an event data store is configured to add: condition keys and tags. Never in trails, EventBridge or LookupEvents, and empty in late records.',
    page: 'contextEvents',
    members: [
      {
        name: 'requestContext',
        type: { mapOf: 'document' },
        meaning:
          'IAM global condition keys evaluated for the request, such as `aws:ViaAWSService`. Values are strings, booleans included (`"false"`), and lists of strings for keys of several values; a key that did not matter to the decision is missing.',
        page: 'contextEvents',
      },
      {
        name: 'tagContext',
        type: { structure: 'TagContext' },
        meaning: 'Tags of the resources and of the principal.',
        page: 'contextEvents',
      },
    ],
  },
  {
    name: 'McpEventDetails',
    meaning: 'The tool call of an AI agent through the AWS MCP Server.',
    page: 'mcpServer',
    members: [
      {
        name: 'sessionId',
        type: 'string',
        meaning: 'Identifier of the MCP session.',
        page: 'mcpServer',
      },
      {
        name: 'mcpProtocolVersion',
        type: 'string',
        meaning: 'Version of the MCP protocol.',
        page: 'mcpServer',
      },
      {
        name: 'serverVersion',
        type: 'string',
        meaning: 'Version of the MCP server.',
        page: 'mcpServer',
      },
      {
        name: 'mcpServerName',
        type: 'string',
        meaning: 'Name of the MCP server.',
        page: 'mcpServer',
      },
      {
        name: 'executionTimeMs',
        type: 'number or string',
        meaning: 'Duration of the tool call in milliseconds.',
        page: 'mcpServer',
      },
    ],
  },
]

/** Objects inside Insights records. */
export const INSIGHT_PARTS: ReadonlyArray<StructureModel> = [
  {
    name: 'InsightAverage',
    meaning: 'A rate of calls or errors.',
    page: 'insightsTrails',
    members: [
      {
        name: 'average',
        type: 'number',
        meaning: 'Calls or errors a minute, a fraction that may be far below one.',
        page: 'insightsTrails',
      },
    ],
  },
  {
    name: 'InsightStatistics',
    meaning: 'The unusual rate beside the usual one.',
    page: 'insightsTrails',
    members: [
      {
        name: 'baseline',
        type: { structure: 'InsightAverage' },
        meaning: 'The usual rate, over about the seven days before the start.',
        page: 'insightsTrails',
      },
      {
        name: 'insight',
        type: { structure: 'InsightAverage' },
        meaning: 'The unusual rate: in a `Start` record that of the beginning, in an `End` record that of the whole time.',
        page: 'insightsTrails',
      },
      {
        name: 'insightDuration',
        type: 'number',
        meaning: 'How long the unusual activity lasted, in minutes. Missing from `Start` records of the first years.',
        page: 'insightsTrails',
      },
      {
        name: 'baselineDuration',
        type: 'number',
        meaning: 'How long the usual rate was measured, in minutes, 10080 (seven days) or more; ends where the unusual activity begins.',
        page: 'insightsTrails',
      },
    ],
  },
  {
    name: 'InsightAttributionValue',
    meaning: 'One user, agent, error or resource and its share of the activity.',
    page: 'insightsTrails',
    members: [
      {
        name: 'value',
        type: 'string',
        meaning: 'The identity ARN, user agent, error code or resource ARN. The string `"null"` means calls without an error code.',
        page: 'insightsTrails',
      },
      {
        name: 'average',
        type: 'number',
        meaning: 'Calls or errors a minute that go back to `value`.',
        page: 'insightsTrails',
      },
    ],
  },
  {
    name: 'InsightAttribution',
    meaning: 'The unusual values of one attribute of the activity: the identities, the agents, the errors or the resources.',
    page: 'insightsTrails',
    members: [
      {
        name: 'attribute',
        type: 'string',
        meaning: 'The side: `userIdentityArn`, `userAgent`, `errorCode` or, for data events, `resourceArn`; open to others.',
        page: 'insightsTrails',
      },
      {
        name: 'insight',
        type: { listOf: { structure: 'InsightAttributionValue' } },
        meaning: 'The five that contributed most to the unusual activity, largest first: not all of them.',
        page: 'insightsTrails',
      },
      {
        name: 'baseline',
        type: { listOf: { structure: 'InsightAttributionValue' } },
        meaning: 'The five that contributed most to the usual activity, largest first.',
        page: 'insightsTrails',
      },
      {
        name: 'insightValue',
        type: 'string',
        meaning: 'Event data stores only, on its way out since June 2025: the first `value` of `insight`.',
        page: 'insightsLake',
      },
      {
        name: 'insightAverage',
        type: 'number',
        meaning: 'Event data stores only, on its way out since June 2025: the rate of `insightValue`, a minute.',
        page: 'insightsLake',
      },
      {
        name: 'baselineValue',
        type: 'string',
        meaning: 'Event data stores only, on its way out since June 2025: the first `value` of `baseline`.',
        page: 'insightsLake',
      },
      {
        name: 'baselineAverage',
        type: 'number',
        meaning: 'Event data stores only, on its way out since June 2025: the rate of `baselineValue`, a minute.',
        page: 'insightsLake',
      },
    ],
  },
  {
    name: 'InsightContext',
    meaning: 'The figures of an Insights record. Trails have them in `statistics`, event data stores here.',
    page: 'insightsTrails',
    members: [
      {
        name: 'statistics',
        type: { structure: 'InsightStatistics' },
        meaning: 'Trails: the unusual rate beside the usual one.',
        page: 'insightsTrails',
      },
      {
        name: 'attributions',
        type: { listOf: { structure: 'InsightAttribution' } },
        meaning: 'The unusual values, one item for each attribute. Missing in the oldest records.',
        page: 'insightsTrails',
      },
      {
        name: 'baselineAverage',
        type: 'number',
        meaning: 'Event data stores: the usual calls or errors a minute.',
        page: 'insightsLake',
      },
      {
        name: 'insightAverage',
        type: 'number',
        meaning:
          'Event data stores: the unusual calls or errors a minute, of the beginning in a `Start` record, of the whole time in an `End` record.',
        page: 'insightsLake',
      },
      {
        name: 'baselineDuration',
        type: 'number',
        meaning: 'Event data stores: how long the usual rate was measured, in minutes, 10080 or more.',
        page: 'insightsLake',
      },
      {
        name: 'insightDuration',
        type: 'number',
        meaning: 'Event data stores: how long the unusual activity lasted, in minutes.',
        page: 'insightsLake',
      },
    ],
  },
  {
    name: 'InsightDetails',
    meaning: 'What was unusual: which API of which service, and by how much. Trails only.',
    page: 'insightsTrails',
    members: [
      {
        name: 'state',
        type: 'string',
        meaning: '`Start` or `End` of the unusual activity: each has a record of its own, joined by `sharedEventID`.',
        page: 'insightsTrails',
      },
      {
        name: 'eventSource',
        type: 'string',
        meaning: 'Host name of the service with the unusual activity. The record itself has none.',
        page: 'insightsTrails',
      },
      {
        name: 'eventName',
        type: 'string',
        meaning: 'The API with the unusual activity. The record itself has none.',
        page: 'insightsTrails',
      },
      {
        name: 'insightType',
        type: 'string',
        meaning: 'What was counted: `ApiCallRateInsight` (calls) or `ApiErrorRateInsight` (errors); open to others.',
        page: 'insightsTrails',
      },
      {
        name: 'errorCode',
        type: 'string',
        meaning: 'The error whose rate was unusual; absent where calls were counted.',
        page: 'insightsTrails',
      },
      {
        name: 'insightContext',
        type: { structure: 'InsightContext' },
        meaning: 'The figures, and their unusual values.',
        page: 'insightsTrails',
      },
    ],
  },
]

/** Objects inside aggregated records. */
export const AGGREGATED_PARTS: ReadonlyArray<StructureModel> = [
  {
    name: 'TimeWindow',
    meaning: 'The stretch of time the counts are of: the nearest thing to a time an aggregated record has.',
    page: 'aggregatedEvents',
    members: [
      {
        name: 'windowStart',
        type: 'string',
        meaning:
          'Start, included, UTC. Either `2025-11-17T19:20:00Z` or `2025-10-30 23:45:00`, which has no zone and is easily read as local time.',
        page: 'aggregatedEvents',
      },
      {
        name: 'windowEnd',
        type: 'string',
        meaning: 'End, excluded, UTC, written like `windowStart`.',
        page: 'aggregatedEvents',
      },
      {
        name: 'windowSize',
        type: 'string',
        meaning: 'Length as an ISO 8601 duration: `PT5M` is five minutes.',
        page: 'aggregatedEvents',
      },
    ],
  },
  {
    name: 'AggregatedStatistic',
    meaning: 'One value of a dimension and its count.',
    page: 'aggregatedEvents',
    members: [
      {
        name: 'name',
        type: 'string',
        meaning: 'The value: an API, an ARN, an address, or an identity as `TYPE:ID`, such as `AWSService:AWS Internal`.',
        page: 'aggregatedEvents',
      },
      {
        name: 'value',
        type: 'number',
        meaning: 'The figure for it: the number of events where `aggregationType` is `Count`.',
        page: 'aggregatedEvents',
      },
    ],
  },
  {
    name: 'AggregatedDimension',
    meaning: 'The events of the window, counted by one of their members.',
    page: 'aggregatedEvents',
    members: [
      {
        name: 'dimension',
        type: 'string',
        meaning:
          'What was counted by: `eventName`, `resourceARN`, `userIdentity`, `userAgent`, `sourceIpAddress` (with a small p, unlike the member of a call); open to others.',
        page: 'aggregatedEvents',
      },
      {
        name: 'statistics',
        type: { listOf: { structure: 'AggregatedStatistic' } },
        meaning: 'A figure for each value.',
        page: 'aggregatedEvents',
      },
      {
        name: 'aggregationType',
        type: 'string',
        meaning: 'How the figures were made: `Count`; open to others.',
        page: 'aggregatedEvents',
      },
    ],
  },
  {
    name: 'AggregatedSummary',
    meaning:
      'The counts. The dimensions are views of the same events: adding them up counts events more than once, and who did what cannot be read off them.',
    page: 'aggregatedEvents',
    members: [
      {
        name: 'primaryDimension',
        type: { structure: 'AggregatedDimension' },
        meaning:
          'The main view, set by the template of the trail: `eventName` for API_ACTIVITY, `resourceARN` for RESOURCE_ACCESS, `userIdentity` for USER_ACTIONS.',
        page: 'aggregatedEvents',
      },
      {
        name: 'details',
        type: { listOf: { structure: 'AggregatedDimension' } },
        meaning: 'The same events counted by further dimensions.',
        page: 'aggregatedEvents',
      },
    ],
  },
]
