/**
 * The definition of a table as `CreateTable` and `UpdateTable` give it: `tableInput`, which is the whole definition,
 * and open-table-format input, which for updates has only what changes.
 *
 * @module
 */
import { isEmpty, isObject } from '../codec/check.js'
import { isRedacted } from '../codec/redacted.js'
import { memberOf } from '../event/member-of.js'
import { isOmitted } from '../event/omitted.js'
import { canonical } from './canonical.js'
import type { MissingKind } from './missing.js'
import { catalogPath } from './stored-name.js'
import { stringAt } from './string-at.js'

/** Parts of a definition that are compared each on its own. */
export type TablePart = 'columns' | 'partitionKeys' | 'location' | 'parameters' | 'serde'

/** One column, or one field of a partition spec. */
export interface ColumnDefinition {
  readonly name: string
  /** If it is a string; for fields of a partition spec the transform. */
  readonly type: string | undefined
  /** Iceberg's id of the field, which stays the same when its name changes. */
  readonly id: string | undefined
  /** The canonical JSON of the type, or the type itself, where it is a string. */
  readonly typeJson: string
  /** The canonical JSON of all else, such as the comment and parameters; empty without. */
  readonly restJson: string
}

/** The definition of a table in a request; a part is `undefined` if it is missing or unreadable. */
export interface TableDefinition {
  readonly columns: ReadonlyArray<ColumnDefinition> | undefined
  readonly partitionKeys: ReadonlyArray<ColumnDefinition> | undefined
  /** Types of columns are Iceberg's words, not Hive's: `long`, not `bigint`. */
  readonly icebergTypes: boolean
  /** It is an Iceberg table, whose column names keep their case. */
  readonly iceberg: boolean
  /** It is in another catalog than the root catalog, where names may keep their case. */
  readonly federated: boolean
  /** `''` if the request sets none. */
  readonly location: string | undefined
  readonly parameters: ReadonlyMap<string, string> | undefined
  readonly serde: ReadonlyMap<string, string> | undefined
  /** The canonical JSON of each other member that is not empty. */
  readonly other: ReadonlyMap<string, string>
  /** What the open-table-format input asks for, such as `add-schema`. */
  readonly actions: ReadonlyArray<string>
}

/** Why a request has no definition. */
export type NoDefinition = Extract<MissingKind, 'OMITTED' | 'REDACTED' | 'NONCONFORMING' | 'NOT_LOGGED'>

const NOTHING: TableDefinition = {
  columns: undefined,
  partitionKeys: undefined,
  icebergTypes: false,
  iceberg: false,
  federated: false,
  location: undefined,
  parameters: undefined,
  serde: undefined,
  other: /* @__PURE__ */ new Map(),
  actions: [],
}

/**
 * The definition that a table has by a request.
 *
 * @param request - `requestParameters` of `CreateTable` or `UpdateTable`.
 * @param before - What was known before: open-table-format updates change only parts of it.
 */
export function definitionOf(request: unknown, before: TableDefinition = NOTHING): TableDefinition | NoDefinition {
  if (isRedacted(request)) return 'REDACTED'
  if (isOmitted(request)) return 'OMITTED'
  let why: NoDefinition | undefined
  // Of what cannot be read on the way to a part, nothing is known.
  const member = (holder: unknown, name: string, isPart: (part: unknown) => boolean = isObject): unknown => {
    const part = memberOf(holder, name)
    if (part != null && !isPart(part)) why ??= isRedacted(part) ? 'REDACTED' : 'NONCONFORMING'
    return part
  }
  const input = member(request, 'tableInput')
  const creation = member(request, 'openTableFormatInput')
  const iceberg = member(creation, 'icebergInput')
  const created = member(iceberg, 'createIcebergTableInput')
  const update = member(request, 'updateOpenTableFormatInput')
  const updates = member(member(member(update, 'updateIcebergInput'), 'updateIcebergTableInput'), 'updates', Array.isArray)
  if (input == null && creation == null && update == null) return request == null || isObject(request) ? 'NOT_LOGGED' : 'NONCONFORMING'
  if (why) return why
  const federated = catalogPath(stringAt(request, 'catalogId')) !== ''
  // A creation is a whole definition; an update of an open table format changes what it names.
  const table = input == null ? { ...(creation == null ? before : NOTHING), actions: [] } : ofInput(input)
  return withUpdates(withCreation({ ...table, federated }, iceberg, created), updates)
}

