/**
 * A store for validation, over a copy of a trail's bucket in folders.
 *
 * @module
 */
import { constants, type FileHandle, open, readdir, realpath, stat } from 'node:fs/promises'
import { basename, dirname, join, sep } from 'node:path'
import { requireOptions } from '../codec/argument.js'
import type { EvidenceBytes, EvidenceError, EvidenceObject, EvidenceStore } from '../source/evidence.js'
import { errorWord, givenPaths } from './list-files.js'
import { readSignatures } from './signatures.js'

/**
 * Creates a store over a copy of a trail's bucket, for `validateTrail`. A plain copy is validated without the metadata
 * of S3, because each digest holds the signature of the previous one; the newest digest of each chain needs its own
 * signature.
 *
 * Names that begin with a dot, and links below the folders, are skipped. A key never leads out of the folders. A file
 * that is not under its key is searched for by its name, so that a copy may have other folders; for that, the names of
 * all files are held in memory.
 *
 * @param paths - Folders, or single files.
 * @param options - `signatures` is a file with `{"bucket","key","metadata"}` in each line, or a folder of what
 *   `aws s3api head-object` prints, each file named by the key.
 * @returns The store. It rejects if a path does not exist, or if the signatures have another form.
 *
 * @example
 * import { folderStore } from 'glue-trail/node'
 *
 * const store = await folderStore(['examples/trail'])
 * assert.strictEqual(store.kind, 'copy')
 * const names = []
 * for await (const { key } of store.list({ prefix: '' })) names.push(key)
 * assert.ok(names.length > 1)
 *
 * @category integrity
 * @since 0.1.0
 */
export async function folderStore(paths: Iterable<string>, options: { readonly signatures?: string } = {}): Promise<EvidenceStore> {
  requireOptions('folderStore', options)
  const roots = await Promise.all(givenPaths('folderStore', paths).map(rootOf))
  const signatures = options.signatures === undefined ? undefined : await readSignatures(options.signatures)
  let byName: Promise<ReadonlyMap<string, ReadonlyArray<Found>>> | undefined
  const list: EvidenceStore['list'] = ({ prefix, after }) => merged(roots.map((root) => below(root, prefix, after)))

  return {
    kind: 'copy',
    list,
    folders: async (prefix) => {
      const names = new Set<string>()
      for (const root of roots) for (const name of await foldersOf(root, prefix)) names.add(name)
      return [...names].sort()
    },
    read: async ({ key }, limit, signal) => {
      signal?.throwIfAborted()
      const name = key.slice(key.lastIndexOf('/') + 1)
      const metadata = signatures?.get(name)
      let error: string | undefined
      for (const root of roots) {
        const path = pathOf(root, key)
        const read = path === undefined ? { error: 'ENOENT' } : await readFileWithin(root, path, limit)
        if (!('error' in read)) return withMetadata(read, metadata)
        if (read.error !== 'ENOENT' && read.error !== 'ENOTDIR') error ??= read.error
      }
      if (error !== undefined) return { error }
      byName ??= indexOf(roots)
      const found = nearest((await byName).get(name) ?? [], key)
      return found === undefined ? { error: 'ENOENT' } : withMetadata(await readFileWithin(found.root, found.path, limit), metadata)
    },
  }
}

/** A folder or a file that was given. */
interface Root {
  /** The folder, links resolved. */
  readonly folder: string
  /** The only file of it that counts. */
  readonly file?: string
  /** The resolved paths of folders that files were read from last. */
  readonly real: Map<string, string>
  /** What its keys begin with: where the folder is within CloudTrail's own, what is above it. */
  readonly head: string
}

const BELOW_ROOT = /^(?:\d{12}|o-[a-z0-9]{10,32})$/

async function rootOf(path: string): Promise<Root> {
  const real = await realpath(path)
  const isFolder = (await stat(real)).isDirectory()
  const folder = isFolder ? real : dirname(real)
  const names = folder.split(sep)
  const at = names.lastIndexOf('AWSLogs')
  const next = names[at + 1]
  const isWithin = at >= 0 && (next === undefined || BELOW_ROOT.test(next))
  const head = isWithin ? names.slice(at).map((name) => `${name}/`) : []
  return { folder, real: new Map(), head: head.join(''), ...(isFolder ? {} : { file: basename(real) }) }
}

