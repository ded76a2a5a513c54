/**
 * Writes calls as CloudTrail does: one envelope, members in CloudTrail's order, files by region and time of delivery.
 *
 * @module
 */
import { accessLevelOf } from '../../event/registry.js'
import { chance } from '../../example/chance.js'
import type { GlueEventByName, GlueEventName } from '../../generated/registry.js'
import { ACCOUNT, type Caller } from './people.js'

type Members = Readonly<Record<string, unknown>>

/** What a call has beside its caller, name and request. */
export interface More {
  readonly response?: Members
  /** Code and message. A denied call has no request. */
  readonly error?: readonly [code: string, message?: string]
  readonly additional?: Members
  readonly resources?: ReadonlyArray<Members>
  readonly readOnly?: boolean
  /** A data event: S3 objects. */
  readonly data?: true
  readonly eventType?: string
  readonly sharedEventID?: string
}

/** A file as CloudTrail puts it into the bucket. */
export interface LogFile {
  readonly key: string
  readonly records: ReadonlyArray<unknown>
}

export interface Scribe {
  /** Begins a file: what follows goes there. */
  readonly file: (region: string, delivered: string, kind?: 'CloudTrail' | 'CloudTrail-Insight') => void
  /** Sets the clock, `HH:MM:SS`; every call lets some seconds pass. */
  readonly at: (time: string) => void
  /** Logs a Glue call, typed by its model. */
  readonly glue: <N extends GlueEventName>(by: Caller, name: N, request: GlueEventByName[N]['requestParameters'], more?: More) => void
  /** Logs a call of any service. */
  readonly call: (by: Caller, service: string, name: string, request: unknown, more?: More) => void
  /** Logs a record that is not a call. */
  readonly record: (record: (eventTime: string, region: string) => Members) => void
  readonly jobRunId: () => string
  readonly uuid: () => string
  readonly files: () => ReadonlyArray<LogFile>
}

const DAY = Date.UTC(2024, 4, 14)
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'

export function scribe(seed: number): Scribe {
  const { int, letters, hex, uuid } = chance(seed)
  const files: Array<{ key: string; region: string; records: Array<{ rank: number; record: unknown }> }> = []
  let clock = DAY

  const current = () => {
    const last = files.at(-1)
    if (last === undefined) throw new Error('begin a file first')
    return last
  }
  const write = (record: unknown): void => {
    const { records } = current()
    // Records in a file are unsorted, but nearly in order.
    records.push({ rank: records.length + int(5), record })
  }
  const now = (): string => `${new Date(clock).toISOString().slice(0, 19)}Z`

  const call: Scribe['call'] = (by, service, name, request, more = {}) => {
    clock += (1 + int(7)) * 1000
    const { region } = current()
    const source = `${service}.amazonaws.com`
    const direct = by.userAgent !== by.sourceIPAddress
    write({
      eventVersion: service === 'glue' || service === 'signin' ? '1.09' : '1.10',
      userIdentity: by.identity,
      eventTime: now(),
      eventSource: source,
      eventName: name,
      awsRegion: region,
      sourceIPAddress: by.sourceIPAddress,
      userAgent: by.userAgent,
      ...(more.error && { errorCode: more.error[0], ...(more.error[1] && { errorMessage: more.error[1] }) }),
      requestParameters: request ?? null,
      responseElements: more.response ?? null,
      ...(more.additional && { additionalEventData: more.additional }),
      ...(service !== 'signin' && { requestID: uuid() }),
      eventID: uuid(),
      readOnly: more.readOnly ?? false,
      ...(more.resources && { resources: more.resources }),
      eventType: more.eventType ?? 'AwsApiCall',
      managementEvent: !more.data,
      recipientAccountId: ACCOUNT,
      ...(more.sharedEventID && { sharedEventID: more.sharedEventID }),
      eventCategory: more.data ? 'Data' : 'Management',
      ...(direct && {
        tlsDetails: {
          tlsVersion: 'TLSv1.3',
          cipherSuite: 'TLS_AES_128_GCM_SHA256',
          clientProvidedHostHeader: `${service}.${region}.amazonaws.com`,
        },
      }),
      ...(by.console && { sessionCredentialFromConsole: 'true' }),
    })
  }

  return {
    call,
    uuid,
    jobRunId: () => `jr_${hex(64)}`,
    glue: (by, name, request, more) => {
      const level = accessLevelOf(name)
      call(by, 'glue', name, request, { readOnly: level === 'Read' || level === 'List', ...more })
    },
    record: (record) => write(record(now(), current().region)),
    at: (time) => {
      clock = DAY + Date.parse(`1970-01-01T${time}Z`)
    },
    file: (region, delivered, kind = 'CloudTrail') => {
      const name = `${ACCOUNT}_${kind}_${region}_20240514T${delivered}Z_${letters(LETTERS, 16)}.json.gz`
      files.push({ key: `AWSLogs/${ACCOUNT}/${kind}/${region}/2024/05/14/${name}`, region, records: [] })
    },
    files: () => files.map(({ key, records }) => ({ key, records: records.sort((a, b) => a.rank - b.rank).map(({ record }) => record) })),
  }
}
