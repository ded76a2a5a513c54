/**
 * The members around the payloads, as plausible as those of real records, because readers of records use them first.
 *
 * @module
 */
import * as fc from 'fast-check'
import { identity } from './identity.js'
import type { Requirements } from './structure.js'

export const REGIONS = ['us-east-1', 'eu-central-1', 'ap-southeast-2', 'us-gov-west-1', 'cn-north-1']

/** Accounts of AWS's examples. */
export const ACCOUNTS = ['111122223333', '123456789012', '444455556666']

const EARLIEST = 1_385_856_000
const LATEST = 1_924_992_000

/** Generates a time from CloudTrail's first weeks to the end of 2030, in seconds. */
export const second = (): fc.Arbitrary<number> => fc.integer({ min: EARLIEST, max: LATEST })

const eventTime = (): fc.Arbitrary<string> => second().map((s) => `${new Date(s * 1000).toISOString().slice(0, 19)}Z`)

const account = (): fc.Arbitrary<string> => fc.constantFrom(...ACCOUNTS)

/** Generates an address, or a name that CloudTrail writes instead. */
const address = (): fc.Arbitrary<string> =>
  fc.oneof(fc.ipV4(), fc.ipV6(), fc.constantFrom('athena.amazonaws.com', 'AWS Internal', 'AWS Internal/3'))

/** The members around the payloads of a call. */
export const callEnvelope = (): Requirements => ({
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

/** The members around an insight. */
export const insightEnvelope = (): Requirements => ({
  holding: {
    eventVersion: fc.constantFrom('1.07', '1.09', '1.11'),
    eventTime: eventTime(),
    awsRegion: fc.constantFrom(...REGIONS),
    eventID: fc.uuid(),
    recipientAccountId: account(),
  },
  present: ['insightDetails'],
})

/** The members around counts, which have no time except their window. */
export const aggregatedEnvelope = (): Requirements => ({
  holding: {
    eventVersion: fc.constant('1.0'),
    awsRegion: fc.constantFrom(...REGIONS),
    eventSource: fc.constantFrom('glue.amazonaws.com', 's3.amazonaws.com', 'lambda.amazonaws.com'),
    eventId: fc.uuid(),
    accountId: account(),
  },
  present: ['timeWindow', 'summary'],
})
