/**
 * What Firehose gets back from a function that transforms records.
 *
 * @module
 */
import { memberOf } from '../event/member-of.js'
import type { TrailEntry } from './events.js'

/**
 * What a function that transforms records gives back to Firehose: one result for each record, with its id.
 *
 * @see {@link https://docs.aws.amazon.com/firehose/latest/dev/data-transformation-status-model.html AWS: required parameters for data transformation}
 *
 * @category sources
 * @since 0.1.0
 */
export interface FirehoseResult {
  /** In the order of the records that were given. */
  readonly records: ReadonlyArray<TransformedRecord>
}

/**
 * What became of one record of Firehose.
 *
 * @category sources
 * @since 0.1.0
 */
export interface TransformedRecord {
  /** The id that Firehose gave. */
  readonly recordId: string
  /** `Ok` to deliver the data, `Dropped` to deliver nothing, `ProcessingFailed` to put the data where failures go. */
  readonly result: 'Ok' | 'Dropped' | 'ProcessingFailed'
  /** In base64: the records that were kept, one a line, or what was given. */
  readonly data: string
}

/** A record as Firehose gives it. */
export interface GivenRecord {
  readonly recordId: string
  readonly data: string
}

/** The records of a transformation event. One without an id cannot be answered. */
export function firehoseRecords(event: unknown): ReadonlyArray<GivenRecord> {
  const records = memberOf(event, 'records')
  return (Array.isArray(records) ? records : []).flatMap((record: unknown) => {
    const recordId = memberOf(record, 'recordId')
    const data = memberOf(record, 'data')
    return typeof recordId === 'string' ? [{ recordId, data: typeof data === 'string' ? data : '' }] : []
  })
}

/** The result for a record, from what was kept of it; `undefined` where it failed. */
export function transformedRecord({ recordId, data }: GivenRecord, kept: ReadonlyArray<TrailEntry> | undefined): TransformedRecord {
  const lines = kept === undefined ? undefined : linesOf(kept)
  if (lines === undefined) return { recordId, result: 'ProcessingFailed', data }
  return lines === '' ? { recordId, result: 'Dropped', data } : { recordId, result: 'Ok', data: base64Of(lines) }
}

/** One JSON text a line; `undefined` where a value is nested more deeply than can be written. */
function linesOf(entries: ReadonlyArray<TrailEntry>): string | undefined {
  try {
    return entries.map(({ raw }) => `${JSON.stringify(raw)}\n`).join('')
  } catch {
    return undefined
  }
}

const CHUNK = 8192

/** The base64 of a text's UTF-8. */
function base64Of(content: string): string {
  const bytes = new TextEncoder().encode(content)
  let binary = ''
  // A call takes only so many arguments.
  for (let at = 0; at < bytes.length; at += CHUNK) binary += String.fromCharCode(...bytes.subarray(at, at + CHUNK))
  return btoa(binary)
}
