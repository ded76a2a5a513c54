/**
 * What the table shows of a record. Every text in it is safe to print.
 *
 * @module
 */
import { isHidden } from '../codec/hidden.js'
import { isFailed, isOmitted, memberOf } from '../event/marks.js'
import { accessLevelOf } from '../event/registry.js'
import { GLUE_SOURCE } from '../generated/registry.js'
import { escaped } from './escape.js'
import type { Shown } from './form.js'

/** A record in a few words; empty where it does not say. */
export interface Row {
  readonly date: string
  readonly time: string
  readonly who: string
  /** `UpdateTable`; with the service before it where that is not Glue. */
  readonly api: string
  readonly outcome: string
  readonly from: string
  readonly account: string
  readonly region: string
  /** What is to be known before one trusts the rest. */
  readonly marks: ReadonlyArray<string>
  readonly failed: boolean
  readonly read: boolean
}

const PAYLOADS = ['requestParameters', 'responseElements', 'additionalEventData', 'serviceEventDetails', 'edgeDeviceDetails']

export function rowOf({ record, issues, match }: Shown): Row {
  const [date = '', time = ''] = textOf(record.eventTime).split(/[TZ]/)
  const service = withoutDomain(textOf(record.eventSource))
  const name = textOf(record.eventName)
  const failed = isFailed(record)
  const payloads = PAYLOADS.map((member) => memberOf(record, member))
  const level = record.eventSource === GLUE_SOURCE ? accessLevelOf(name) : undefined
  return {
    date: escaped(date),
    time: escaped(time),
    who: escaped(whoOf(record.userIdentity)),
    api: escaped(record.eventSource === GLUE_SOURCE ? name : `${service}:${name}`),
    outcome: failed ? escaped(textOf(record.errorCode)) || 'failed' : 'ok',
    from: escaped(withoutDomain(textOf(record.sourceIPAddress))),
    account: escaped(textOf(record.recipientAccountId)),
    region: escaped(textOf(record.awsRegion)),
    marks: [
      ...(issues.length > 0 ? ['departing'] : []),
      ...(payloads.some(isOmitted) ? ['omitted'] : []),
      ...(payloads.some(isHidden) ? ['hidden'] : []),
      ...(match === 'unknown' ? ['unsure'] : []),
    ],
    failed,
    read: record.readOnly === true || level === 'Read' || level === 'List',
  }
}

function whoOf(identity: unknown): string {
  return textOf(memberOf(identity, 'userName')) || textOf(memberOf(identity, 'arn')) || textOf(memberOf(identity, 'invokedBy'))
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')

const withoutDomain = (host: string): string => (host.endsWith('.amazonaws.com') ? host.slice(0, -'.amazonaws.com'.length) : host)
