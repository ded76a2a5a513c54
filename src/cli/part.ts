/**
 * The result of reading one file: reports, counts and output, in a form that can be passed between threads.
 *
 * @module
 */
import { noticesIn } from './broken.js'
import { type CensusCounts, Counter } from './census.js'
import { countBatch } from './count.js'
import type { Form } from './form.js'
import type { DecodeCommandOptions } from './options.js'
import { Output } from './output.js'
import { repeatKeyOf } from './repeats.js'
import { type ShownLog, type ShownOptions, shownIn } from './shown.js'
import { emptyTally, type Tally } from './tally.js'
import { Watch } from './watch.js'

/** What every command needs of a file. */
export interface Part {
  readonly tally: Tally
  /** What is broken in the file, line by line. */
  readonly lines: Array<string>
  /** Its notices, line by line. */
  readonly notes: Array<string>
}

/** What `decode` needs of a file. */
export interface DecodePart extends Part {
  /** The records, formatted, in UTF-8. The memory is transferred to another thread without a copy. */
  readonly bytes: Uint8Array<ArrayBuffer>
  /** Whether one of them meets a condition of `--fail-on`. */
  readonly failed: boolean
}

/** What `summary` needs of a file. */
export interface SummaryPart extends Part {
  readonly counts: CensusCounts
  /** What identifies each record that was counted, to find those delivered before. */
  readonly keys: ReadonlyArray<string>
}

/** Writes a file in a form that has nothing between its beginning and its records. */
export async function decodePart(
  batches: AsyncIterable<ShownLog>,
  form: Form,
  options: ShownOptions & Pick<DecodeCommandOptions, 'failOn'>,
): Promise<DecodePart> {
  const part = emptyPart()
  const watch = new Watch(options, { complain: (line) => part.lines.push(line) })
  const output = new Output()
  for await (const batch of counted(batches, part)) {
    for (const record of shownIn(batch, options)) {
      watch.look(record)
      output.add(form.record(record))
    }
  }
  return { ...part, bytes: output.handOver(), failed: watch.failed }
}

/**
 * Counts a file.
 *
 * @param without - The numbers of records that are not counted, from 0 among those that are shown.
 */
export async function summaryPart(
  batches: AsyncIterable<ShownLog>,
  options: ShownOptions,
  without: ReadonlySet<number> = new Set(),
): Promise<SummaryPart> {
  const part = emptyPart()
  // The command limits the names of all files together. Those of one file are held as its records are.
  const counter = new Counter(Number.POSITIVE_INFINITY)
  const keys: Array<string> = []
  for await (const batch of counted(batches, part)) {
    for (const record of shownIn(batch, options)) {
      if (!without.has(keys.length)) counter.add(record)
      keys.push(repeatKeyOf(record))
    }
  }
  return { ...part, counts: counter.counts, keys }
}

const emptyPart = (): Part => ({ tally: emptyTally(), lines: [], notes: [] })

async function* counted(batches: AsyncIterable<ShownLog>, { tally, lines, notes }: Part): AsyncGenerator<ShownLog, void, undefined> {
  let isFirst = true
  for await (const batch of batches) {
    for (const line of countBatch(tally, batch, isFirst)) lines.push(line)
    for (const line of noticesIn(batch)) notes.push(line)
    isFirst = batch.isLast
    yield batch
  }
}
