/**
 * The members around the payloads, as plausible as those of real records: what reads records looks at them first.
 *
 * @module
 */
import * as fc from 'fast-check'
import { identity } from './identity.js'
import type { Asked } from './structure.js'

export const REGIONS = ['us-east-1', 'eu-central-1', 'ap-southeast-2', 'us-gov-west-1', 'cn-north-1']

/** Accounts of AWS's own examples. */
export const ACCOUNTS = ['111122223333', '123456789012', '444455556666']

const EARLIEST = 1_385_856_000
const LATEST = 1_924_992_000

/** A moment from CloudTrail's first weeks to the end of 2030, in seconds. */
export const second = (): fc.Arbitrary<number> => fc.integer({ min: EARLIEST, max: LATEST })

const eventTime = (): fc.Arbitrary<string> => second().map((s) => `${new Date(s * 1000).toISOString().slice(0, 19)}Z`)

const account = (): fc.Arbitrary<string> => fc.constantFrom(...ACCOUNTS)

/** Addresses are no addresses at times. */
const address = (): fc.Arbitrary<string> =>
  fc.oneof(fc.ipV4(), fc.ipV6(), fc.constantFrom('athena.amazonaws.com', 'AWS Internal', 'AWS Internal/3'))

/** What stands around the payloads of a call. */
export const callEnvelope = (): Asked => ({
  holding: {
    eventVersion: fc.constantFrom('1.0', '1.05', '1.08', '1.10', '1.11'),
    userIdentity: identity(),
    eventTime: eventTime(),
    awsRegion: fc.constantFrom(...REGIONS),
    sourceIPAddress: address(),
    requestID: fc.uuid(),
    eventID: fc.uuid(),
    eventType: fc.constantFrom('AwsApiCall', 'AwsServiceEvent', 'AwsConsoleAction'),
    eventCategory: fc.constantFrom('Management', 'Data', 'NetworkActivity'),
    recipientAccountId: account(),
  },
  present: ['requestParameters', 'responseElements'],
})

/** What stands around an insight. */
export const insightEnvelope = (): Asked => ({
  holding: {
    eventVersion: fc.constantFrom('1.07', '1.09', '1.11'),
    eventTime: eventTime(),
    awsRegion: fc.constantFrom(...REGIONS),
    eventID: fc.uuid(),
    recipientAccountId: account(),
  },
  present: ['insightDetails'],
})

/** What stands around counts. They have no time of their own, but that of their window. */
export const aggregatedEnvelope = (): Asked => ({
  holding: {
    eventVersion: fc.constant('1.0'),
    awsRegion: fc.constantFrom(...REGIONS),
    eventSource: fc.constantFrom('glue.amazonaws.com', 's3.amazonaws.com', 'lambda.amazonaws.com'),
    eventId: fc.uuid(),
    accountId: account(),
  },
  present: ['timeWindow', 'summary'],
})
