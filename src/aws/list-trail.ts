/**
 * Lists the log files of a trail by the time of their events.
 *
 * @module
 */
import { parseTrailKey } from '../source/envelope/trail-key.js'
import { mapInOrder } from '../source/map-in-order.js'
import { MissingPackage } from '../source/missing-package.js'
import { Cursor, GIVEN } from './cursor.js'
import { type FailureData, failureData } from './failure.js'
import { inventoryObjects } from './inventory.js'
import { dayPath, isWithin, type KeyWindow, keyWindowOf, presentTime } from './key-window.js'
import type { InventoryManifest, KeyList, ListCounts, ListCoverage, ListedObject, TrailOptions } from './list-options.js'
import { accountFolders, type Counting, isAmong, Pages, regionFolders, rootFolder } from './listing.js'
import { type ObjectStore, objectStore, type Page } from './object-store.js'
import { checkClient, checkCount, checkObject, checkString, checkWords, invalid } from './option-check.js'

/**
 * An iterable of log files, with its progress. It can be iterated once.
 *
 * @category sources
 * @since 0.1.0
 */
export interface TrailListing extends AsyncIterable<ListedObject> {
  /** The counts so far. */
  readonly counts: ListCounts
  /** The part of the trail that is covered. */
  readonly coverage: ListCoverage
  /**
   * Returns its position: pass it as `cursor` to a later listing with the same options to continue after what was
   * returned.
   */
  readonly cursor: () => string
}

/**
 * Lists the log files of a trail that may hold events of the requested times. Accounts and regions are found by their
 * folders; each region is listed from the first day on, so that a year takes one request per 1,000 files, not one per
 * day. Prefixes are listed in order, several ahead at once. Requests begin when it is iterated.
 *
 * A prefix that cannot be listed is returned as an object with an `error`; listing continues with the next.
 *
 * @param options - See `TrailOptions`.
 * @returns See `TrailListing`. It throws a `TypeError` for an invalid option; iterating it rejects if the SDK is
 * missing, or when it is aborted.
 *
 * @see
 * {@link https://docs.aws.amazon.com/awscloudtrail/latest/userguide/get-and-view-cloudtrail-log-files.html AWS: finding CloudTrail log files}
 *
 * @example
 * import { listTrail } from 'glue-trail/aws'
 *
 * // Any object with `send` can act as the client of the SDK.
 * const folder = 'AWSLogs/o-a1b2c3d4e5/123456789012/CloudTrail/eu-central-1/'
 * const Key = `${folder}2024/05/01/123456789012_CloudTrail_eu-central-1_20240501T1205Z_LnPgDQnpkSKEsppV.json.gz`
 * const client = { send: async () => ({ Contents: [{ Key, Size: 4711 }] }) }
 *
 * const listing = listTrail({
 *   bucket: 'audit',
 *   organization: 'o-a1b2c3d4e5',
 *   accounts: ['123456789012'],
 *   regions: ['eu-central-1'],
 *   from: '2024-05-01',
 *   to: '2024-05-02',
 *   client,
 * })
 * for await (const object of listing) assert.deepStrictEqual(object, { bucket: 'audit', key: Key, size: 4711 })
 * assert.strictEqual(listing.counts.requests, 1)
 * assert.strictEqual(listing.coverage.deliveredBefore, '2024-05-04T00:00:00.000Z')
 *
 * @category sources
 * @since 0.1.0
 */
export function listTrail(options: TrailOptions): TrailListing {
  checkObject('options', options)
  const { items, counts, coverage, cursor } = placesOf(options)
  return {
    counts,
    coverage,
    cursor: () => cursor.toString(),
    [Symbol.asyncIterator]: async function* () {
      for await (const { object, shard, position } of items()) {
        if (position !== undefined) cursor.passed(shard, position)
        yield object
      }
    },
  }
}

/** A file and its position, for the cursor of the caller that returns it. */
export interface Placed {
  readonly object: ListedObject
  readonly shard: string
  /** Missing if nothing was read, so that a later reading tries again. */
  readonly position?: string
}

/** The files of a trail with their positions, and the state of the listing. */
export interface Places {
  readonly items: () => AsyncGenerator<Placed, void, undefined>
  readonly counts: ListCounts
  readonly coverage: ListCoverage
  readonly cursor: Cursor
}

