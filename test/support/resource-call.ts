/** Calls to find resources in, and the lines that a test compares. */
import type { Resources } from 'glue-trail'

export const ENVELOPE = {
  eventSource: 'glue.amazonaws.com',
  eventTime: '2024-05-14T06:10:00Z',
  awsRegion: 'us-east-1',
  recipientAccountId: '999999999999',
  userIdentity: { type: 'IAMUser', accountId: '123456789012', arn: 'arn:aws:iam::123456789012:user/ann' },
}
export const call = (eventName: string, requestParameters: unknown, more: object = {}) => ({
  ...ENVELOPE,
  eventName,
  requestParameters,
  ...more,
})
export const AT = 'arn:aws:glue:us-east-1:123456789012:'
export const OWNED = { region: 'us-east-1', accountId: '123456789012' }

/** What a record names, a line each: type, names, ARN, path. */
export const lines = ({ resources }: Resources) =>
  resources.map(({ type, within = [], name = '-', arn = '-', path }) => `${type} ${[...within, name].join('.')} ${arn} ${path.join('.')}`)