/** The path of a key below a root; `undefined` where the key leads elsewhere. */
function pathOf({ folder, head, file }: Pick<Root, 'folder' | 'head' | 'file'>, key: string): string | undefined {
  if (!key.startsWith(head) || key.includes('\0') || key.includes('\\')) return undefined
  const names = key.slice(head.length).split('/')
  if (names.some((name) => name === '' || name.startsWith('.'))) return undefined
  if (file !== undefined && (names.length !== 1 || names[0] !== file)) return undefined
  // The names are checked: `join` would look at each of their characters, for thousands of files.
  return [folder, ...names].join(sep)
}

/** Compares keys by their bytes in UTF-8. That is the order of UTF-16 units, except that surrogates come last. */
function byBytes(a: string, b: string): number {
  let at = 0
  while (at < a.length && at < b.length && a[at] === b[at]) at++
  return rankAt(a, at) - rankAt(b, at)
}

function rankAt(key: string, at: number): number {
  if (at === key.length) return -1
  const unit = key.charCodeAt(at)
  return unit >= 0xd800 && unit <= 0xdfff ? unit + 0x10000 : unit
}

/** The files below a root whose keys have the prefix and come after a key, in the order of their bytes. */
async function* below(root: Root, prefix: string, after: string | undefined): AsyncGenerator<EvidenceObject, void, undefined> {
  const walk = async function* (folder: string, head: string): AsyncGenerator<EvidenceObject, void, undefined> {
    for (const name of await entriesOf(folder)) {
      const key = head + name
      if (name.endsWith('/')) {
        const isOpen = key.startsWith(prefix) || prefix.startsWith(key)
        const isPassed = after !== undefined && !after.startsWith(key) && byBytes(key, after) < 0
        if (isOpen && !isPassed) yield* walk(join(folder, name), key)
      } else if (key.startsWith(prefix) && (after === undefined || byBytes(key, after) > 0)) {
        const stats = await stat(folder + sep + name).catch(() => undefined)
        if (stats !== undefined) yield { key, size: stats.size }
      }
    }
  }
  if (root.file === undefined) {
    yield* walk(root.folder, root.head)
    return
  }
  const key = root.head + root.file
  if (!key.startsWith(prefix) || (after !== undefined && byBytes(key, after) <= 0)) return
  const stats = await stat(join(root.folder, root.file))
  yield { key, size: stats.size }
}

/**
 * Names of files and folders in a folder, in the order of the bytes of the keys below them. A folder's name ends with a
 * slash.
 */
async function entriesOf(folder: string): Promise<ReadonlyArray<string>> {
  const entries = await readdir(folder, { withFileTypes: true })
  return entries
    .filter((entry) => !entry.name.startsWith('.') && (entry.isDirectory() || entry.isFile()))
    .map((entry) => (entry.isDirectory() ? `${entry.name}/` : entry.name))
    .sort(byBytes)
}

async function foldersOf({ folder, head, file }: Root, prefix: string): Promise<ReadonlyArray<string>> {
  if (head.startsWith(prefix) && head !== prefix) return [head.slice(prefix.length, head.indexOf('/', prefix.length))]
  if (file !== undefined || !prefix.startsWith(head)) return []
  const path = prefix === head ? folder : pathOf({ folder, head }, prefix.slice(0, -1))
  if (path === undefined) return []
  try {
    return (await entriesOf(path)).filter((name) => name.endsWith('/')).map((name) => name.slice(0, -1))
  } catch (error) {
    // Another root may have the folder.
    if (['ENOENT', 'ENOTDIR'].includes(errorWord(error))) return []
    throw error
  }
}

/** Lists that are in order, as one; a key that several have is that of the first. */
async function* merged(
  lists: ReadonlyArray<AsyncGenerator<EvidenceObject, void, undefined>>,
): AsyncGenerator<EvidenceObject, void, undefined> {
  const [only] = lists
  if (only !== undefined && lists.length === 1) {
    yield* only
    return
  }
  const heads = await Promise.all(lists.map(async (list) => ({ list, next: await list.next() })))
  let last: string | undefined
  for (;;) {
    let least: (typeof heads)[number] | undefined
    for (const head of heads) {
      if (head.next.done === true) continue
      if (least === undefined || least.next.done === true || byBytes(head.next.value.key, least.next.value.key) < 0) least = head
    }
    if (least === undefined || least.next.done === true) return
    if (least.next.value.key !== last) yield least.next.value
    last = least.next.value.key
    least.next = await least.list.next()
  }
}

