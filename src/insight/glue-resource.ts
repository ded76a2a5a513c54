/**
 * A resource as data, from an ARN, or from a name and the rest of the record.
 *
 * @module
 */
import { isRedacted } from '../codec/redacted.js'
import { memberOf } from '../event/member-of.js'
import { type AccountId, isAccountId } from '../scalar/account-id.js'
import { type Arn, isArn, parseArn } from '../scalar/arn.js'
import { awsPartition } from '../scalar/partition.js'
import { accountOf, callerAccountOf } from './account.js'
import type { ItemOutcome } from './batch.js'
import { readCatalogId } from './catalog-id.js'
import { formOf, type GlueArnParts, glueArnOf, readGlueArn } from './glue-arn.js'
import type { CallOutcome } from './outcome.js'
import { partOf } from './part-of.js'
import { present } from './present.js'
import type { RecordPath } from './record-path.js'
import { type MemberPath, type Place, type ResourceRow, valueFor } from './resource-row.js'
import { storedName } from './stored-name.js'
import { stringAt } from './string-at.js'

/**
 * One resource that a record names.
 *
 * @category insights
 * @since 0.1.0
 */
export interface GlueResource {
  /**
   * What it is, in the word of its ARN: `catalog`, `database`, `table`, `job`, `crawler`, `connection`, `devEndpoint`
   * and so on. Glue's resources without an ARN have a word of their own, such as `classifier`. Of another service's
   * resource it is the type that the record gives, else the service.
   */
  readonly type: string
  /** Where the record names it; of a catalog that the API defaults to, where it would be named. */
  readonly path: RecordPath
  /** In which part of the record. */
  readonly from: 'REQUEST' | 'RESPONSE' | 'RESOURCES' | 'ERROR_MESSAGE'
  /** How the call ended for this resource: the outcome of its item where the call is a batch, else that of the call. */
  readonly outcome: CallOutcome['kind'] | ItemOutcome['kind']
  /** Its name as logged; it has a name or an ARN, usually both. The root catalog of an account has no name. */
  readonly name?: string
  /** The names of what contains it, outermost first, as logged: the database of a table, the registry of a schema. */
  readonly within?: ReadonlyArray<string>
  /**
   * Its ARN, as the record has it or computed from name, region and account; names of databases, tables and functions
   * in lower case, as Glue stores them. Left out where a part is not known, or where a federated catalog may keep the
   * case of its names.
   */
  readonly arn?: Arn
  /** Its region. */
  readonly region?: string
  /** The account that owns it: twelve digits. */
  readonly accountId?: string
  /** The id of its catalog, where the record gives one; not always twelve digits. */
  readonly catalogId?: string
}

/** A resource before the outcome of the call is known. */
export type NamedResource = Omit<GlueResource, 'outcome'>

type From = GlueResource['from']

/** Returns a resource by its ARN; `type` is that of another service's resource. */
export function resourceByArn(arn: Arn, path: RecordPath, from: From, type?: string): NamedResource {
  const glue = readGlueArn(arn)
  const { service = '', region = '', account = '' } = parseArn(arn) ?? {}
  return {
    type: glue?.type ?? type ?? service,
    path,
    from,
    ...present({
      arn: glue === undefined ? arn : storedArn(arn, glue),
      name: glue?.name,
      within: glue === undefined || glue.within.length === 0 ? undefined : glue.within,
      region: region || undefined,
      accountId: isAccountId(account) ? account : undefined,
      catalogId: glue === undefined || glue.catalog === '' ? undefined : `${account}:${glue.catalog}`,
    }),
  }
}

function storedArn(arn: Arn, parts: GlueArnParts): Arn | undefined {
  if (parts.name === undefined) return arn
  const name = storedName(parts.type, parts.name, parts.catalog)
  const within = parts.within.map((each) => storedName(parts.type, each, parts.catalog))
  if (name === parts.name && within.every((each, i) => each === parts.within[i])) return arn
  const names = within.filter((each) => each !== undefined)
  return name === undefined || names.length < within.length ? undefined : glueArnOf({ ...parts, name, within: names })
}

/** Returns a resource by what a row of the table finds: a name, a catalog's id, or an ARN. */
export function resourceByName(record: unknown, row: ResourceRow, place: Place, name: string): NamedResource {
  const from: From = place.path[0] === 'responseElements' ? 'RESPONSE' : 'REQUEST'
  if (isArn(name)) return resourceByArn(name, place.path, from)
  const where = { path: place.path, from }
  const isOpen = row.type === '*' || row.type === 'catalog'
  if (String(place.path.at(-1)).endsWith('Arn')) return { type: isOpen ? 'unknown' : row.type, ...where, name }
  if (isOpen) return catalogById(record, where, name)

  const identity = row.identity === undefined ? name : row.identity === null ? undefined : valueFor(record, row.identity, place.keys)
  if (isArn(identity)) return { ...resourceByArn(identity, place.path, from), type: row.type, name }
  const form = formOf(row.type)
  const catalogId = form?.ofCatalog ? nearestCatalogId(record, place.path) : undefined
  const owner = ownerOf(record, catalogId)
  const within = row.within.map((paths) => nameAt(record, paths, place))
  const outer = within.filter((each) => each !== undefined)
  const isSure = outer.length === within.length && typeof identity === 'string' && !isRedacted(identity)
  return {
    type: row.type,
    ...where,
    name,
    ...present({
      within: outer.length > 0 && outer.length === within.length ? outer : undefined,
      arn: isSure ? arnFor(owner, row.type, outer, identity) : undefined,
      region: owner.region,
      accountId: owner.account,
      catalogId: typeof catalogId === 'string' && !isRedacted(catalogId) ? catalogId : undefined,
    }),
  }
}

