/**
 * Files in every format with a few small records, and functions that read them.
 */
import type { DecodedLog, LogIssueCode } from 'glue-trail/source'

const encoder = new TextEncoder()
const decoder = new TextDecoder('utf-8', { ignoreBOM: true })

export const utf8 = (content: string): Uint8Array => encoder.encode(content)

export const textOf = (bytes: Uint8Array): string => decoder.decode(bytes)

/** Returns records that match the model; every third is a Glue record. */
export const recordNumber = (n: number): Readonly<Record<string, unknown>> => ({
  eventVersion: '1.09',
  userIdentity: { type: 'IAMUser', arn: 'arn:aws:iam::123456789012:user/jo,h[n]d{oe}', userName: 'quo"te\\' },
  eventTime: '2024-05-14T06:10:00Z',
  eventSource: n % 3 === 0 ? 'glue.amazonaws.com' : 'kms.amazonaws.com',
  eventName: n % 3 === 0 ? 'GetTable' : 'Decrypt',
  awsRegion: 'eu-central-1',
  requestParameters: n % 3 === 0 ? { databaseName: 'a', name: `t${n}` } : { list: [[], {}, 'ä\u2028'], n },
  responseElements: null,
})

export const someRecords = (count: number): ReadonlyArray<unknown> => Array.from({ length: count }, (_, n) => recordNumber(n))

/**
 * Returns the codes of issues about JSON and the structure of a log, without those about limits, gzip and large
 * integers.
 */
const TEXT_CODES: ReadonlyArray<LogIssueCode> = [
  'EMPTY',
  'NOT_A_LOG',
  'DIGEST_FILE',
  'CUT_SHORT',
  'BROKEN_TEXT',
  'BROKEN_RECORD',
  'BROKEN_MESSAGE',
]

export const textCodes = (log: DecodedLog): ReadonlyArray<LogIssueCode> => codes(log).filter((code) => TEXT_CODES.includes(code))

export const codes = (log: DecodedLog): ReadonlyArray<LogIssueCode> => log.issues.map(({ code }) => code)

export const raws = (log: DecodedLog): ReadonlyArray<unknown> => log.entries.map(({ raw }) => raw)

/** Returns the value of a string as JSON, or `undefined` if it is not JSON. */
export function verdictOf(json: string): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(json) as unknown }
  } catch {
    return undefined
  }
}