/** Read on their own; all else is `other`. */
const OF_TABLE = ['name', 'storageDescriptor', 'partitionKeys', 'parameters']
const OF_STORAGE = ['columns', 'location', 'inputFormat', 'outputFormat', 'serdeInfo']

function ofInput(input: unknown): Omit<TableDefinition, 'federated'> {
  const storage = memberOf(input, 'storageDescriptor')
  const known = storage == null || isObject(storage)
  const serdeInfo = memberOf(storage, 'serdeInfo')
  const serdeParameters = stringsOf(memberOf(serdeInfo, 'parameters'))
  const named = [
    ['name', memberOf(serdeInfo, 'name')],
    ['serializationLibrary', memberOf(serdeInfo, 'serializationLibrary')],
    ['inputFormat', memberOf(storage, 'inputFormat')],
    ['outputFormat', memberOf(storage, 'outputFormat')],
  ] as const
  const serde = stringsOf(Object.fromEntries(named))
  const readable = known && (serdeInfo == null || isObject(serdeInfo)) && serdeParameters !== undefined && serde !== undefined
  return {
    columns: known ? columnsOf(memberOf(storage, 'columns')) : undefined,
    partitionKeys: columnsOf(memberOf(input, 'partitionKeys')),
    icebergTypes: false,
    iceberg: isIceberg(input),
    location: known ? stringOf(memberOf(storage, 'location')) : undefined,
    parameters: stringsOf(memberOf(input, 'parameters')),
    serde: readable ? new Map([...serde, ...[...serdeParameters].map(([key, value]) => [`parameters.${key}`, value] as const)]) : undefined,
    other: new Map([...othersOf(input, OF_TABLE, ''), ...othersOf(storage, OF_STORAGE, 'storageDescriptor.')]),
    actions: [],
  }
}

/** Returns a string, `''` where it is not set, or `undefined` where it is something else. */
function stringOf(value: unknown): string | undefined {
  return value == null ? '' : typeof value === 'string' && !isRedacted(value) ? value : undefined
}

/** Returns strings by key, without those that are null; `undefined` where one is something else. */
function stringsOf(value: unknown): ReadonlyMap<string, string> | undefined {
  if (value != null && !isObject(value)) return undefined
  const strings = new Map<string, string>()
  for (const key of Object.keys(value ?? {})) {
    const each = memberOf(value, key)
    if (each != null && typeof each !== 'string') return undefined
    if (each != null) strings.set(key, each)
  }
  return strings
}

/** `iceberg.field.current` is `false` for columns of former schemas, which Iceberg keeps in the list. */
const FIELD_ID = 'iceberg.field.id'
const FIELD_CURRENT = 'iceberg.field.current'

function columnsOf(value: unknown): ReadonlyArray<ColumnDefinition> | undefined {
  return listOf(value, (column) => {
    const { name, type, ...rest } = column
    const parameters = column.parameters
    const id = memberOf(parameters, FIELD_ID)
    const current = memberOf(parameters, FIELD_CURRENT) !== 'false'
    return current ? columnOf(name, type, typeof id === 'string' ? id : undefined, rest) : null
  })
}

/** Fields of an Iceberg schema or partition spec, which always has them. */
function fieldsOf(holder: unknown, typeName: 'type' | 'transform'): ReadonlyArray<ColumnDefinition> | undefined {
  return listOf(memberOf(holder, 'fields') ?? 0, (field) => {
    const { name, [typeName]: type, ...rest } = field
    return columnOf(name, type, typeName === 'type' ? fieldId(field.id) : undefined, rest)
  })
}

