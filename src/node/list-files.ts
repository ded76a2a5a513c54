/**
 * Files below paths: which there are, in an order that does not change, and how large they are.
 *
 * @module
 */
import type { Stats } from 'node:fs'
import { readdir, realpath, stat } from 'node:fs/promises'
import { join, sep } from 'node:path'

/**
 * A file that is to be read.
 *
 * @category sources
 * @since 0.1.0
 */
export interface LogFile {
  /** As it was given, or the folder's path with the names below it. */
  readonly path: string
  /** Its size in bytes as it is stored; 0 where that is not known. Together they say how much there is to read. */
  readonly size: number
  /** Whether it is a pipe, such as `<(gunzip -c x.gz)` of a shell: it can be read once, and is read while it comes. */
  readonly isPipe?: true
  /** Why it cannot be read: the system's word for it, such as `ENOENT` or `EACCES`; `LINK_OUTSIDE`; `NOT_A_FILE` for a device or a socket. */
  readonly error?: string
}

/**
 * How folders are listed.
 *
 * @category sources
 * @since 0.1.0
 */
export interface ListFilesOptions {
  /**
   * Follow symbolic links that lead out of the folder that was named. Default false: whoever may write into the folder chooses where they lead. Such a
   * link is listed with the error `LINK_OUTSIDE`. A path that is named may be a link itself.
   */
  readonly followLinks?: boolean
}

/**
 * Lists the files that paths name, and those in the folders that they name and in all folders below: in the order of the paths, within a folder by
 * name. Links within the folder are followed, and nothing is listed twice, however many paths or links lead to it. In folders, names that begin with a
 * dot are left out, and what is neither file nor folder. Devices and sockets are never read. What cannot be read is listed with its error.
 *
 * @param paths - Files and folders; items that are listed already stay as they are.
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
export async function listFiles(
  paths: Iterable<string | LogFile>,
  { followLinks = false }: ListFilesOptions = {},
): Promise<ReadonlyArray<LogFile>> {
  const files: Array<LogFile> = []
  const seen = new Set<string>()
  // One path is an iterable too: of its characters.
  const given = typeof paths === 'string' ? [paths] : [...paths]
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
      // What a shell makes of `<(...)` is nowhere among the files.
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

/** What has yet to be listed: a path that was named, one found below a named folder (`root`), or a file that is listed already. */
type Listed = LogFile | { readonly path: string; readonly root?: string }

// By code units: the order must not depend on where it is run.
const namesIn = async (folder: string): Promise<Array<string>> => (await readdir(folder)).filter((name) => !name.startsWith('.')).sort()

const sizeOf = (stats: Stats): number => (stats.isFile() ? stats.size : 0)

/** The system's word for what went wrong. Its message would repeat the path. */
export function errorWord(error: unknown): string {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined
  return typeof code === 'string' ? code : 'an unknown error'
}