/** A file, found by its name. */
interface Found {
  readonly root: Root
  readonly key: string
  readonly path: string
}

async function indexOf(roots: ReadonlyArray<Root>): Promise<ReadonlyMap<string, ReadonlyArray<Found>>> {
  const found = new Map<string, Array<Found>>()
  for (const root of roots) {
    for await (const { key } of below(root, '', undefined)) {
      const path = pathOf(root, key)
      if (path === undefined) continue
      const name = basename(path)
      const same = found.get(name)
      if (same === undefined) found.set(name, [{ root, key, path }])
      else same.push({ root, key, path })
    }
  }
  return found
}

/** The file whose folders agree most with those of a key. */
function nearest(files: ReadonlyArray<Found>, key: string): Found | undefined {
  const wanted = key.split('/').reverse()
  const agreement = ({ key: own }: Found): number => {
    const names = own.split('/').reverse()
    const differs = names.findIndex((name, i) => name !== wanted[i])
    return differs < 0 ? names.length : differs
  }
  return [...files].sort((a, b) => agreement(b) - agreement(a))[0]
}

const withMetadata = (
  read: EvidenceBytes | EvidenceError,
  metadata: Readonly<Record<string, string>> | undefined,
): EvidenceBytes | EvidenceError => ('error' in read || metadata === undefined ? read : { ...read, metadata })

/** Larger files are read piece by piece. */
const WHOLE = 1024 * 1024

async function readFileWithin(root: Root, path: string, limit: number): Promise<EvidenceBytes | EvidenceError> {
  try {
    const file = await openWithin(root, path)
    if (file === undefined) return { error: 'ELOOP' }
    let isHandedOver = false
    try {
      const stats = await file.stat()
      if (!stats.isFile()) return { error: 'EISDIR' }
      if (stats.size > WHOLE) {
        isHandedOver = true
        return { pieces: piecesOf(file, limit) }
      }
      const bytes = new Uint8Array(Math.min(stats.size, limit))
      const { bytesRead } = await file.read(bytes, 0, bytes.length, 0)
      return { pieces: once(bytes.subarray(0, bytesRead)) }
    } finally {
      if (!isHandedOver) await file.close()
    }
  } catch (error) {
    return { error: errorWord(error) }
  }
}

/** The most folders whose paths are kept: files are read folder by folder. */
const MAX_FOLDERS = 64

/** Opens a file; `undefined` if it is outside of the root: a link among the folders may lead anywhere. */
async function openWithin({ folder, real }: Root, path: string): Promise<FileHandle | undefined> {
  const isWithin = (one: string): boolean => one.startsWith(folder + sep)
  // Opening a pipe would wait for its writer.
  const { O_NOFOLLOW, O_NONBLOCK = 0, O_RDONLY } = constants
  // Resolving the whole path of each file costs more than reading it.
  if (O_NOFOLLOW !== undefined) {
    const parent = dirname(path)
    if (real.size >= MAX_FOLDERS && !real.has(parent)) real.clear()
    const own = real.get(parent) ?? (await realpath(parent))
    real.set(parent, own)
    if (own !== folder && !isWithin(own)) return undefined
    try {
      return await open(own + path.slice(parent.length), O_RDONLY | O_NONBLOCK | O_NOFOLLOW)
    } catch (error) {
      if (errorWord(error) !== 'ELOOP') throw error
    }
  }
  const own = await realpath(path)
  return isWithin(own) ? open(own, O_RDONLY | O_NONBLOCK) : undefined
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array, void, undefined> {
  yield bytes
}

const PIECE = 256 * 1024

async function* piecesOf(file: Awaited<ReturnType<typeof open>>, limit: number): AsyncGenerator<Uint8Array, void, undefined> {
  try {
    for (let left = limit; left > 0; ) {
      // The validator may keep pieces: each has bytes of its own.
      const piece = new Uint8Array(Math.min(PIECE, left))
      const { bytesRead } = await file.read(piece, 0, piece.length, null)
      if (bytesRead === 0) return
      left -= bytesRead
      yield piece.subarray(0, bytesRead)
    }
  } finally {
    await file.close()
  }
}
