/**
 * Published records and vectors, read from a folder beside the project and never copied. Without it, tests that need it
 * are skipped; `GLUE_TRAIL_SHARED=required` makes that a failure.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, it } from 'vitest'

const folder = join(dirname(fileURLToPath(import.meta.url)), '..', '..', '..', 'shared')

const present = existsSync(join(folder, 'corpus'))

/** A suite that needs the shared folder. */
export function describeShared(name: string, suite: () => void): void {
  if (present) describe(name, suite)
  else if (process.env.GLUE_TRAIL_SHARED === 'required') throw new Error(`${name}: ../shared is required and absent`)
  // Skipped because there is nothing to test against: the suite cannot even list its cases without the folder.
  else describe(name, () => it.skip('skipped: ../shared is absent'))
}

export const sharedText = (path: string): string => readFileSync(join(folder, path), 'utf8')

export const sharedPath = (path: string): string => join(folder, path)

export const sharedBytes = (path: string): Uint8Array => new Uint8Array(readFileSync(join(folder, path)))

export const sharedJson = (path: string): unknown => JSON.parse(sharedText(path))

export const sharedFiles = (path: string): ReadonlyArray<string> => (present ? readdirSync(join(folder, path)).sort() : [])

/** A record of the corpus and its path. */
export interface CorpusRecord {
  readonly file: string
  readonly index: number
  readonly record: unknown
}

/** Every record of `corpus/records`. */
export function corpusRecords(): ReadonlyArray<CorpusRecord> {
  return sharedFiles('corpus/records').flatMap((file) =>
    sharedText(`corpus/records/${file}`)
      .trim()
      .split('\n')
      .map((line, index) => ({ file, index, record: JSON.parse(line) as unknown })),
  )
}

/** Every Glue record of `corpus/glue`. */
export function corpusGlueRecords(): ReadonlyArray<CorpusRecord> {
  return sharedFiles('corpus/glue').flatMap((file) =>
    (sharedJson(`corpus/glue/${file}`) as ReadonlyArray<{ readonly event: unknown }>).map(({ event }, index) => ({
      file,
      index,
      record: event,
    })),
  )
}
