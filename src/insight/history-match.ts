/**
 * Which calls change a table, and whether one concerns the table that is asked for.
 *
 * @module
 */
import { memberOf } from '../event/member-of.js'
import { isGlueRecord } from '../event/name-guards.js'
import { readGlueArn } from './glue-arn.js'
import type { GlueResource } from './glue-resource.js'
import { type ResourceGapKind, resourcesOf } from './resources.js'
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

/** The table that is asked for; parts that are not said are any. */
export interface TableAsked {
  readonly database: string
  readonly name: string
  readonly region?: string
  readonly account?: string
  /** The path of its catalog, empty for the root catalog. */
  readonly catalog?: string
}

/** A table by its ARN or as `database.table`; nothing for any other text. */
export function tableAsked(text: string): TableAsked | undefined {
  const arn = readGlueArn(text)
  if (arn !== undefined) {
    const { type, within, name, region, account, catalog } = arn
    const [database] = within
    return type === 'table' && database !== undefined && name !== undefined ? { database, name, region, account, catalog } : undefined
  }
  // Names of databases seldom hold a dot, names of tables do.
  const dot = text.indexOf('.')
  return dot > 0 && dot < text.length - 1 ? { database: text.slice(0, dot), name: text.slice(dot + 1) } : undefined
}

/** How a call concerns the table that is asked for. */
export interface Concern {
  readonly effect: TableEffect
  /** Which of the tables of that name, by region, account and catalog; nothing where the call may concern it and does not say so. */
  readonly key: string | undefined
  readonly arn: string | undefined
  /** Why it does not say. */
  readonly gap: ResourceGapKind | undefined
}

/** How a record concerns a table, or `undefined` where it surely does not. */
export function concernOf(record: unknown, asked: TableAsked): Concern | undefined {
  const api = isGlueRecord(record) ? String(record.eventName) : ''
  const effect = Object.hasOwn(EFFECTS, api) ? EFFECTS[api] : undefined
  if (effect === undefined) return undefined
  const { resources, why } = resourcesOf(record)
  const found = resources.find((resource) => holds(resource, asked) && isOwnedAsAsked(resource, asked))
  if (found !== undefined) return { effect, key: keyOf(found), arn: found.type === 'table' ? found.arn : undefined, gap: undefined }
  const gap = why?.[0]?.kind
  return gap === undefined || isElsewhere(record, resources, asked) ? undefined : { effect, key: undefined, arn: undefined, gap }
}

/** Whether a resource is the table, or what it lies in. */
function holds({ type, name, within, catalogId }: GlueResource, asked: TableAsked): boolean {
  if (type === 'table') return name === asked.name && within?.[0] === asked.database
  if (type === 'database') return name === asked.database
  const catalog = catalogPath(catalogId)
  return type === 'catalog' && catalog !== '' && asked.catalog !== undefined && `${asked.catalog}/`.startsWith(`${catalog}/`)
}

function isOwnedAsAsked({ region, accountId, catalogId, type }: GlueResource, asked: TableAsked): boolean {
  return (
    isSame(region, asked.region) &&
    isSame(accountId, asked.account) &&
    (type === 'catalog' || isSame(catalogPath(catalogId), asked.catalog))
  )
}

/** Whether two may be the same: unless both are told and differ. */
const isSame = (a: string | undefined, b: string | undefined): boolean => a === undefined || b === undefined || a === b

/** The path behind the account in a catalog's id. */
function catalogPath(catalogId: string | undefined): string {
  const colon = catalogId?.indexOf(':') ?? -1
  return catalogId === undefined || colon < 0 ? '' : catalogId.slice(colon + 1)
}

const keyOf = ({ region, accountId, catalogId }: GlueResource): string => JSON.stringify([region, accountId, catalogPath(catalogId)])

/** Whether what a call does tell is about another table. */
function isElsewhere(record: unknown, resources: ReadonlyArray<GlueResource>, asked: TableAsked): boolean {
  const database = stringAt(record, 'requestParameters', 'databaseName')
  if (!isSame(database, asked.database) || !isSame(stringAt(record, 'awsRegion'), asked.region)) return true
  const many = memberOf(record, 'eventName') === 'BatchDeleteTable'
  return resources.some(({ type, name, within, accountId }) => {
    if (!isSame(accountId, asked.account)) return true
    if (type === 'database') return name !== asked.database
    return type === 'table' && (within?.[0] !== asked.database || (!many && name !== asked.name))
  })
}
