/**
 * What is different between two definitions of a table.
 *
 * @module
 */
import { memberOf } from '../event/member-of.js'
import { isGlueRecord } from '../event/name-guards.js'
import { total } from '../event/total.js'
import { present } from './present.js'
import { type ColumnDefinition, definitionOf, type NoDefinition, type TableDefinition, type TablePart } from './table-definition.js'

/**
 * A value that differs; `from` or `to` is left out if the value is missing there.
 *
 * @category insights
 * @since 0.1.0
 */
export interface ChangedText {
  /** Before. */
  readonly from?: string
  /** After. */
  readonly to?: string
}

/**
 * A named value that differs: without `from` it was added, without `to` removed.
 *
 * @category insights
 * @since 0.1.0
 */
export interface ChangedEntry extends ChangedText {
  /** The name, as the request has it. */
  readonly name: string
}

/**
 * A column: of an Iceberg partition spec, a field whose type is its transform.
 *
 * @category insights
 * @since 0.1.0
 */
export interface TableColumn {
  /** The name, as the request has it. */
  readonly name: string
  /** The type, if it is a string; types of Iceberg's nested fields are not. */
  readonly type?: string
}

/**
 * How a list of columns differs.
 *
 * @category insights
 * @since 0.1.0
 */
export interface ColumnsChange {
  /** Columns that are new. */
  readonly added: ReadonlyArray<TableColumn>
  /** Columns that are gone. */
  readonly dropped: ReadonlyArray<TableColumn>
  /**
   * Columns of another name, where Iceberg's field id says that they are the same; without an id such are dropped and
   * added.
   */
  readonly renamed: ReadonlyArray<Required<ChangedText>>
  /** Columns of another type, by the name they have now. */
  readonly retyped: ReadonlyArray<ChangedEntry>
  /** Columns of another comment or other parameters, by the name they have now. */
  readonly altered: ReadonlyArray<string>
  /** Whether the columns that are in both have another order. */
  readonly reordered: boolean
}

/**
 * How a table's definition differs. All lists are empty and all else left out where nothing does.
 *
 * @category insights
 * @since 0.1.0
 */
export interface TableChange {
  /** Distinguishes it from `NoTableChange`. */
  readonly kind: 'CHANGE'
  /** Columns other than partition keys. */
  readonly columns: ColumnsChange
  /** Partition keys; of Iceberg tables the fields of the partition spec. */
  readonly partitionKeys: ColumnsChange
  /** The location of the data. */
  readonly location?: ChangedText
  /** The table's parameters; they may hold secrets. */
  readonly parameters: ReadonlyArray<ChangedEntry>
  /**
   * The serde: `name`, `serializationLibrary`, `inputFormat`, `outputFormat`, and its parameters as `parameters.NAME`.
   */
  readonly serde: ReadonlyArray<ChangedEntry>
  /** What the open-table-format input of the later request asks for, such as `add-schema` or `CREATE`. */
  readonly openTableFormat: ReadonlyArray<string>
  /** Names of other members that differ, such as `description` or `storageDescriptor.compressed`, sorted. */
  readonly other: ReadonlyArray<string>
  /**
   * What could not be compared: a part that is redacted, nonconforming or missing in one of the requests, or columns
   * that differ in upper and lower case in a catalog that may keep it. `types`, where one request has Iceberg's names
   * of types and the other Hive's.
   */
  readonly unknown: ReadonlyArray<'columns' | 'partitionKeys' | 'location' | 'parameters' | 'serde' | 'types'>
}

/**
 * Why two definitions cannot be compared.
 *
 * @category insights
 * @since 0.1.0
 */
export interface NoTableChange {
  /** Distinguishes it from `TableChange`. */
  readonly kind: 'UNKNOWN'
  /** Which of the two has no definition; the earlier one if neither has. */
  readonly side: 'BEFORE' | 'AFTER'
  /**
   * `OMITTED`: its payload was too large to log. `REDACTED`: a marker replaces it. `NONCONFORMING`: it does not match
   * the model. `NOT_LOGGED`: it has no table input, as denied calls. `NOT_A_TABLE`: it is not `CreateTable` or
   * `UpdateTable`.
   */
  readonly why: NoDefinition | 'NOT_A_TABLE'
}

/**
 * Returns what a request changes in a table against an earlier one. `UpdateTable` replaces the whole definition, so
 * that what the later one leaves out is gone; open-table-format updates change only what they name. It does not check
 * whether a call succeeded.
 *
 * @param before - A record of `CreateTable` or `UpdateTable`, or its `requestParameters`.
 * @param after - The later one, likewise.
 * @returns The differences, or why they are unknown.
 *
 * @example
 * import { tableChangeOf } from 'glue-trail'
 *
 * const table = (...columns: ReadonlyArray<object>): object => ({ tableInput: { name: 'orders', storageDescriptor: { columns } } })
 * const id = { name: 'id', type: 'int' }
 * const change = tableChangeOf(table(id), table({ ...id, type: 'bigint' }, { name: 'note', type: 'string' }))
 * assert.ok(change.kind === 'CHANGE')
 * assert.deepStrictEqual(change.columns.added, [{ name: 'note', type: 'string' }])
 * assert.deepStrictEqual(change.columns.retyped, [{ name: 'id', from: 'int', to: 'bigint' }])
 *
 * @category insights
 * @since 0.1.0
 */
