/**
 * What every command that reads log files does: reads them in order, reports what is broken, shows progress, and
 * counts.
 *
 * @module
 */
import type { Command } from 'commander'
import type { RecordPredicate } from '../event/predicate.js'
import { DAYS } from '../filter/instant.js'
import { formatFilterIssues } from '../filter/issue.js'
import { noticesIn } from './broken.js'
import { clipped } from './clip.js'
import { countBatch } from './count.js'
import { escaped } from './escape.js'
import { selectionOf, unknownApis } from './filter-options.js'
import { type Logs, logsIn } from './logs.js'
import { nearMiss } from './near-miss.js'
import type { ReadingOptions, SelectionOptions } from './options.js'
import { parseRecordPath } from './record-path.js'
import { Repeats } from './repeats.js'
import { isS3Path } from './s3-path.js'
import { type Screen, type Streams, screenOf } from './screen.js'
import { type Shown, type ShownOptions, shownIn } from './shown.js'
import { emptyTally, type Tally } from './tally.js'
import type { Verification } from './verification.js'

/** A reading that has begun. */
export interface Reading {
  readonly screen: Screen
  readonly paths: ReadonlyArray<string>
  readonly logs: Logs
  /** What was counted so far. */
  readonly tally: Tally
  /**
   * The requested records, batch by batch. What is broken is reported, and all is counted, before they are returned.
   */
  readonly parts: () => AsyncGenerator<ShownPart, void, undefined>
}

/** Records of a batch. */
export interface ShownPart {
  readonly records: Iterable<Shown>
}

/** The most UTF-16 units of a value that is repeated. */
const MOST_UNITS = 60

/** Returns the filter of the options; if they are invalid, the command ends here. */
export function predicateOf(options: SelectionOptions, command: Command): RecordPredicate {
  const filter = selectionOf(options)
  if (filter._tag === 'Right') return filter.right
  const given = new Map<string, unknown>(Object.entries(options))
  const lines = filter.left.map((issue) => {
    const { code, field, index = 0, expected, received } = issue
    const value = [given.get(field)].flat()[index]
    if (value === undefined) return `--${formatFilterIssues([issue]).join('')}`
    const word = String(value)
    const line = `--${field} '${clipped(word, MOST_UNITS)}': expected ${expected}`
    // What was received is there to see.
    if (code === 'NO_TIME') return `${line} ${nearMiss(word, ['now', ...DAYS.keys()])}`.trimEnd()
    return code === 'EMPTY_RANGE' ? line : `${line}, received ${received}`
  })
  return command.error(`error: ${lines.join('\n       ')}`)
}

/** Lists the files and begins to read; if an option is invalid, the command ends here. */
export async function readingOf(
  paths: ReadonlyArray<string>,
  where: RecordPredicate,
  options: SelectionOptions & ReadingOptions & ShownOptions & { readonly unique?: boolean },
  command: Command,
  streams: Streams,
  verification?: Verification,
): Promise<Reading> {
  if (options.keys !== undefined && paths.filter(isS3Path).length !== 1)
    return command.error('error: --keys needs one s3://BUCKET, whose keys it lists')
  const recordsIn = options.record === undefined ? undefined : parseRecordPath(options.record)
  if (options.record !== undefined && recordsIn === undefined)
    return command.error('error: --record: expected names with dots between them, such as hits.hits[]._source.event.original')
  const all = await logsIn(paths, streams.stdin, options.keys, { followLinks: options.followLinks === true })
  // A function does not go to another thread: with `--record`, one thread reads all.
  const { files, ...single } = all
  const logs: Logs = recordsIn === undefined ? all : single
  const screen = await screenOf(streams, logs.total, options.color)
  for (const line of unknownApis(options)) screen.complain(line)
  const tally = emptyTally()
  const repeats = options.unique === true ? new Repeats() : undefined
  return {
    screen,
    paths,
    logs,
    tally,
    parts: async function* () {
      let isFirst = true
      const read = {
        ...{ where, strict: options.strict === true },
        ...(recordsIn && { recordsIn }),
        ...(verification && { textHash: verification.textHash }),
      }
      for await (const batch of logs.read(read, verification?.label)) {
        for (const line of countBatch(tally, batch, isFirst)) screen.complain(line)
        for (const line of noticesIn(batch)) screen.notice(line)
        if (batch.isChanged === true) {
          tally.broken++
          screen.complain(`${escaped(batch.source)}: ${CHANGED}`)
        }
        isFirst = batch.isLast
        const records = shownIn(batch, options)
        const repeated = (): void => void tally.repeated++
        yield { records: repeats?.once(records, repeated) ?? records }
        screen.advance(batch.done)
      }
      for (const note of [...logs.notes(), ...forgottenIn(repeats)]) screen.note(note)
    },
  }
}

/** Returns a line where repeated records may have been missed. */
export const forgottenIn = (repeats: Repeats | undefined): ReadonlyArray<string> =>
  repeats?.hasForgotten === true ? ['repeated records were found among the last 250,000 records or more; others may be further apart'] : []

/** Of a file that is read twice. */
const CHANGED = 'CHANGED_WHILE_READ: expected the bytes that the verdict is on, received others; records that were written may be of either'