/** Returns a resource that a message names by its name alone, in the caller's root catalog. */
export function resourceInMessage(record: unknown, type: string, name: string | undefined, within: ReadonlyArray<string>): NamedResource {
  const owner = ownerOf(record, undefined)
  return {
    type,
    path: ['errorMessage'],
    from: 'ERROR_MESSAGE',
    ...present({
      name,
      within: within.length === 0 ? undefined : within,
      arn: arnFor(owner, type, within, name),
      region: owner.region,
      accountId: owner.account,
    }),
  }
}

/**
 * Returns the catalog of the caller's account, the default of many APIs; `undefined` where the account is not known.
 */
export function rootCatalog(record: unknown, path: RecordPath): NamedResource | undefined {
  const owner = ownerOf(record, undefined)
  const arn = arnFor(owner, 'catalog', [], undefined)
  return arn && { type: 'catalog', path, from: 'REQUEST', arn, ...present({ region: owner.region, accountId: owner.account }) }
}

function catalogById(record: unknown, where: Pick<GlueResource, 'path' | 'from'>, catalogId: string): NamedResource {
  const owner = ownerOf(record, catalogId)
  const path = owner.catalog || undefined
  const arn = owner.catalog === undefined ? undefined : arnFor({ ...owner, catalog: '' }, 'catalog', [], path)
  const name = path ?? (arn === undefined ? catalogId : undefined)
  return { type: 'catalog', ...where, ...present({ name, arn, region: owner.region, accountId: owner.account }), catalogId }
}

/** Whose a resource is; a part is set only where it is certain. */
interface Owner {
  readonly region: string | undefined
  readonly partition: string | undefined
  readonly account: AccountId | undefined
  /** The path of its catalog; not set where the id is redacted or has an unknown form. */
  readonly catalog: string | undefined
}

/** Returns the owner: by the catalog's id where it is set, else the caller's account, else the record's. */
function ownerOf(record: unknown, catalogId: unknown): Owner {
  const here = stringAt(record, 'awsRegion')
  // Some calls of engines name another region, that of the tables a link points to: then it is not certain which of the
  // two is meant.
  const region = [undefined, here].includes(stringAt(record, 'requestParameters', 'region')) ? here : undefined
  const callerArn = parseArn(stringAt(record, 'userIdentity', 'arn') ?? '')
  const named = typeof catalogId === 'string' && !isRedacted(catalogId) ? readCatalogId(catalogId) : undefined
  const catalog = catalogId == null ? '' : named?.path
  return {
    region,
    partition: region === undefined ? undefined : (awsPartition(region) ?? callerArn?.partition),
    account: catalog === undefined ? undefined : (named?.account ?? [callerAccountOf(record), accountOf(record)].find(isAccountId)),
    catalog,
  }
}

function arnFor(
  { region, partition, account, catalog }: Owner,
  type: string,
  within: ReadonlyArray<string>,
  name: string | undefined,
): Arn | undefined {
  if (region === undefined || partition === undefined || account === undefined || catalog === undefined) return undefined
  const stored = name === undefined ? undefined : storedName(type, name, catalog)
  const outer = within.map((each) => storedName(type, each, catalog)).filter((each) => each !== undefined)
  if ((name !== undefined && stored === undefined) || outer.length < within.length) return undefined
  return glueArnOf({ partition, region, account, type, within: outer, name: stored, catalog })
}

/** Returns the name at the first of these paths that is set, also from an ARN. */
function nameAt(record: unknown, paths: ReadonlyArray<MemberPath>, place: Place): string | undefined {
  const found = paths.map((path) => valueFor(record, path, place.keys)).find((value) => value != null)
  if (typeof found !== 'string' || found === '' || isRedacted(found)) return undefined
  return isArn(found) ? readGlueArn(found)?.name : found
}

/** Returns the catalog's id beside a name, or nearest above it; two spellings of the member occur. */
function nearestCatalogId(record: unknown, path: RecordPath): unknown {
  for (let end = path.length - 1; end > 0; end--) {
    const above = path.slice(0, end).reduce<unknown>(partOf, record)
    const id = memberOf(above, 'catalogId') ?? memberOf(above, 'catalogID')
    if (id != null) return id
  }
  return undefined
}
