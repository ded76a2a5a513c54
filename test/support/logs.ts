/**
 * Files of records in every form, made of a few small records, and what tests ask of them.
 */
import type { DecodedLog, LogIssueCode } from 'glue-trail/source'

const encoder = new TextEncoder()
const decoder = new TextDecoder('utf-8', { ignoreBOM: true })

export const utf8 = (text: string): Uint8Array => encoder.encode(text)

export const textOf = (bytes: Uint8Array): string => decoder.decode(bytes)

/** A record that matches the model; every third is of Glue. */
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

/** What is not as JSON has it, or not as a log has it; limits, gzip and large integers apart. */
const TEXT_CODES: ReadonlyArray<LogIssueCode> = ['EMPTY', 'NOT_A_LOG', 'DIGEST_FILE', 'CUT_SHORT', 'BROKEN_TEXT', 'BROKEN_RECORD']

export const textCodes = (log: DecodedLog): ReadonlyArray<LogIssueCode> => codes(log).filter((code) => TEXT_CODES.includes(code))

export const codes = (log: DecodedLog): ReadonlyArray<LogIssueCode> => log.issues.map(({ code }) => code)

export const raws = (log: DecodedLog): ReadonlyArray<unknown> => log.entries.map(({ raw }) => raw)

/** What `JSON.parse` says of a text: its value, or that it is none. */
export function verdictOf(json: string): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(json) as unknown }
  } catch {
    return undefined
  }
}
