/**
 * What a call acted on. Glue leaves `resources` of nearly all its records empty, so this is computed from the
 * parameters, the region, the partition and the account.
 *
 * @module
 */
import { isObject } from '../codec/check.js'
import { isRedacted } from '../codec/redacted.js'
import { kindOfRecord } from '../event/classify.js'
import { memberOf } from '../event/member-of.js'
import { total } from '../event/total.js'
import { isArn } from '../scalar/arn.js'
import type { ItemOutcome } from './batch.js'
import { denialOf } from './denial.js'
import { type GlueResource, type NamedResource, resourceByArn, resourceByName, resourceInMessage, rootCatalog } from './glue-resource.js'
import { type AnswerBasis, type MissingKind, whyMissing } from './missing.js'
import { type CallOutcome, outcomeOf } from './outcome.js'
import type { RecordPath } from './record-path.js'
import {
  isWild,
  type MemberPath,
  MOST_LISTED,
  type Place,
  pathFor,
  placesAt,
  type ResourceRow,
  resourceRowsOf,
  valueFor,
} from './resource-row.js'
import { compareNames, foldsCase } from './stored-name.js'
import { stringAt } from './string-at.js'

/**
 * Why a record may have acted on more than it names: a reason of `whyMissing`, or one of these.
 *
 * - `UNNAMED`: the API acts on resources that its request does not name, such as the ruleset of a run.
 * - `UNMODELLED`: a Glue call whose API is not in the registry.
 * - `PREFIX`: the record gives a prefix of ARNs, and not which of them.
 * - `CASE`: a name differs from the one wanted in case alone, in a catalog that may keep case.
 * - `OTHER_SERVICE`: a call of another service, whose parameters are not modelled.
 * - `NO_CALL`: the record is not one of a call.
 *
 * @category insights
 * @since 0.1.0
 */
export type ResourceGapKind = MissingKind | 'UNNAMED' | 'UNMODELLED' | 'PREFIX' | 'CASE' | 'OTHER_SERVICE' | 'NO_CALL'

/**
 * A member of a record that would name a resource, and does not.
 *
 * @category insights
 * @since 0.1.0
 */
export interface ResourceGap {
  /** From the record's root. */
  readonly path: RecordPath
  /** Why no resource is named there. */
  readonly kind: ResourceGapKind
  /** The basis of that, for the reasons of `whyMissing`. */
  readonly basis?: AnswerBasis
}

/**
 * The resources of a call.
 *
 * @category insights
 * @since 0.1.0
 */
export interface Resources {
  /**
   * In the order of the request, the response, `resources` and the message, without duplicates. Of a list or a map, the
   * first 5,000 are looked at; where there are more, `complete` is false.
   */
  readonly resources: ReadonlyArray<GlueResource>
  /** Whether these are all that the call named. */
  readonly complete: boolean
  /** Why not; set exactly where `complete` is false. */
  readonly why?: ReadonlyArray<ResourceGap>
}

/** Reasons for which nothing of a payload is known. */
const WHOLLY: ReadonlyArray<MissingKind> = ['OMITTED', 'REDACTED', 'DENIED', 'FAILED']

const REQUEST: RecordPath = ['requestParameters']

/**
 * Returns what a call acted on, and how it ended for each: the resources named in its parameters, by name or ARN; in
 * its response; in the record's own `resources`; in the message of a denied call. `docs/reference/apis.md` lists for
 * each API which member names what. A table is named once, without its database and catalog; a call that lists, such as
 * `GetTables`, has the resource in which it lists.
 *
 * The account of a resource is that of its catalog where one is given, else the caller's, else the record's; the
 * partition follows from the region. Where one of them is not certain, or the name would make an ARN that reads as
 * another's (a slash in the name of a database), there is no ARN.
 *
 * Source:
 * {@link https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsglue.html resource types of AWS Glue}.
 *
 * @param record - Any record, nonconforming ones included.
 * @returns The resources, and whether and why there may be more: where the request was omitted, redacted or denied,
 * where it does not conform, and where the API does not name what it acts on.
 *
 * @example
 * import { resourcesOf } from 'glue-trail'
 *
 * const call = {
 *   eventSource: 'glue.amazonaws.com',
 *   eventName: 'DeleteTable',
 *   awsRegion: 'eu-central-1',
 *   userIdentity: { type: 'IAMUser', accountId: '123456789012' },
 *   requestParameters: { databaseName: 'Sales', name: 'Orders' },
 * }
 * assert.deepStrictEqual(resourcesOf(call), {
 *   resources: [
 *     {
 *       type: 'table',
 *       path: ['requestParameters', 'name'],
 *       from: 'REQUEST',
 *       name: 'Orders',
 *       within: ['Sales'],
 *       arn: 'arn:aws:glue:eu-central-1:123456789012:table/sales/orders',
 *       region: 'eu-central-1',
 *       accountId: '123456789012',
 *       outcome: 'SUCCEEDED',
 *     },
 *   ],
 *   complete: true,
 * })
 * const omitted = { reason: 'requestParameters too large', omitted: 'true', originalSize: '149893' }
 * assert.deepStrictEqual(resourcesOf({ ...call, requestParameters: omitted }), {
 *   resources: [],
 *   complete: false,
 *   why: [{ path: ['requestParameters'], kind: 'OMITTED', basis: 'DOCUMENTED' }],
 * })
 *
 * @category insights
 * @since 0.1.0
 */
