/**
 * What may help where a command found nothing.
 *
 * @module
 */

import { recordOf } from '../event/result.js'
import { compileFilter } from '../filter/filter.js'
import { matcherOf } from '../filter/patterns.js'
import { apisOf } from '../filter/subject.js'
import { accountOf } from '../insight/account.js'
import { stringAt } from '../insight/string-at.js'
import { decodeFile } from '../node/decode-files.js'
import { fieldsOf } from './filter-options.js'
import type { SelectionOptions } from './options.js'
import { plural } from './plural.js'
import type { Reading } from './reading.js'
import { isS3Path } from './s3-path.js'

/** The files that are read again, and the most bytes of one. */
const MOST_FILES = 8
const MOST_BYTES = 4 * 1024 * 1024

/** The most names in a hint. */
const MOST_NAMES = 5

/** Returns lines for a run that found nothing; none where it found something. */
export async function hintsFor(
  { tally, logs, paths }: Pick<Reading, 'tally' | 'logs' | 'paths'>,
  options: SelectionOptions & { readonly knownOnly?: boolean },
): Promise<ReadonlyArray<string>> {
  const { source, region, account, knownOnly } = options
  const { records, glue, matched, unknown, broken } = tally
  if (matched > 0 || (unknown > 0 && knownOnly !== true)) return []
  if (unknown > 0) return [`the filter cannot decide about ${plural(unknown, 'record')}; without --known-only they are shown`]
  // Reading from S3 reports itself where there is nothing.
  if (tally.files === 0)
    return paths.filter((path) => !isS3Path(path)).map((path) => `no log files in ${path}: expected .json or .json.gz files`)
  // A command before a pipe that found nothing wrote nothing.
  if (records === 0) return logs.files === undefined || broken > 0 ? [] : ['the files have no records']
  if (source === undefined && glue === 0) return [`0 Glue records in ${plural(records, 'record')}; --source '*' shows the others`]
  const { api } = fieldsOf(options)
  if (region === undefined && account === undefined && api === undefined) return []
  const all = logs.files ?? []
  const files = all.filter(({ size }) => size < MOST_BYTES).slice(0, MOST_FILES)
  const seen = await seenIn(files, source)
  const within = files.length === all.length ? '' : ` in ${plural(files.length, 'file')} that were searched`
  return [
    ...hint('region', region, seen.regions, within),
    ...hint('account', account, seen.accounts, within),
    ...caseHint([api ?? []].flat(), seen.apis),
  ]
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

const shortList = (names: ReadonlyArray<string>): string =>
  (names.length > MOST_NAMES ? [...names.slice(0, MOST_NAMES), `${names.length - MOST_NAMES} more`] : names).join(', ')

/** Returns the regions, accounts and APIs of a service in the files. */
async function seenIn(files: NonNullable<Reading['logs']['files']>, source: SelectionOptions['source']) {
  const regions = new Set<string>()
  const accounts = new Set<string>()
  const apis = new Set<string>()
  const filter = compileFilter(fieldsOf({ source }))
  for (const file of files) {
    for (const { result } of (await decodeFile(file, filter._tag === 'Right' ? { where: filter.right } : {})).entries) {
      const record = recordOf(result)
      const [region, account] = [stringAt(record, 'awsRegion'), accountOf(record)]
      if (region !== undefined) regions.add(region)
      if (account !== undefined) accounts.add(account)
      for (const api of apisOf(record).values) apis.add(api)
    }
  }
  return { regions, accounts, apis }
}
