/**
 * Where digests and log files are: the folders of accounts and regions that a store has. A copy may have lost
 * CloudTrail's folders: what is found beside them is grouped by the names of files.
 *
 * @module
 */
import type { DigestFileKey } from '../source/envelope/trail-key.js'
import type { EvidenceObject, EvidenceStore } from '../source/evidence.js'
import { type ListedLog, parseDigestKey, parseListedLog, parseLogKey } from './shard.js'
import { DAY } from './time.js'
import { byTime, inOrderOfTime, type TimedFile, timedFile } from './time-order.js'

/** Digests and log files of an account and region. */
export interface Region {
  /** By which regions are ordered. */
  readonly name: string
  readonly prefix?: string
  readonly organization?: string
  readonly account: string
  readonly region: string
  /** Where its digests are listed, for messages. */
  readonly where: string
  /** Digest files in the order of their ends. */
  readonly digests: (signal?: AbortSignal) => AsyncIterable<TimedFile<DigestFileKey>>
  /** Log files of each kind in the order of their minutes, from the day before a time on. */
  readonly logs: (from: number | undefined, signal?: AbortSignal) => ReadonlyArray<AsyncIterable<TimedFile<ListedLog>>>
}

/** Which regions are wanted. */
export interface RegionOptions {
  readonly accounts?: ReadonlyArray<string>
  readonly organization?: string
  readonly regions?: ReadonlyArray<string>
}

/** A prefix that could not be listed. */
export interface Unlisted {
  readonly prefix: string
  readonly error: unknown
}

const ROOT = 'AWSLogs'
const ACCOUNT = /^\d{12}$/
const ORGANIZATION = /^o-[a-z0-9]{10,32}$/
const REGION = /^[a-z0-9-]{3,32}$/
const KIND = /^CloudTrail(-[A-Za-z]{6,15})?$/
const DIGESTS = 'CloudTrail-Digest'

/** Folders beside `AWSLogs` are searched for others so deep, and so many of them. */
const MAX_DEPTH = 6
const MAX_FOLDERS = 1000

/** Finds regions, in the order of their names. Rejects with the signal's reason alone. */
export async function* regionsIn(
  store: EvidenceStore,
  options: RegionOptions,
  signal: AbortSignal | undefined,
): AsyncGenerator<Region | Unlisted, void, undefined> {
  const folders = foldersOf(store, signal)
  const { roots, failed } = await rootsIn(folders)
  yield* failed
  for (const root of roots) {
    const below = await folders(root)
    if ('error' in below) {
      yield below
      continue
    }
    const own = below.names.filter((name) => ACCOUNT.test(name))
    if (options.organization === undefined) yield* accountsIn(root, undefined, own)
    for (const name of below.names.filter((one) => ORGANIZATION.test(one))) {
      if (options.organization !== undefined && options.organization !== name) continue
      const members = await folders(`${root}${name}/`)
      if ('error' in members) yield members
      else yield* accountsIn(root, name, members.names)
    }
  }
  if (store.kind === 'copy') yield* looseRegions(store, roots, options, signal)

  async function* accountsIn(
    root: string,
    organization: string | undefined,
    names: ReadonlyArray<string>,
  ): AsyncGenerator<Region | Unlisted, void, undefined> {
    for (const account of names) {
      if (!ACCOUNT.test(account) || !isAmong(account, options.accounts)) continue
      const folder = `${root}${organization === undefined ? '' : `${organization}/`}${account}/`
      const kinds = await folders(folder)
      if ('error' in kinds) {
        yield kinds
        continue
      }
      const logKinds = kinds.names.filter((name) => KIND.test(name) && name !== DIGESTS)
      const regions = new Set<string>()
      for (const kind of [...logKinds, DIGESTS]) {
        const found = await folders(`${folder}${kind}/`)
        if ('error' in found) yield found
        else for (const name of found.names) if (REGION.test(name) && isAmong(name, options.regions)) regions.add(name)
      }
      for (const region of [...regions].sort()) {
        const where = `${folder}${DIGESTS}/${region}/`
        yield {
          name: `${root}|${organization ?? ''}|${account}|${region}`,
          ...(root === `${ROOT}/` ? {} : { prefix: root.slice(0, -ROOT.length - 2) }),
          ...(organization === undefined ? {} : { organization }),
          account,
          region,
          where,
          digests: (stop) => inOrderOfTime(store.list({ prefix: where }, stop), where, parseDigestKey),
          logs: (from, stop) => logKinds.map((kind) => logsBelow(store, `${folder}${kind}/${region}/`, from, stop)),
        }
      }
    }
  }
}