/** What the command lists besides the options for everyone. */
export interface PathOptions {
  /** A folder below that of each region, such as `2024/05/14`: only the files in it are listed. */
  readonly days?: string
}

/** Returns what `listTrail` lists. Default of `store`: one for the client of the options. */
export function placesOf(options: TrailOptions & PathOptions, store: ObjectStore = objectStore(options.client)): Places {
  checkString('bucket', options.bucket, 'the name of a bucket')
  checkCount('concurrency', options.concurrency, 1)
  checkClient('client', options.client)
  if (typeof options.keys === 'string') throw invalid('keys', 'a list of keys, or an inventory')
  checkSelection(options)
  const now = presentTime(options.now)
  const window = keyWindowOf(options, now)
  const pages = new Pages(store, options)
  const cursor = new Cursor(options.cursor, now)
  const { keys } = options
  const items = (): AsyncGenerator<Placed, void, undefined> =>
    keys === undefined ? fromPrefixes(pages, options, window, cursor) : fromKeys(keys, store, pages, options, window, cursor)
  return { items, counts: pages.counts, coverage: coverageOf(window), cursor }
}

/** Throws an `OptionError` for the first option that cannot select files. Callers without types pass anything. */
function checkSelection({ prefix, organization, owner, accounts, regions, kinds, anyKey }: TrailOptions): void {
  for (const [name, value] of Object.entries({ prefix, organization, owner }))
    if (value !== undefined && typeof value !== 'string') throw invalid(name, 'a string')
  for (const [name, value] of Object.entries({ accounts, regions, kinds })) checkWords(name, value)
  if (anyKey !== undefined && typeof anyKey !== 'boolean') throw invalid('anyKey', 'true or false')
}

const coverageOf = ({ from, to }: KeyWindow): ListCoverage => ({
  ...(from === undefined ? {} : { deliveredFrom: new Date(from).toISOString() }),
  ...(to === undefined ? {} : { deliveredBefore: new Date(to).toISOString() }),
})

async function* fromPrefixes(
  pages: Pages,
  options: TrailOptions & PathOptions,
  window: KeyWindow,
  cursor: Cursor,
): AsyncGenerator<Placed, void, undefined> {
  const { concurrency: most = 8, days } = options
  const below = days === undefined ? '' : `${days}/`
  const first = async (shard: Shard): Promise<Listed> => ('error' in shard ? shard : firstPage(pages, shard.folder, below, window, cursor))
  for await (const listed of mapInOrder(shardsOf(pages, options, most), most, first)) {
    if ('error' in listed) yield failed(pages, options.bucket, listed)
    else yield* filesBelow(pages, listed, options, window)
  }
}

/** A folder of a region, or a folder that could not be listed. */
type Shard = { readonly folder: string } | Failed
type Listed = FirstPage | Failed

interface FirstPage {
  readonly folder: string
  /** The prefix that is listed: the folder, or what is wanted in it. */
  readonly prefix: string
  readonly page: Page
}

interface Failed extends FailureData {
  readonly folder: string
}

function failed(pages: Pages, bucket: string, { folder, ...failure }: Failed): Placed {
  pages.counts.failed++
  return { object: { bucket, key: folder, ...failure }, shard: folder }
}

/** Returns the result of a request about a folder, or its failure. An abort is not a failure of the folder. */
async function attempt<A>(folder: string, signal: AbortSignal | undefined, request: () => Promise<A>): Promise<A | Failed> {
  try {
    return await request()
  } catch (error) {
    signal?.throwIfAborted()
    if (error instanceof MissingPackage) throw error
    return { folder, ...failureData(error) }
  }
}

async function* shardsOf(pages: Pages, options: TrailOptions, most: number): AsyncGenerator<Shard, void, undefined> {
  const { signal, kinds = ['CloudTrail'], regions, prefix } = options
  const accounts = await attempt(rootFolder(prefix), signal, () => accountFolders(pages, options))
  if ('error' in accounts) {
    yield accounts
    return
  }
  const folders = accounts.flatMap((account) => kinds.map((kind) => `${account}${kind === 'CloudTrail' ? kind : `CloudTrail-${kind}`}/`))
  const below = (folder: string): Promise<ReadonlyArray<string> | Failed> =>
    attempt(folder, signal, () => regionFolders(pages, folder, regions))
  for await (const found of mapInOrder(folders, most, below)) {
    if ('error' in found) yield found
    else for (const folder of found) yield { folder }
  }
}

