/**
 * What may help where a command found nothing.
 *
 * @module
 */
import type { RecordPredicate } from '../event/predicate.js'
import { recordOf } from '../event/result.js'
import { FILTER_FIELD_NAMES } from '../filter/field-names.js'
import { matcherOf } from '../filter/patterns.js'
import { apisOf } from '../filter/subject.js'
import type { NonconformingRecord } from '../generated/record/nonconforming-record.js'
import { accountOf } from '../insight/account.js'
import { eventTimeOf } from '../insight/event-time.js'
import { serviceLabel } from '../insight/label.js'
import { MARK, secretIn } from '../insight/secret.js'
import { stringAt } from '../insight/string-at.js'
import { decodeFile } from '../node/decode-files.js'
import { fieldsOf, ignoresCase, selectionOf } from './filter-options.js'
import type { SelectionOptions } from './options.js'
import { plural } from './plural.js'
import type { Reading } from './reading.js'
import { isS3Path } from './s3-path.js'
import { timeText } from './time-text.js'

/** The files that are read again, and the most bytes of one. */
const MOST_FILES = 8
const MOST_BYTES = 4 * 1024 * 1024

/**
 * Larger records are left out: CloudTrail limits an event to this size, and what was parsed first may still be in
 * memory.
 */
const LARGEST = 256 * 1024

/** The most names in a hint. */
const MOST_NAMES = 5

/** Returns lines for a run that found nothing; none where it found something. */
export async function hintsFor(
  { tally, logs, paths }: Pick<Reading, 'tally' | 'logs' | 'paths'>,
  options: SelectionOptions & { readonly knownOnly?: boolean },
): Promise<ReadonlyArray<string>> {
  const { source, region, account, knownOnly } = options
  const { records, unreadable, glue, matched, unknown } = tally
  if (matched > 0 || (unknown > 0 && knownOnly !== true)) return []
  if (unknown > 0) return [`the filter cannot decide about ${plural(unknown, 'record')}; without --known-only they are shown`]
  if (records === 0) return unreadHint({ tally, logs, paths })
  // What cannot be read is named already, and has no service.
  if (source === undefined && glue === 0) {
    return unreadable < records ? [`0 Glue records in ${plural(records, 'record')}; --source '*' shows the others`] : []
  }
  const { api, source: service } = fieldsOf(options)
  const filters = filtersOf(options)
  const all = logs.files ?? []
  const files = searchedFiles(all)
  const within = files.length === all.length ? '' : ` in ${plural(files.length, 'file')} that were searched`
  const otherServices = source === undefined ? [] : hint('service', source, await servicesIn(files), within)
  if (otherServices.length > 0) return otherServices
  if (filters.length === 0 || files.length === 0) return []
  const seen = await seenIn(files, source, filters)
  const lines = [
    ...hint('region', region, seen.regions, within),
    ...hint('account', account, seen.accounts, within),
    ...caseHint(
      [api ?? []].flat().filter((pattern) => !ignoresCase(pattern, service)),
      seen.apis,
    ),
  ]
  return lines.length > 0 || seen.records === 0 ? lines : countHint(filters, seen, within)
}

/** Returns lines for a run that read no record. */
export function unreadHint({ tally, logs, paths }: Pick<Reading, 'tally' | 'logs' | 'paths'>): ReadonlyArray<string> {
  // Reading from S3 reports itself where there is nothing.
  if (tally.files === 0)
    return paths.filter((path) => !isS3Path(path)).map((path) => `no log files in ${path}: expected .json or .json.gz files`)
  // A command before a pipe that found nothing wrote nothing.
  return tally.records > 0 || logs.files === undefined || tally.broken > 0 ? [] : ['the files have no records']
}

/** Returns the files that are read again for a hint. */
export const searchedFiles = (files: NonNullable<Reading['logs']['files']>): typeof files =>
  files.filter(({ size }) => size < MOST_BYTES).slice(0, MOST_FILES)

/** Reads the records of a service in files again. */
export async function* searchedRecords(
  files: NonNullable<Reading['logs']['files']>,
  source: SelectionOptions['source'],
): AsyncGenerator<NonconformingRecord, void, undefined> {
  const filter = selectionOf({ source })
  const options = { maxRecordBytes: LARGEST, ...(filter._tag === 'Right' && { where: filter.right }) }
  for (const file of files) {
    for (const { result } of (await decodeFile(file, options)).entries) {
      const record = recordOf(result)
      if (record !== undefined) yield record
    }
  }
}

/** A part of the filter, and how many of the records that were seen it does not exclude. */
interface FilterPart {
  /** As it is on the command line. */
  readonly words: string
  readonly isTime: boolean
  readonly where: RecordPredicate
  count: number
}

