/**
 * What may help where a command found nothing.
 *
 * @module
 */

import { recordOf } from '../event/result.js'
import { accountOf } from '../insight/account.js'
import { stringAt } from '../insight/string-at.js'
import { decodeFile } from '../node/decode-files.js'
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
  { source, region, account, knownOnly }: SelectionOptions & { readonly knownOnly?: boolean },
): Promise<ReadonlyArray<string>> {
  const { files, records, glue, matched, unknown } = tally
  if (matched > 0 || (unknown > 0 && knownOnly !== true)) return []
  if (unknown > 0) return [`the filter cannot decide about ${plural(unknown, 'record')}; without --known-only they are shown`]
  // Reading from S3 reports itself where there is nothing.
  if (files === 0) return paths.filter((path) => !isS3Path(path)).map((path) => `no log files in ${path}: expected .json or .json.gz files`)
  // A command before a pipe that found nothing wrote nothing.
  if (records === 0) return logs.files === undefined ? [] : ['the files have no records']
  if (source === undefined && glue === 0) return [`0 Glue records in ${plural(records, 'record')}; --source '*' shows the others`]
  if (region === undefined && account === undefined) return []
  const seen = await placesIn(logs.files ?? [])
  return [
    ...(region === undefined ? [] : [hint('region', region, seen.regions)]),
    ...(account === undefined ? [] : [hint('account', account, seen.accounts)]),
  ]
}

function hint(what: string, requested: ReadonlyArray<string>, seen: ReadonlySet<string>): string {
  const names = [...seen].sort()
  const shown = names.length > MOST_NAMES ? [...names.slice(0, MOST_NAMES), `${names.length - MOST_NAMES} more`] : names
  return `no record of ${what} ${requested.join(' or ')}${names.length === 0 ? '' : `; seen: ${shown.join(', ')}`}`
}

/** Returns the regions and accounts in the first files. */
async function placesIn(files: NonNullable<Reading['logs']['files']>) {
  const regions = new Set<string>()
  const accounts = new Set<string>()
  for (const file of files.filter(({ size }) => size < MOST_BYTES).slice(0, MOST_FILES)) {
    for (const { result } of (await decodeFile(file, {})).entries) {
      const record = recordOf(result)
      const [region, account] = [stringAt(record, 'awsRegion'), accountOf(record)]
      if (region !== undefined) regions.add(region)
      if (account !== undefined) accounts.add(account)
    }
  }
  return { regions, accounts }
}