/** Iceberg's ids are numbers. */
const fieldId = (id: unknown): string | undefined => (typeof id === 'number' || typeof id === 'string' ? String(id) : undefined)

function columnOf(name: unknown, type: unknown, id: string | undefined, rest: object): ColumnDefinition | undefined {
  if (typeof name !== 'string') return undefined
  const others = Object.fromEntries(Object.entries(rest).filter(([, value]) => !isNothing(value)))
  const typeName = typeof type === 'string' ? type : undefined
  return { name, type: typeName, id, typeJson: typeName ?? canonical(type ?? null), restJson: isEmpty(others) ? '' : canonical(others) }
}

/** Each item read; nulls left out; nothing where one cannot be read. */
function listOf<A>(value: unknown, read: (item: Readonly<Record<string, unknown>>) => A | null | undefined): ReadonlyArray<A> | undefined {
  if (value != null && !Array.isArray(value)) return undefined
  const list: Array<A> = []
  for (const item of (value ?? []) as ReadonlyArray<unknown>) {
    if (item == null) continue
    const one = isObject(item) ? read(item) : undefined
    if (one === undefined) return undefined
    if (one !== null) list.push(one)
  }
  return list
}

/** One engine writes out what another leaves out: what is empty, zero or false says nothing. */
function isNothing(value: unknown): boolean {
  return value == null || value === false || value === 0 || isEmpty(value)
}

function othersOf(value: unknown, but: ReadonlyArray<string>, prefix: string): ReadonlyArray<readonly [string, string]> {
  if (!isObject(value)) return []
  return Object.keys(value)
    .filter((name) => !but.includes(name) && !isNothing(value[name]))
    .map((name) => [prefix + name, canonical(value[name])] as const)
}

/** Crawlers and engines mark Iceberg tables by this parameter. */
const isIceberg = (input: unknown): boolean => {
  const type = memberOf(memberOf(input, 'parameters'), 'table_type')
  return typeof type === 'string' && type.length < 16 && type.toUpperCase() === 'ICEBERG'
}

function withCreation(definition: TableDefinition, iceberg: unknown, created: unknown): TableDefinition {
  if (iceberg == null) return definition
  const action = memberOf(iceberg, 'metadataOperation')
  const withAction = { ...definition, iceberg: true, actions: [...definition.actions, typeof action === 'string' ? action : 'CREATE'] }
  if (created == null) return withAction
  const parameters = stringsOf(memberOf(created, 'properties'))
  return { ...withAction, ...partsOf(created), parameters: definition.parameters?.size ? definition.parameters : parameters }
}

/** Applies all updates in one pass: there may be many, and each may name many properties. */
function withUpdates(definition: TableDefinition, updates: unknown): TableDefinition {
  if (!Array.isArray(updates)) return definition
  const actions = [...definition.actions]
  let parameters = definition.parameters && new Map(definition.parameters)
  let parts: Partial<TableDefinition> = {}
  for (const update of updates as ReadonlyArray<unknown>) {
    const action = stringOf(memberOf(update, 'action')) || 'update'
    actions.push(action)
    parts = { ...parts, ...partsOf(update) }
    const properties = stringsOf(memberOf(update, 'properties'))
    if (properties === undefined) parameters = undefined
    for (const [name, value] of properties ?? []) {
      if (action === 'remove-properties') parameters?.delete(name)
      else parameters?.set(name, value)
    }
  }
  return { ...definition, ...parts, iceberg: true, actions, parameters }
}

/** Returns the parts of a definition that an Iceberg input has. */
function partsOf(input: unknown): Partial<TableDefinition> {
  const schema = memberOf(input, 'schema')
  const spec = memberOf(input, 'partitionSpec')
  const location = memberOf(input, 'location')
  return {
    ...(schema == null ? {} : { columns: fieldsOf(schema, 'type'), icebergTypes: true }),
    ...(spec == null ? {} : { partitionKeys: fieldsOf(spec, 'transform') }),
    ...(location == null || location === '' ? {} : { location: stringOf(location) }),
  }
}