/** Returns the parts of the filter but for the service: a field each, and the span of time. */
function filtersOf(options: SelectionOptions): ReadonlyArray<FilterPart> {
  const { source, from, to, ...fields } = options
  const given = FILTER_FIELD_NAMES.filter((name) => Object.hasOwn(fields, name) && options[name] !== undefined)
  const parts: ReadonlyArray<SelectionOptions> = [
    ...(from === undefined && to === undefined ? [] : [{ ...(from && { from }), ...(to && { to }) }]),
    ...given.map((name) => ({ [name]: options[name] })),
  ]
  return parts.flatMap((part) => {
    const filter = selectionOf({ source, ...part })
    const words = Object.entries(part).map(([name, value]) => [`--${name}`, ...[value].flat().filter((each) => each !== true)].join(' '))
    const isTime = part.from !== undefined || part.to !== undefined
    return filter._tag === 'Left' ? [] : [{ words: words.join(' '), isTime, where: filter.right, count: 0 }]
  })
}

/** Returns lines for times and for those of several filters that match nothing, else for all of them together. */
function countHint(filters: ReadonlyArray<FilterPart>, { span }: Seen, within: string): ReadonlyArray<string> {
  const alone = filters.length < 2
  const none = filters.filter(({ count, isTime }) => count === 0 && (isTime || !alone))
  if (none.length === 0) {
    return alone
      ? []
      : [`no record matches all of these${within}: ${filters.map(({ words, count }) => `${words} (${count} alone)`).join(', ')}`]
  }
  return none.map(({ words, isTime }) => {
    const seen = isTime && span !== undefined ? `; seen: ${span.map((time) => timeText(new Date(time))).join(' to ')} UTC` : ''
    return `no record matches ${words}${within}${seen}`
  })
}

/** Returns a line where nothing that was seen is among what is requested. */
function hint(what: string, requested: ReadonlyArray<string> = [], seen: ReadonlySet<string>, within: string): ReadonlyArray<string> {
  const names = [...seen].sort()
  if (requested.length === 0 || names.length === 0 || names.some(matcherOf(requested))) return []
  return [`no record of ${what} ${requested.join(' or ')}${within}; seen: ${shortList(names)}`]
}

/** Returns a line where an API is spelled in another case. Other names of APIs are reported before anything is read. */
function caseHint(requested: ReadonlyArray<string>, seen: ReadonlySet<string>): ReadonlyArray<string> {
  const names = [...seen].sort()
  if (names.some(matcherOf(requested))) return []
  const isMeant = matcherOf(requested.map((pattern) => pattern.toLowerCase()))
  const meant = names.filter((name) => isMeant(name.toLowerCase()))
  return meant.length === 0 ? [] : [`no record of API ${requested.join(' or ')}: case matters; seen: ${shortList(meant)}`]
}

/** Returns the first names; whoever wrote a record may have put a secret into one. */
function shortList(names: ReadonlyArray<string>): string {
  const shown = names.slice(0, MOST_NAMES).map((name) => (secretIn(name) === undefined ? name : MARK))
  return [...shown, ...(names.length > MOST_NAMES ? [`${names.length - MOST_NAMES} more`] : [])].join(', ')
}

/** What is in the files. */
interface Seen {
  readonly regions: Set<string>
  readonly accounts: Set<string>
  readonly apis: Set<string>
  records: number
  /** The times of the earliest and of the latest record. */
  span?: readonly [first: number, last: number]
}

/** Returns the names of the services in the files. */
async function servicesIn(files: NonNullable<Reading['logs']['files']>): Promise<ReadonlySet<string>> {
  const services = new Set<string>()
  for await (const record of searchedRecords(files, ['*'])) services.add(serviceLabel(stringAt(record, 'eventSource') ?? ''))
  services.delete('')
  return services
}

/** Returns what the files have of a service, and counts what each filter does not exclude. */
async function seenIn(
  files: NonNullable<Reading['logs']['files']>,
  source: SelectionOptions['source'],
  filters: ReadonlyArray<FilterPart>,
): Promise<Seen> {
  const seen: Seen = { regions: new Set(), accounts: new Set(), apis: new Set(), records: 0 }
  for await (const record of searchedRecords(files, source)) {
    seen.records++
    const [region, account, time] = [stringAt(record, 'awsRegion'), accountOf(record), eventTimeOf(record)]
    if (region !== undefined) seen.regions.add(region)
    if (account !== undefined) seen.accounts.add(account)
    for (const api of apisOf(record).values) seen.apis.add(api)
    for (const each of filters) if (each.where.test(record) !== 'NO') each.count++
    if (time !== undefined) seen.span = [Math.min(time, seen.span?.[0] ?? time), Math.max(time, seen.span?.[1] ?? time)]
  }
  return seen
}