export function resourcesOf(record: unknown): Resources {
  return total(readResources, record)
}

function readResources(record: unknown): Resources {
  const found: Found = { resources: new Map(), gaps: [] }
  const denied = deniedResource(record)
  switch (kindOfRecord(record)) {
    case 'event':
      addNamed(record, denied, found)
      break
    case 'unmodelled':
      found.gaps.push({ path: ['eventName'], kind: 'UNMODELLED' })
      break
    case 'otherService':
      found.gaps.push({ path: ['eventSource'], kind: 'OTHER_SERVICE' })
      break
    default:
      return { resources: [], complete: false, why: [{ path: [], kind: 'NO_CALL' }] }
  }
  addListed(memberOf(record, 'resources'), found)
  if (denied !== undefined && !isNamed(denied, found)) add(denied, found)
  const resources = withOutcomes([...found.resources.values()], outcomeOf(record))
  return found.gaps.length === 0 ? { resources, complete: true } : { resources, complete: false, why: found.gaps }
}

interface Found {
  readonly resources: Map<string, NamedResource>
  readonly gaps: Array<ResourceGap>
}

function add(resource: NamedResource, found: Found): void {
  const { arn, type, within = [], name = '', accountId = '' } = resource
  const names = JSON.stringify([type, accountId, ...within, name])
  const key = arn ?? (foldsCase(type) ? names.toLowerCase() : names)
  if (!found.resources.has(key)) found.resources.set(key, resource)
}

/** Whether a resource that a message names by its name alone is one that the request names in full. */
function isNamed({ type, name, within, arn }: NamedResource, found: Found): boolean {
  if (arn !== undefined || name === undefined || within !== undefined) return false
  return [...found.resources.values()].some(
    (each) => each.type === type && each.name !== undefined && compareNames(type, each.name, name, '') === 'YES',
  )
}

/** Adds to each resource the outcome of the item that names it, else that of the call. */
function withOutcomes(resources: ReadonlyArray<NamedResource>, call: CallOutcome | undefined): ReadonlyArray<GlueResource> {
  const { kind = 'SUCCEEDED', items } = call ?? {}
  const byPath = new Map<string, ItemOutcome['kind']>(items?.map((item) => [JSON.stringify(item.path), item.kind]))
  // Without a response, it is not known of any item whether it succeeded.
  const whole = kind === 'SUCCEEDED' && items?.some((item) => item.kind === 'UNKNOWN') ? 'UNKNOWN' : kind
  return resources.map((resource) => ({ ...resource, outcome: (items && byPath.get(JSON.stringify(resource.path))) ?? whole }))
}

/** Adds what the rows of the API name. */
function addNamed(record: unknown, denied: NamedResource | undefined, found: Found): void {
  const rows = resourceRowsOf(stringAt(record, 'eventName') ?? '') ?? 'none'
  if (rows === 'none') return
  if (rows === 'unnamed') {
    found.gaps.push({ path: REQUEST, kind: 'UNNAMED' })
    return
  }
  const gap = unreadable(record)
  const applying = rows.filter(({ condition }) => condition === undefined || valueFor(record, condition[0], []) === condition[1])
  for (const row of applying) addRow(record, row, gap !== undefined, found)
  if (applying.length === 0 && gap === undefined) found.gaps.push({ path: REQUEST, kind: 'UNNAMED' })
  // The message of a denied call names one resource: all of them where the API names one, of that type.
  const [only] = rows
  const isAll = rows.length === 1 && (only?.type === '*' || only?.type === denied?.type) && !only?.paths.flat().some(isWild)
  if (gap !== undefined && !(gap.kind === 'DENIED' && denied?.arn !== undefined && isAll)) found.gaps.push(gap)
}

/** Returns why nothing of the request can be read; `undefined` where it can. */
function unreadable(record: unknown): ResourceGap | undefined {
  const missing = whyMissing(record, REQUEST)
  if (missing !== undefined) return WHOLLY.includes(missing.kind) ? { path: REQUEST, kind: missing.kind, basis: missing.basis } : undefined
  return isObject(memberOf(record, 'requestParameters')) ? undefined : { path: REQUEST, kind: 'NONCONFORMING', basis: 'MODEL' }
}

