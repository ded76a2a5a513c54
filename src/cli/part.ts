/**
 * What a thread makes of one file: all that is said, counted and written of it, in a form that goes from thread to thread.
 *
 * @module
 */
import type { FileOutcome } from '../node/decode-files.js'
import { brokenIn, isDigest } from './broken.js'
import { type CensusCounts, Counter } from './census.js'
import { countRecords } from './count.js'
import type { Form } from './form.js'
import type { DecodeCommandOptions } from './program.js'
import { type ShownOptions, shownIn } from './shown.js'
import { emptyTally, type Tally } from './tally.js'
import { Watch } from './watch.js'

/** What every command wants of a file. */
export interface Part {
  readonly tally: Tally
  /** What is said of the file, line by line. */
  readonly lines: Array<string>
}

/** What `decode` wants of a file. */
export interface DecodePart extends Part {
  /** The records, each as the form has it: UTF-8, whose memory goes to another thread without a copy. */
  readonly text: Uint8Array<ArrayBuffer>
  /** Whether `--fail-on` holds of one of them. */
  readonly failed: boolean
}

/** What `summary` wants of a file. */
export interface SummaryPart extends Part {
  readonly counts: CensusCounts
}

/** A file written in a form that has nothing between its beginning and its records. */
export function decodePart(log: FileOutcome, form: Form, options: ShownOptions & Pick<DecodeCommandOptions, 'failOn'>): DecodePart {
  const part = partOf(log)
  const watch = new Watch(options, { complain: (line) => part.lines.push(line) })
  let text = ''
  for (const record of shownIn(log, options)) {
    watch.look(record)
    text += form.record(record)
  }
  return { ...part, text: new TextEncoder().encode(text), failed: watch.failed }
}

/** A file counted. */
export function summaryPart(log: FileOutcome, options: ShownOptions): SummaryPart {
  // The command limits the names of all files together. Those of one file are held as its records are.
  const counter = new Counter(Number.POSITIVE_INFINITY)
  for (const record of shownIn(log, options)) counter.add(record)
  return { ...partOf(log), counts: counter.counts }
}

function partOf(log: FileOutcome): Part {
  const lines = [...brokenIn(log)]
  const tally = { ...emptyTally(), files: 1, broken: lines.length, digests: isDigest(log) ? 1 : 0 }
  countRecords(tally, log)
  return { tally, lines }
}
