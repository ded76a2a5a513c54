/**
 * Writes `examples/trail/`, a day of CloudTrail files as in S3, from the story in `src/cli/demo`.
 *
 *   npx tsx examples/make-trail.ts           writes the files that differ, and removes others
 *   npx tsx examples/make-trail.ts --check   writes nothing, and fails where something differs
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gunzipSync, gzipSync } from 'node:zlib'
import { day } from '../src/cli/demo/day.js'

const TRAIL = join(dirname(fileURLToPath(import.meta.url)), 'trail')

/**
 * Returns the inflated file. Versions of zlib compress the same input differently, so only the inflated contents are
 * compared.
 */
function contentsOf(path: string): string | undefined {
  try {
    return gunzipSync(readFileSync(path)).toString('utf8')
  } catch {
    return undefined
  }
}

const wanted = new Map(day().map(({ key, records }) => [join(TRAIL, key), JSON.stringify({ Records: records })]))
const present = existsSync(TRAIL)
  ? readdirSync(TRAIL, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
  : []
const differing = [...wanted].filter(([path, contents]) => contentsOf(path) !== contents)
const foreign = present.filter((path) => !wanted.has(path))

if (process.argv.includes('--check')) {
  for (const [path] of differing) console.error(`differs or is missing: ${path}`)
  for (const path of foreign) console.error(`does not belong there: ${path}`)
  if (differing.length + foreign.length > 0) {
    console.error('run: npx tsx examples/make-trail.ts')
    process.exitCode = 1
  } else {
    console.log(`examples/trail matches the story: ${wanted.size} files`)
  }
} else {
  for (const path of foreign) rmSync(path)
  for (const [path, contents] of differing) {
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, gzipSync(contents, { level: 9 }))
  }
  console.log(`${differing.length} of ${wanted.size} files written, ${foreign.length} removed`)
}