export function tableChangeOf(before: unknown, after: unknown): TableChange | NoTableChange {
  const first = total(definitionIn, before)
  if (typeof first === 'string') return { kind: 'UNKNOWN', side: 'BEFORE', why: first }
  const second = total((u) => definitionIn(u, first), after)
  if (typeof second === 'string') return { kind: 'UNKNOWN', side: 'AFTER', why: second }
  return changeBetween(first, second)
}

const APIS: ReadonlyArray<unknown> = ['CreateTable', 'UpdateTable']

function definitionIn(u: unknown, before?: TableDefinition): TableDefinition | NoDefinition | 'NOT_A_TABLE' {
  if (memberOf(u, 'eventSource') === undefined) return definitionOf(u, before)
  return isGlueRecord(u) && APIS.includes(u.eventName) ? definitionOf(memberOf(u, 'requestParameters'), before) : 'NOT_A_TABLE'
}

const PARTS: ReadonlyArray<TablePart> = ['columns', 'partitionKeys', 'location', 'parameters', 'serde']

/** What is different in the later of two definitions. */
export function changeBetween(before: TableDefinition, after: TableDefinition): TableChange {
  const sameTypes = before.icebergTypes === after.icebergTypes
  // Glue folds names of columns to lower case, except those of Iceberg tables.
  const foldsCase = !before.iceberg && !after.iceberg
  const isVague = (part: TablePart): boolean =>
    foldsCase && after.federated && (part === 'columns' || part === 'partitionKeys') && differInCase(before[part], after[part])
  const unknown = PARTS.filter((part) => before[part] === undefined || after[part] === undefined || isVague(part))
  const [from, to] = [before.location, after.location]
  return {
    kind: 'CHANGE',
    columns: columnsBetween(before.columns, after.columns, sameTypes, foldsCase),
    partitionKeys: columnsBetween(before.partitionKeys, after.partitionKeys, true, foldsCase),
    ...present({
      location: from === undefined || to === undefined || from === to ? undefined : changed(from || undefined, to || undefined),
    }),
    parameters: entriesBetween(before.parameters, after.parameters),
    serde: entriesBetween(before.serde, after.serde),
    openTableFormat: after.actions,
    other: entriesBetween(before.other, after.other).map(({ name }) => name),
    unknown: sameTypes || unknown.includes('columns') ? unknown : [...unknown, 'types'],
  }
}

const changed = (from: string | undefined, to: string | undefined): ChangedText => present({ from, to })

type Strings = ReadonlyMap<string, string> | undefined

function entriesBetween(before: Strings, after: Strings): ReadonlyArray<ChangedEntry> {
  if (before === undefined || after === undefined) return []
  return [...new Set([...before.keys(), ...after.keys()])]
    .filter((name) => before.get(name) !== after.get(name))
    .sort()
    .map((name) => ({ name, ...changed(before.get(name), after.get(name)) }))
}

type Columns = ReadonlyArray<ColumnDefinition> | undefined

/**
 * Whether a column is spelled in another case than before: where the catalog may keep case, it may be another column.
 */
function differInCase(before: Columns = [], after: Columns = []): boolean {
  const exact = new Set(before.map(({ name }) => name))
  const folded = new Set(before.map(({ name }) => name.toLowerCase()))
  return after.some(({ name }) => !exact.has(name) && folded.has(name.toLowerCase()))
}

function columnsBetween(before: Columns, after: Columns, sameTypes: boolean, foldsCase: boolean): ColumnsChange {
  // Where one is unknown, no difference is reported.
  if (before === undefined || after === undefined) return columnsBetween([], [], sameTypes, foldsCase)
  const nameOf = ({ name }: ColumnDefinition): string => (foldsCase ? name.toLowerCase() : name)
  const byName = new Map<string, ColumnDefinition>()
  const byId = new Map<string | undefined, ColumnDefinition>()
  for (const column of before) {
    byName.set(nameOf(column), column)
    if (column.id !== undefined) byId.set(column.id, column)
  }
  /** What columns of the later definition were before, in its order. */
  const formers = new Set<ColumnDefinition>()
  const added: Array<TableColumn> = []
  const renamed: Array<Required<ChangedText>> = []
  const retyped: Array<ChangedEntry> = []
  const altered: Array<string> = []
  for (const column of after) {
    const named = byName.get(nameOf(column))
    // Another column may have taken the name over.
    const other = named?.id !== undefined && column.id !== undefined
    const former = byId.get(column.id) ?? (other ? undefined : named)
    if (former === undefined || formers.has(former)) {
      added.push(shown(column))
      continue
    }
    formers.add(former)
    const { name, type } = column
    if (nameOf(former) !== nameOf(column)) renamed.push({ from: former.name, to: name })
    if (!sameTypes) continue
    if (former.type !== type || former.typeJson !== column.typeJson) retyped.push({ name, ...changed(former.type, type) })
    if (former.restJson !== column.restJson) altered.push(name)
  }
  const inOrder = [...formers]
  return {
    added,
    dropped: before.filter((column) => !formers.has(column)).map(shown),
    renamed,
    retyped,
    altered,
    reordered: before.filter((column) => formers.has(column)).some((column, i) => column !== inOrder[i]),
  }
}

const shown = ({ name, type }: ColumnDefinition): TableColumn => ({ name, ...present({ type }) })
