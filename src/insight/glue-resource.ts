/**
 * A resource as data, made of an ARN or of a name and what the record tells besides.
 *
 * @module
 */
import { isRedacted } from '../codec/redacted.js'
import { memberOf } from '../event/member-of.js'
import { type AccountId, isAccountId } from '../scalar/account-id.js'
import { type Arn, isArn, parseArn } from '../scalar/arn.js'
import { partitionOf } from '../scalar/partition.js'
import { accountOf, callerAccountOf } from './account.js'
import { readCatalogId } from './catalog-id.js'
import { formOf, glueArnOf, readGlueArn } from './glue-arn.js'
import type { RecordPath } from './missing.js'
import { present } from './present.js'
import { type MemberPath, type Place, type ResourceRow, valueFor } from './resource-row.js'
import { stringAt } from './string-at.js'

/**
 * One resource that a record names.
 *
 * @category insights
 * @since 0.1.0
 */
export interface GlueResource {
  /**
   * What it is, in the word of its ARN: `catalog`, `database`, `table`, `job`, `crawler`, `connection`, `devEndpoint` and so on. Things of Glue that
   * have no ARN have a word of their own, such as `classifier`. Of another service's resource it is the type that the record gives, else the
   * service.
   */
  readonly type: string
  /** Where the record names it, from its root; of a catalog that the API defaults to, where it would be named. */
  readonly path: RecordPath
  /** In which part of the record. */
  readonly from: 'request' | 'response' | 'resources' | 'errorMessage'
  /** Its name; there is a name or an ARN, mostly both. The root catalog of an account has none. */
  readonly name?: string
  /** The names of what it lies in, outermost first: the database of a table, the registry of a schema. */
  readonly within?: ReadonlyArray<string>
  /** Its ARN: as the record has it, or as it follows from name, region and account. Absent where one of these is not sure. */
  readonly arn?: Arn
  /** Its region. */
  readonly region?: string
  /** The account that owns it: twelve digits. */
  readonly accountId?: string
  /** The id of its catalog, where the record gives one; not always twelve digits. */
  readonly catalogId?: string
}

type From = GlueResource['from']

/** A resource by its ARN; `type` is what another service's is called. */
export function resourceByArn(arn: Arn, path: RecordPath, from: From, type?: string): GlueResource {
  const glue = readGlueArn(arn)
  const { service = '', region = '', account = '' } = parseArn(arn) ?? {}
  return {
    type: glue?.type ?? type ?? service,
    path,
    from,
    arn,
    ...present({
      name: glue?.name,
      within: glue === undefined || glue.within.length === 0 ? undefined : glue.within,
      region: region || undefined,
      accountId: isAccountId(account) ? account : undefined,
      catalogId: glue === undefined || glue.catalog === '' ? undefined : `${account}:${glue.catalog}`,
    }),
  }
}

/** A resource by what a row of the table finds: a name, a catalog's id, or an ARN. */
export function resourceByName(record: unknown, row: ResourceRow, place: Place, name: string): GlueResource {
  const from: From = place.path[0] === 'responseElements' ? 'response' : 'request'
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

/** The catalog of the caller's account, which the API means where none is named; nothing where it is not sure whose that is. */
export function rootCatalog(record: unknown, path: RecordPath): GlueResource | undefined {
  const owner = ownerOf(record, undefined)
  const arn = arnFor(owner, 'catalog', [], undefined)
  return arn && { type: 'catalog', path, from: 'request', arn, ...present({ region: owner.region, accountId: owner.account }) }
}

function catalogById(record: unknown, where: Pick<GlueResource, 'path' | 'from'>, catalogId: string): GlueResource {
  const owner = ownerOf(record, catalogId)
  const path = owner.catalog || undefined
  const arn = owner.catalog === undefined ? undefined : arnFor({ ...owner, catalog: '' }, 'catalog', [], path)
  const name = path ?? (arn === undefined ? catalogId : undefined)
  return { type: 'catalog', ...where, ...present({ name, arn, region: owner.region, accountId: owner.account }), catalogId }
}

/** Whose a resource is, as far as that is sure. */
interface Owner {
  readonly region: string | undefined
  readonly partition: string | undefined
  readonly account: AccountId | undefined
  /** The path of its catalog; nothing where the id is hidden or of a form that is not known. */
  readonly catalog: string | undefined
}

/** By the catalog's id where there is one, else the caller's, else the record's. */
function ownerOf(record: unknown, catalogId: unknown): Owner {
  const here = stringAt(record, 'awsRegion')
  // Some calls of engines name another region, that of the tables behind a link: then it is not sure which of the two is meant.
  const region = [undefined, here].includes(stringAt(record, 'requestParameters', 'region')) ? here : undefined
  const callerArn = parseArn(stringAt(record, 'userIdentity', 'arn') ?? '')
  const named = typeof catalogId === 'string' && !isRedacted(catalogId) ? readCatalogId(catalogId) : undefined
  const catalog = catalogId == null ? '' : named?.path
  return {
    region,
    partition: region === undefined ? undefined : (partitionOf(region) ?? callerArn?.partition),
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
  return glueArnOf({ partition, region, account, type, within, name, catalog })
}

/** The name that the first of these paths leads to, also out of an ARN. */
function nameAt(record: unknown, paths: ReadonlyArray<MemberPath>, place: Place): string | undefined {
  const found = paths.map((path) => valueFor(record, path, place.keys)).find((value) => value != null)
  if (typeof found !== 'string' || found === '' || isRedacted(found)) return undefined
  return isArn(found) ? readGlueArn(found)?.name : found
}

/** The catalog's id that stands beside a name, or nearest above it; two spellings of the member occur. */
function nearestCatalogId(record: unknown, path: RecordPath): unknown {
  for (let end = path.length - 1; end > 0; end--) {
    const above = path
      .slice(0, end)
      .reduce<unknown>((value, key) => (Array.isArray(value) ? value[Number(key)] : memberOf(value, String(key))), record)
    const id = memberOf(above, 'catalogId') ?? memberOf(above, 'catalogID')
    if (id != null) return id
  }
  return undefined
}
