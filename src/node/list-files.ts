/**
 * Lists files below paths in a stable order, with their sizes.
 *
 * @module
 */
import type { Stats } from 'node:fs'
import { readdir, realpath, stat } from 'node:fs/promises'
import { join, sep } from 'node:path'
import { requireIterable, requireOptions } from '../codec/argument.js'

/**
 * A file to read.
 *
 * @category sources
 * @since 0.1.0
 */
export interface LogFile {
  /** The path as it was passed, or the folder's path with the names below it. */
  readonly path: string
  /** Its stored size in bytes; 0 if unknown. */
  readonly size: number
  /** Whether it is a pipe, such as `<(gunzip -c x.gz)` of a shell: it can be read once, as a stream. */
  readonly isPipe?: true
  /**
   * Why it cannot be read: the system's error code, such as `ENOENT` or `EACCES`; `LINK_OUTSIDE`; `NOT_A_FILE` for a
   * device or a socket.
   */
  readonly error?: string
}

/**
 * Options for listing folders.
 *
 * @category sources
 * @since 0.1.0
 */
export interface ListFilesOptions {
  /**
   * Follows symbolic links that lead out of a listed folder. Default false: anyone with write access to the folder
   * chooses where they lead. Such a link is listed with the error `LINK_OUTSIDE`. A path that you pass may itself be a
   * link.
   */
  readonly followLinks?: boolean
}

/**
 * Lists files and the files in folders, recursively: in the order of the paths, within a folder by name. Links within
 * the folder are followed, and no file is listed twice, however many paths or links lead to it. In folders, names that
 * begin with a dot are skipped, and so is anything that is neither file nor folder. Devices and sockets are never read.
 * A path that cannot be read is listed with its error.
 *
 * @param paths - Files and folders; items that `listFiles` returned are passed through.
 * @param options - See `ListFilesOptions`.
 * @returns All files, before the first is read. It does not reject.
 *
 * @example
 * import { listFiles } from 'glue-trail/node'
 *
 * const files = await listFiles(['examples/trail', 'no such file'])
 * assert.ok(files.length > 1 && files.reduce((sum, { size }) => sum + size, 0) > 1000)
 * assert.deepStrictEqual(files.at(-1), { path: 'no such file', size: 0, error: 'ENOENT' })
 *
 * @category sources
 * @since 0.1.0
 */
export async function listFiles(paths: Iterable<string | LogFile>, options: ListFilesOptions = {}): Promise<ReadonlyArray<LogFile>> {
  requireOptions('listFiles', options)
  const { followLinks = false } = options
  const files: Array<LogFile> = []
  const seen = new Set<string>()
  const given = givenPaths('listFiles', paths)
  // The last one is listed next.
  const rest: Array<Listed> = given.reverse().map((item) => (typeof item === 'string' ? { path: item } : item))
  for (let next = rest.pop(); next !== undefined; next = rest.pop()) {
    if ('size' in next) {
      files.push(next)
      continue
    }
    const { path, root } = next
    try {
      const stats = await stat(path)
      // A pipe that a shell makes of `<(...)` has no real path.
      const real = stats.isFIFO() ? await realpath(path).catch(() => path) : await realpath(path)
      if (root !== undefined && !followLinks && !isBelow(real, root)) {
        files.push({ path, size: 0, error: 'LINK_OUTSIDE' })
        continue
      }
      if (seen.has(real)) continue
      seen.add(real)
      if (stats.isDirectory()) {
        for (const name of (await namesIn(path)).reverse()) rest.push({ path: join(path, name), root: root ?? real })
      } else if (stats.isFile() || (root === undefined && stats.isFIFO())) {
        files.push({ path, size: sizeOf(stats), ...(stats.isFIFO() ? { isPipe: true } : {}) })
      } else if (root === undefined) files.push({ path, size: 0, error: 'NOT_A_FILE' })
    } catch (error) {
      files.push({ path, size: 0, error: errorWord(error) })
    }
  }
  return files
}

const isBelow = (real: string, root: string): boolean => real === root || real.startsWith(root.endsWith(sep) ? root : root + sep)

/**
 * What has yet to be listed: a path that was named, one found below a named folder (`root`), or a file that is listed
 * already.
 */
type Listed = LogFile | { readonly path: string; readonly root?: string }

// By code units: the order must not depend on where it is run.
const namesIn = async (folder: string): Promise<Array<string>> => (await readdir(folder)).filter((name) => !name.startsWith('.')).sort()

const sizeOf = (stats: Stats): number => (stats.isFile() ? stats.size : 0)

/** Returns the system's error code. Its message would repeat the path. */
export function errorWord(error: unknown): string {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined
  return typeof code === 'string' ? code : 'an unknown error'
}

/** Returns the paths that a function was given: one, which is an iterable too, of its characters, or several. */
export function givenPaths<A>(name: string, paths: string | Iterable<A>): Array<A | string> {
  if (typeof paths === 'string') return [paths]
  requireIterable(name, 'a list of paths', paths)
  return [...paths]
}
