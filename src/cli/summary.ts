/**
 * The command `summary`: counts actors, APIs, resources, errors, and calls over time.
 *
 * @module
 */
import type { Command } from 'commander'
import { fileBatches } from '../node/decode-files.js'
import { type Census, type Counted, Counter } from './census.js'
import { censusText } from './census-text.js'
import { type CsvColumns, dataText } from './data-text.js'
import { escaped } from './escape.js'
import { FOUND, OK } from './exit-code.js'
import { filesFail } from './failure.js'
import { hintsFor } from './hints.js'
import type { Format, SummaryCommandOptions } from './options.js'
import { type SummaryPart, summaryPart } from './part.js'
import { plural } from './plural.js'
import { forgottenIn, predicateOf, readingOf } from './reading.js'
import { Repeats } from './repeats.js'
import type { Screen, Streams } from './screen.js'
import { type Tally, tallyLine } from './tally.js'
import { inThreads, threadsFor } from './threads.js'
import type { Verification } from './verification.js'
import { verificationOf } from './verify.js'

const NO_READS = 'no call only reads: the trail may not record reads'

/** Runs the command and returns its exit status. */
export async function summary(
  paths: ReadonlyArray<string>,
  options: SummaryCommandOptions,
  command: Command,
  streams: Streams,
): Promise<number> {
  const where = predicateOf(options, command)
  const verification = await verificationOf(paths, where, options, command)
  const reading = await readingOf(paths, where, { ...options, unique: true }, command, streams, verification)
  const { screen, tally, logs, parts } = reading
  const counter = new Counter()
  const threads = verification !== undefined ? 1 : threadsFor(logs.files, options.workers)
  if (threads > 1) {
    const repeats = new Repeats()
    for await (const part of inThreads<SummaryPart>(reading, 'summary', { options }, threads)) {
      const repeated = new Set(part.keys.flatMap((key, i) => (repeats.has(key) ? [i] : [])))
      tally.repeated += repeated.size
      // What a repeated record added is not known: its file is read again without it.
      const read = { where, strict: options.strict === true }
      counter.merge(repeated.size === 0 ? part.counts : (await summaryPart(fileBatches(part.read, read), options, repeated)).counts)
    }
    for (const line of forgottenIn(repeats)) screen.note(line)
  } else {
    for await (const { records } of parts()) for (const record of records) counter.add(record)
  }
  const census = counter.result(options.top)
  const hasNoReads = census.calls > 0 && census.reads === 0 && options.writes !== true
  const warnings = [...(hasNoReads ? [NO_READS] : []), ...uncountedIn(census)]
  await screen.write(textOf(census, { warnings, tally, verification }, options.format ?? 'table', screen))
  for (const line of warnings) screen.note(line)
  for (const line of await hintsFor(reading, options)) screen.note(line)
  await screen.end([tallyLine(tally), ...(verification === undefined ? [] : [verification.line()])].join(', '))
  return filesFail(tally, options, verification) ? FOUND : OK
}

const KINDS = { actor: 'actors', person: 'onBehalfOf', api: 'apis', resource: 'resources', error: 'errors', denial: 'denials' } as const

/** Returns lines about names that were not counted, for which NDJSON and CSV have no place. */
const uncountedIn = (census: Census): ReadonlyArray<string> =>
  Object.entries(KINDS).flatMap(([word, kind]) => {
    const { uncounted } = census[kind]
    return uncounted === 0 ? [] : [`${word}: ${plural(uncounted, 'call')} of names that are not counted: there are too many`]
  })

/** A line of NDJSON or CSV. */
interface Entry extends Counted {
  readonly kind: keyof typeof KINDS
}

const COLUMNS: CsvColumns<Entry> = {
  kind: ({ kind }) => kind,
  name: ({ name }) => name,
  calls: ({ calls }) => String(calls),
  failed: ({ failed }) => String(failed),
}

/** What a summary says of the run itself. */
interface Circumstances {
  readonly warnings: ReadonlyArray<string>
  readonly tally: Tally
  readonly verification: Verification | undefined
}

function textOf(census: Census, { warnings, tally, verification }: Circumstances, format: Format, screen: Screen): string {
  if (format === 'table') return censusText(census, screen)
  if (format === 'json') {
    const { files, records, glue, unknown, nonconforming, broken, repeated, others: otherFiles } = tally
    const integrity = verification && { integrity: Object.fromEntries(verification.states()) }
    return `${escaped(JSON.stringify({ files, records, glue, unknown, nonconforming, broken, repeated, otherFiles, ...integrity, ...census, warnings }))}\n`
  }
  const kinds = Object.entries(KINDS) as ReadonlyArray<[keyof typeof KINDS, (typeof KINDS)[keyof typeof KINDS]]>
  const entries = kinds.flatMap(([kind, name]) => census[name].top.map((counted): Entry => ({ kind, ...counted })))
  return dataText(entries, format, COLUMNS)
}
