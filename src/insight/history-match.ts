/**
 * Which calls change a table, and whether one concerns the table that is wanted.
 *
 * @module
 */
import type { Verdict } from '../event/predicate.js'
import { total } from '../event/total.js'
import { glueApiOf } from './glue-api.js'
import { readGlueArn } from './glue-arn.js'
import type { GlueResource } from './glue-resource.js'
import { type ResourceGapKind, resourcesOf } from './resources.js'
import { catalogPath, compareNames } from './stored-name.js'
import { stringAt } from './string-at.js'

/** What a call does to a table. */
export type TableEffect = 'CREATE' | 'UPDATE' | 'DROP' | 'PARTITIONS' | 'RENAME'

const EFFECTS: Readonly<Record<string, TableEffect>> = {
  BatchCreatePartition: 'PARTITIONS',
  BatchDeletePartition: 'PARTITIONS',
  BatchDeleteTable: 'DROP',
  BatchUpdatePartition: 'PARTITIONS',
  CreatePartition: 'PARTITIONS',
  CreatePartitionIndex: 'PARTITIONS',
  CreateTable: 'CREATE',
  DeleteCatalog: 'DROP',
  DeleteDatabase: 'DROP',
  DeletePartition: 'PARTITIONS',
  DeletePartitionIndex: 'PARTITIONS',
  DeleteTable: 'DROP',
  RenameTable: 'RENAME',
  UpdatePartition: 'PARTITIONS',
  UpdateTable: 'UPDATE',
}

/** The table that is wanted; a part that is not set is any. */
export interface WantedTable {
  readonly database: string
  readonly name: string
  readonly region?: string
  readonly account?: string
  /** The path of its catalog, empty for the root catalog. */
  readonly catalog?: string
}

/** Parses a table's ARN or `database.table`; `undefined` for any other string. */
export function parseWantedTable(table: string): WantedTable | undefined {
  const arn = readGlueArn(table)
  if (arn !== undefined) {
    const { type, within, name, region, account, catalog } = arn
    const [database] = within
    return type === 'table' && database !== undefined && name !== undefined ? { database, name, region, account, catalog } : undefined
  }
  // Names of databases seldom contain a dot, names of tables do.
  const dot = table.indexOf('.')
  return dot > 0 && dot < table.length - 1 ? { database: table.slice(0, dot), name: table.slice(dot + 1) } : undefined
}

/** How a call concerns the wanted table. */
export interface Concern {
  readonly api: string
  readonly effect: TableEffect
  /**
   * Which of the tables of that name, by region, account and catalog; not set where the call may concern it and does
   * not name it.
   */
  readonly key: string | undefined
  readonly arn: string | undefined
  /** Why it does not name it. */
  readonly gap: ResourceGapKind | undefined
  /** How the call ended for the table; not set where the call does not name it. */
  readonly outcome: GlueResource['outcome'] | undefined
  /** Where the record names the table or what contains it. */
  readonly path: GlueResource['path'] | undefined
}

/** Returns how a record concerns a table, or `undefined` where it certainly does not. */
export function concernOf(record: unknown, wanted: WantedTable): Concern | undefined {
  return total((value) => readConcern(value, wanted), record)
}

function readConcern(record: unknown, wanted: WantedTable): Concern | undefined {
  const api = glueApiOf(record) ?? ''
  const effect = Object.hasOwn(EFFECTS, api) ? EFFECTS[api] : undefined
  if (effect === undefined) return undefined
  const { resources, why } = resourcesOf(record)
  let similar = false
  for (const resource of resources) {
    if (!isOwnedAsWanted(resource, wanted)) continue
    const verdict = contains(resource, wanted)
    if (verdict === 'YES') {
      const { type, arn, outcome, path } = resource
      return { api, effect, key: keyOf(resource), arn: type === 'table' ? arn : undefined, gap: undefined, outcome, path }
    }
    if (verdict === 'UNKNOWN') similar = true
  }
  const gap = similar ? 'CASE' : why?.[0]?.kind
  if (gap === undefined || (!similar && isElsewhere(record, api, resources, wanted))) return undefined
  return { api, effect, key: undefined, arn: undefined, gap, outcome: undefined, path: undefined }
}

/** Whether a resource is the table, or contains it. */
function contains({ type, name, within, catalogId }: GlueResource, wanted: WantedTable): Verdict {
  const catalog = catalogPath(catalogId)
  if (type === 'table') {
    const verdicts = [
      compareNames(type, name ?? '', wanted.name, catalog),
      compareNames('database', within?.[0] ?? '', wanted.database, catalog),
    ]
    return verdicts.includes('NO') ? 'NO' : verdicts.includes('UNKNOWN') ? 'UNKNOWN' : 'YES'
  }
  if (type === 'database') return compareNames(type, name ?? '', wanted.database, catalog)
  const isAbove = type === 'catalog' && catalog !== '' && wanted.catalog !== undefined && `${wanted.catalog}/`.startsWith(`${catalog}/`)
  return isAbove ? 'YES' : 'NO'
}

function isOwnedAsWanted({ region, accountId, catalogId, type }: GlueResource, wanted: WantedTable): boolean {
  return (
    mayBeSame(region, wanted.region) &&
    mayBeSame(accountId, wanted.account) &&
    (type === 'catalog' || mayBeSame(catalogPath(catalogId), wanted.catalog))
  )
}

/** Two parts may be the same unless both are set and differ. */
const mayBeSame = (a: string | undefined, b: string | undefined): boolean => a === undefined || b === undefined || a === b

const keyOf = ({ region, accountId, catalogId }: GlueResource): string => JSON.stringify([region, accountId, catalogPath(catalogId)])

/** Whether what a call names is about another table. Names are compared as any catalog may store them. */
function isElsewhere(record: unknown, api: string, resources: ReadonlyArray<GlueResource>, wanted: WantedTable): boolean {
  const differs = (a: string | undefined, b: string): boolean => a?.toLowerCase() !== b.toLowerCase()
  const database = stringAt(record, 'requestParameters', 'databaseName')
  if (database !== undefined && differs(database, wanted.database)) return true
  if (!mayBeSame(stringAt(record, 'awsRegion'), wanted.region)) return true
  return resources.some(({ type, name, within, accountId }) => {
    if (!mayBeSame(accountId, wanted.account)) return true
    if (type === 'database') return differs(name, wanted.database)
    if (type !== 'table') return false
    // A message may name a table without its database, and a batch names one table of many.
    return (within !== undefined && differs(within[0], wanted.database)) || (api !== 'BatchDeleteTable' && differs(name, wanted.name))
  })
}
