/**
 * Signatures of digests that were stored beside a copy: a plain copy of a bucket has lost the metadata of its objects.
 *
 * @module
 */
import { readdir, readFile, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { isObject } from '../codec/check.js'
import { parseJson } from '../scalar/json.js'

/** The metadata of digests, by the names of their files. */
export type Signatures = ReadonlyMap<string, Readonly<Record<string, string>>>

/**
 * Reads signatures: a file with `{"bucket","key","metadata"}` in each line, or a folder of what `aws s3api head-object`
 * prints, each file named by the key. Rejects if a line or a file has another form.
 */
export async function readSignatures(path: string): Promise<Signatures> {
  const found = new Map<string, Readonly<Record<string, string>>>()
  const stats = await stat(path)
  if (stats.isDirectory()) {
    for (const name of await readdir(path, { recursive: true })) {
      const file = join(path, name)
      if (!(await stat(file)).isFile()) continue
      const output = parseJson(await readFile(file, 'utf8'))?.value
      const metadata = isObject(output) ? metadataOf(output.Metadata) : undefined
      if (metadata === undefined) throw new Error(`${file}: expected the answer of head-object, received something else`)
      found.set(basename(name).replace(/\.gz\.(?:json|txt)$/, '.gz'), metadata)
    }
    return found
  }
  const lines = (await readFile(path, 'utf8')).split('\n')
  for (const [i, line] of lines.entries()) {
    if (line.trim() === '') continue
    const value = parseJson(line)?.value
    const metadata = isObject(value) ? metadataOf(value.metadata) : undefined
    if (!isObject(value) || typeof value.key !== 'string' || metadata === undefined) {
      throw new Error(`${path}: line ${i + 1}: expected {"bucket","key","metadata"}, received something else`)
    }
    found.set(value.key.slice(value.key.lastIndexOf('/') + 1), metadata)
  }
  return found
}

const metadataOf = (value: unknown): Readonly<Record<string, string>> | undefined =>
  isObject(value) && Object.values(value).every((one) => typeof one === 'string') ? (value as Readonly<Record<string, string>>) : undefined
