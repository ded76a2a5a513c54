/**
 * The command in a thread: reads ranges of files and returns the part of each file.
 *
 * @module
 */
import { Transfer, worker } from 'workerpool'
import { fileBatches } from '../node/decode-files.js'
import type { LogFile } from '../node/list-files.js'
import type { LogBatch } from '../source/log-entry.js'
import { selectionOf } from './filter-options.js'
import { csv } from './form/csv.js'
import { json } from './form/json.js'
import { ndjson } from './form/ndjson.js'
import type { Form } from './form.js'
import type { DecodeCommandOptions, ReadingOptions, SelectionOptions, SummaryCommandOptions } from './options.js'
import { type DecodePart, decodePart, type SummaryPart, summaryPart } from './part.js'

/** The forms that threads write: those in which a record does not depend on the ones before it. */
export const THREAD_FORMATS = ['ndjson', 'json', 'csv'] as const

export type ThreadFormat = (typeof THREAD_FORMATS)[number]

/** A range of files, and the options for reading them. */
export interface ThreadTask<O extends SelectionOptions & ReadingOptions = SelectionOptions & ReadingOptions> {
  readonly files: ReadonlyArray<LogFile>
  readonly options: O
  /** When the command began, in milliseconds since 1970. All threads count times ago from it. */
  readonly now: number
}

/** A task of `decode`, with the form of the output. */
export interface DecodeTask extends ThreadTask<DecodeCommandOptions> {
  readonly format: ThreadFormat
}

/** Serves tasks. */
export function serve(): void {
  worker({
    decode: async (task: DecodeTask) => {
      const parts = await decodeRange(task)
      return new Transfer(
        parts,
        parts.map(({ bytes }) => bytes.buffer),
      )
    },
    summary: summaryRange,
  })
}

/** Returns the parts of a range for `decode`, one for each file. */
export const decodeRange = (task: DecodeTask): Promise<ReadonlyArray<DecodePart>> =>
  each(task, (batches) => decodePart(batches, formOf(task.format, task.options.columns), task.options))

/** Returns the parts of a range for `summary`, one for each file. */
export const summaryRange = (task: ThreadTask<SummaryCommandOptions>): Promise<ReadonlyArray<SummaryPart>> =>
  each(task, (batches) => summaryPart(batches, task.options))

async function each<A>(
  { files, options, now }: ThreadTask,
  partOf: (batches: AsyncIterable<LogBatch>) => Promise<A>,
): Promise<ReadonlyArray<A>> {
  const filter = selectionOf(options, { now: new Date(now) })
  // If the filter is invalid, the command has ended before.
  if (filter._tag === 'Left') throw new Error('the filter is wrong')
  const parts: Array<A> = []
  for (const file of files) parts.push(await partOf(fileBatches(file, { where: filter.right, strict: options.strict === true })))
  return parts
}

/** Returns a new form: every file is written by itself. */
function formOf(format: ThreadFormat, columns: ReadonlyArray<string> | undefined): Form {
  switch (format) {
    case 'ndjson':
      return ndjson
    case 'json':
      return json()
    case 'csv':
      return csv(columns)
  }
}