async function firstPage(pages: Pages, folder: string, below: string, { from }: KeyWindow, cursor: Cursor): Promise<Listed> {
  const prefix = `${folder}${below}`
  const position = cursor.positionIn(folder)
  const begin = from === undefined ? undefined : `${folder}${dayPath(from)}`
  const startAfter = position !== undefined && (begin === undefined || position > begin) ? position : begin
  const page = await attempt(folder, pages.options.signal, () =>
    pages.page({ prefix, ...(startAfter === undefined ? {} : { startAfter }) }),
  )
  return 'error' in page ? page : { folder, prefix, page }
}

async function* filesBelow(
  pages: Pages,
  { folder, prefix, page: first }: FirstPage,
  options: TrailOptions,
  window: KeyWindow,
): AsyncGenerator<Placed, void, undefined> {
  const last = window.to === undefined ? undefined : `${folder}${dayPath(window.to - 1)}/~`
  for (let page = first; ; ) {
    for (const object of page.objects) {
      if (last !== undefined && object.key > last) return
      if (!isWanted(object.key, options, window, pages.counts)) continue
      pages.counts.listed++
      yield { object: { bucket: options.bucket, ...object }, shard: folder, position: object.key }
    }
    const { next } = page
    if (next === undefined) return
    const following = await attempt(folder, options.signal, () => pages.page({ prefix, token: next }))
    if ('error' in following) {
      yield failed(pages, options.bucket, following)
      return
    }
    page = following
  }
}

async function* fromKeys(
  keys: KeyList | InventoryManifest,
  store: ObjectStore,
  { counts }: Pages,
  options: TrailOptions,
  window: KeyWindow,
  cursor: Cursor,
): AsyncGenerator<Placed, void, undefined> {
  const isInventory = 'manifest' in keys
  const { anyKey = !isInventory } = options
  const passed = new Map<string, number>()
  for await (const { object, shard } of isInventory ? fromInventory(keys, store, options) : fromList(keys, options)) {
    options.signal?.throwIfAborted()
    if (object.error !== undefined) {
      counts.failed++
      yield { object, shard }
      continue
    }
    counts.keys++
    const count = (passed.get(shard) ?? 0) + 1
    passed.set(shard, count)
    const done = Number(cursor.positionIn(shard)?.slice(shard.length) ?? 0)
    if (count <= done || !isWanted(object.key, { ...options, anyKey }, window, counts)) continue
    counts.listed++
    yield { object, shard, position: `${shard}${count}` }
  }
}

/** Lists what is read in a stable order. */
interface InLane {
  readonly object: ListedObject
  readonly shard: string
}

async function* fromList(keys: KeyList, { bucket }: TrailOptions): AsyncGenerator<InLane, void, undefined> {
  for await (const given of keys) yield { object: { bucket, ...(typeof given === 'string' ? { key: given } : given) }, shard: GIVEN }
}

/**
 * Each file of an inventory is counted by itself: one that cannot be read today may be there tomorrow, and must not
 * push the others on.
 */
async function* fromInventory(
  keys: InventoryManifest,
  store: ObjectStore,
  { bucket, signal }: TrailOptions,
): AsyncGenerator<InLane, void, undefined> {
  for await (const { object, file } of inventoryObjects(store, keys, bucket, signal)) yield { object, shard: `${file}#` }
}

/**
 * Whether a key is wanted. One that CloudTrail does not write has no account and time: it is wanted only with `anyKey`.
 */
function isWanted(key: string, options: TrailOptions, window: KeyWindow, counts: Counting): boolean {
  const { accounts, regions, kinds = ['CloudTrail'], anyKey = false } = options
  const parts = parseTrailKey(key)
  if (parts === undefined && anyKey) return true
  if (parts === undefined || parts.kind === 'Digest' || !kinds.includes(parts.kind)) {
    counts.skipped++
    return false
  }
  return isAmong(parts.account, accounts) && isAmong(parts.region, regions) && isWithin(Date.parse(parts.time), window)
}
