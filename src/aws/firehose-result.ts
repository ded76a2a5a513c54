/**
 * The results of a function that transforms records for Firehose.
 *
 * @module
 */
import { memberOf } from '../event/member-of.js'
import type { TrailEntry } from './events.js'

/**
 * What a function that transforms records returns to Firehose: one result for each record, with its id.
 *
 * @see
 * {@link https://docs.aws.amazon.com/firehose/latest/dev/data-transformation-status-model.html AWS: required parameters for data transformation}
 *
 * @category sources
 * @since 0.1.0
 */
export interface FirehoseResult {
  /** In the order of the records that were given. */
  readonly records: ReadonlyArray<TransformedRecord>
}

/**
 * The result for one record of Firehose.
 *
 * @category sources
 * @since 0.1.0
 */
export interface TransformedRecord {
  /** The id that Firehose set. */
  readonly recordId: string
  /** `Ok` to deliver the data, `Dropped` to deliver nothing, `ProcessingFailed` to put the data where failures go. */
  readonly result: 'Ok' | 'Dropped' | 'ProcessingFailed'
  /** In base64: the records that were kept, one per line, or the original data. */
  readonly data: string
}

/** A record as Firehose sends it. */
export interface GivenRecord {
  readonly recordId: string
  readonly data: string
}

/** Returns the records of a transformation event. A record without an id cannot have a result. */
export function firehoseRecords(event: unknown): ReadonlyArray<GivenRecord> {
  const records = memberOf(event, 'records')
  return (Array.isArray(records) ? records : []).flatMap((record: unknown) => {
    const recordId = memberOf(record, 'recordId')
    const data = memberOf(record, 'data')
    return typeof recordId === 'string' ? [{ recordId, data: typeof data === 'string' ? data : '' }] : []
  })
}

/** Returns the result for a record, from the entries that were kept; `undefined` if it failed. */
export function transformedRecord({ recordId, data }: GivenRecord, kept: ReadonlyArray<TrailEntry> | undefined): TransformedRecord {
  const lines = kept === undefined ? undefined : linesOf(kept)
  if (lines === undefined) return { recordId, result: 'ProcessingFailed', data }
  return lines === '' ? { recordId, result: 'Dropped', data } : { recordId, result: 'Ok', data: base64Of(lines) }
}

/** Returns JSON, one value per line; `undefined` if a value is nested too deeply to be written. */
function linesOf(entries: ReadonlyArray<TrailEntry>): string | undefined {
  try {
    return entries.map(({ raw }) => `${JSON.stringify(raw)}\n`).join('')
  } catch {
    return undefined
  }
}

const CHUNK = 8192

/** Returns the UTF-8 of a string in base64. */
function base64Of(content: string): string {
  const bytes = new TextEncoder().encode(content)
  let binary = ''
  // A call takes only so many arguments.
  for (let at = 0; at < bytes.length; at += CHUNK) binary += String.fromCharCode(...bytes.subarray(at, at + CHUNK))
  return btoa(binary)
}