function logsBelow(
  store: EvidenceStore,
  prefix: string,
  from: number | undefined,
  signal?: AbortSignal,
): AsyncIterable<TimedFile<ListedLog>> {
  // Keys sort by day, and a name's minute may be of the day before its folder's.
  const after = from === undefined ? undefined : `${prefix}${new Date(1000 * (from - DAY)).toISOString().slice(0, 10).replaceAll('-', '/')}`
  return inOrderOfTime(store.list({ prefix, ...(after === undefined ? {} : { after }) }, signal), prefix, parseListedLog)
}

const isAmong = (name: string, wanted: ReadonlyArray<string> | undefined): boolean => wanted === undefined || wanted.includes(name)

type Folders = (prefix: string) => Promise<{ readonly names: ReadonlyArray<string> } | Unlisted>

function foldersOf(store: EvidenceStore, signal: AbortSignal | undefined): Folders {
  return async (prefix) => {
    try {
      const names = await store.folders(prefix, signal)
      // S3 itself returns whole prefixes: a store may do the same.
      return { names: names.map((name) => (name.startsWith(prefix) ? name.slice(prefix.length) : name).replace(/\/$/, '')).sort() }
    } catch (error) {
      signal?.throwIfAborted()
      return { prefix, error }
    }
  }
}

/** Finds the folders called `AWSLogs`, at any depth that people use. */
async function rootsIn(folders: Folders): Promise<{ readonly roots: ReadonlyArray<string>; readonly failed: ReadonlyArray<Unlisted> }> {
  const roots: Array<string> = []
  const failed: Array<Unlisted> = []
  let level: ReadonlyArray<string> = ['']
  let searched = 0
  for (let depth = 0; depth < MAX_DEPTH && level.length > 0; depth++) {
    const next: Array<string> = []
    for (const prefix of level) {
      if (searched++ >= MAX_FOLDERS) {
        failed.push({ prefix, error: { name: 'TooManyFolders' } })
        return { roots: roots.sort(), failed }
      }
      const below = await folders(prefix)
      if ('error' in below) {
        failed.push(below)
        continue
      }
      for (const name of below.names) {
        if (name === ROOT) roots.push(`${prefix}${ROOT}/`)
        // Folders within CloudTrail's own are not roots.
        else if (!ACCOUNT.test(name) && !KIND.test(name) && name !== '') next.push(`${prefix}${name}/`)
      }
    }
    level = next
  }
  return { roots: roots.sort(), failed }
}

/** A copy's files beside the folders called `AWSLogs`, by their names. */
async function* looseRegions(
  store: EvidenceStore,
  roots: ReadonlyArray<string>,
  options: RegionOptions,
  signal: AbortSignal | undefined,
): AsyncGenerator<Region | Unlisted, void, undefined> {
  const found = new Map<string, { readonly digests: Array<TimedFile<DigestFileKey>>; readonly logs: Array<TimedFile<ListedLog>> }>()
  try {
    for await (const object of beside(store, roots, signal)) {
      const digest = timedFile(object, Number.POSITIVE_INFINITY, parseDigestKey)
      const log = timedFile(object, Number.POSITIVE_INFINITY, parseListedLog)
      const key = digest?.key ?? (log && parseLogKey(object.key))
      if (key === undefined || !isAmong(key.account, options.accounts) || !isAmong(key.region, options.regions)) continue
      if (options.organization !== undefined && key.organization !== options.organization) continue
      const name = `|${key.organization ?? ''}|${key.account}|${key.region}`
      const files = found.get(name) ?? { digests: [], logs: [] }
      found.set(name, files)
      if (digest !== undefined) files.digests.push(digest)
      if (log !== undefined) files.logs.push(log)
    }
  } catch (error) {
    signal?.throwIfAborted()
    yield { prefix: '', error }
  }
  for (const name of [...found.keys()].sort()) {
    const [, organization = '', account = '', region = ''] = name.split('|')
    const files = found.get(name)
    if (files === undefined) continue
    const { digests, logs } = files
    digests.sort(byTime)
    logs.sort(byTime)
    yield {
      name: `~${name}`,
      ...(organization === '' ? {} : { organization }),
      account,
      region,
      where: '',
      digests: async function* () {
        yield* digests
      },
      logs: () => [
        (async function* () {
          yield* logs
        })(),
      ],
    }
  }
}

/** Sorts after every key below a folder. */
const LAST = '\u{10ffff}'

async function* beside(
  store: EvidenceStore,
  roots: ReadonlyArray<string>,
  signal: AbortSignal | undefined,
): AsyncGenerator<EvidenceObject, void, undefined> {
  let after: string | undefined
  const jump = async function* (): AsyncGenerator<EvidenceObject, string | undefined, undefined> {
    for await (const object of store.list({ prefix: '', ...(after === undefined ? {} : { after }) }, signal)) {
      const root = roots.find((one) => object.key.startsWith(one))
      if (root !== undefined) return root + LAST
      yield object
    }
    return undefined
  }
  do {
    after = yield* jump()
  } while (after !== undefined)
}
