/**
 * What may help where no call names the table of `history`.
 *
 * @module
 */
import { resourcesOf } from '../insight/resources.js'
import { secretIn } from '../insight/secret.js'
import { searchedFiles, searchedRecords } from './hints.js'
import type { Logs } from './logs.js'
import { nearMiss } from './near-miss.js'

/** The most tables that are compared. */
const MOST_TABLES = 1000

const WORD = /^\S{1,512}$/

/** Returns a suggestion such as `(Did you mean finance.ledger?)`; an empty string where no table has a name like it. */
export async function nearTable(table: string, { files = [] }: Pick<Logs, 'files'>): Promise<string> {
  const names = new Set<string>()
  for await (const record of searchedRecords(searchedFiles(files), undefined)) {
    for (const { type, name, within = [] } of resourcesOf(record).resources) {
      const path = [...within, name].join('.')
      if (type !== 'table' || name === undefined || names.size >= MOST_TABLES) continue
      // White space would be arguments to the library that compares.
      if (WORD.test(path) && secretIn(path) === undefined) names.add(path)
    }
  }
  return nearMiss(table, [...names])
}