function addRow(record: unknown, row: ResourceRow, isUnreadable: boolean, found: Found): void {
  // A path without a member is the default alone.
  for (const path of row.paths.filter(({ length }) => length > 1)) {
    const places = placesAt(record, path).filter(({ value }) => value != null)
    for (const place of places) addPlace(record, row, place, found)
    if (places.length > 0) return
  }
  const identity = row.identity == null ? undefined : placesAt(record, row.identity).find(({ value }) => value != null)
  if (identity !== undefined) {
    addPlace(record, row, identity, found)
  } else if (isUnreadable) {
    // What is missing may have been set.
  } else if (row.must) {
    const path = upToList(row.paths[0] ?? [])
    const missing = whyMissing(record, path)
    if (missing !== undefined) found.gaps.push({ path, kind: missing.kind, basis: missing.basis })
  } else if (row.type === 'catalog') {
    const path = row.paths[0] ?? []
    const catalog = rootCatalog(record, path)
    if (catalog === undefined) found.gaps.push({ path, kind: 'ABSENT', basis: 'INFERRED' })
    else add(catalog, found)
  }
}

function upToList(path: MemberPath): RecordPath {
  const list = path.findIndex(isWild)
  return list < 0 ? path : path.slice(0, list)
}

function addPlace(record: unknown, row: ResourceRow, place: Place, found: Found): void {
  const { path, value, keys } = place
  if (isRedacted(value)) found.gaps.push({ path, kind: 'REDACTED', basis: 'DOCUMENTED' })
  else if (typeof value !== 'string' || value === '') found.gaps.push({ path, kind: 'NONCONFORMING', basis: 'MODEL' })
  else {
    const resource = resourceByName(record, row, place, value)
    add(resource, found)
    // Without the name of what contains it, it may be any of its name; an API may have a default.
    for (const [container = []] of resource.within === undefined ? row.within : []) {
      const path = pathFor(container, keys)
      const isReadable = typeof valueFor(record, container, keys) === 'string'
      const { kind, basis } = whyMissing(record, path) ?? { kind: isReadable ? 'ABSENT' : 'NONCONFORMING', basis: 'MODEL' }
      if (kind !== 'ABSENT') found.gaps.push({ path, kind, basis })
    }
  }
}

/** Adds what the record lists itself. */
function addListed(listed: unknown, found: Found): void {
  if (listed == null) return
  if (!Array.isArray(listed)) {
    found.gaps.push({ path: ['resources'], kind: 'NONCONFORMING', basis: 'MODEL' })
    return
  }
  listed.slice(0, MOST_LISTED + 1).forEach((item: unknown, i) => {
    const arn = i < MOST_LISTED && memberOf(item, 'ARN')
    if (isArn(arn)) add(resourceByArn(arn, ['resources', i, 'ARN'], 'RESOURCES', stringAt(item, 'type')), found)
    else if (stringAt(item, 'ARNPrefix') !== undefined) found.gaps.push({ path: ['resources', i, 'ARNPrefix'], kind: 'PREFIX' })
    else if (isRedacted(arn)) found.gaps.push({ path: ['resources', i, 'ARN'], kind: 'REDACTED', basis: 'DOCUMENTED' })
    else found.gaps.push({ path: ['resources', i], kind: 'NONCONFORMING', basis: 'MODEL' })
  })
}

/** Returns what the message of a denied call names, unless that is a pattern. */
function deniedResource(record: unknown): NamedResource | undefined {
  const { resource, object } = denialOf(record) ?? {}
  if (resource !== undefined) return resource.includes('*') ? undefined : resourceByArn(resource, ['errorMessage'], 'ERROR_MESSAGE')
  switch (object?.type) {
    case undefined:
      return undefined
    case 'CATALOG':
      return resourceInMessage(record, 'catalog', undefined, [])
    case 'DATABASE':
      return resourceInMessage(record, 'database', object.name, [])
    case 'TABLE':
      return resourceInMessage(record, 'table', object.name, object.database === undefined ? [] : [object.database])
    case 'UNKNOWN':
      // The location of data, such as `s3://bucket/raw`, is not a Glue resource.
      return object.name?.includes(':') ? undefined : resourceInMessage(record, typeNamedBy(record), object.name, [])
  }
}

/** Returns the type of what the API acts on, where that is a table or a database. */
function typeNamedBy(record: unknown): string {
  const rows = resourceRowsOf(stringAt(record, 'eventName') ?? '')
  const [row] = typeof rows === 'object' ? rows : []
  return row?.type === 'table' || row?.type === 'database' ? row.type : 'unknown'
}
