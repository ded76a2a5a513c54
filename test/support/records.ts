/**
 * Small records that match the model, for tests to change.
 */
export const glueCall = {
  eventVersion: '1.09',
  userIdentity: { type: 'IAMUser', arn: 'arn:aws:iam::123456789012:user/johndoe', accountId: '123456789012', userName: 'johndoe' },
  eventTime: '2024-05-14T06:10:00Z',
  eventSource: 'glue.amazonaws.com',
  eventName: 'StartJobRun',
  awsRegion: 'eu-central-1',
  sourceIPAddress: '192.0.2.7',
  requestParameters: { jobName: 'nightly', arguments: { '--day': '2024-05-14' }, maxCapacity: 2 },
  responseElements: { jobRunId: 'jr_1' },
} as const

export const unmodelledCall = { ...glueCall, eventName: 'StartNotebook', requestParameters: 'anything', responseElements: [1] } as const

export const otherServiceCall = { ...glueCall, eventSource: 's3.amazonaws.com', eventName: 'GetObject', requestParameters: null } as const

export const insight = {
  eventVersion: '1.07',
  eventTime: '2024-05-14T06:10:00Z',
  awsRegion: 'eu-central-1',
  eventType: 'AwsCloudTrailInsight',
  eventCategory: 'Insight',
  insightDetails: { state: 'Start', eventSource: 'glue.amazonaws.com', eventName: 'GetTable' },
} as const

export const aggregated = {
  eventVersion: '1.0',
  eventSource: 's3.amazonaws.com',
  eventType: 'AwsAggregatedEvent',
  eventCategory: 'Aggregated',
  awsRegion: 'eu-central-1',
  timeWindow: { windowStart: '2024-05-14T06:10:00Z', windowEnd: '2024-05-14T06:15:00Z', windowSize: 'PT5M' },
} as const

export const nonconformingCall = { ...glueCall, eventName: 'UpdateTable', requestParameters: { tableInput: { name: 5 } } } as const
