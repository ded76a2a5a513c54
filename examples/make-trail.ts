/**
 * Writes `examples/trail/`, a day of CloudTrail as it lies in S3, from the story in `story/`.
 *
 *   npx tsx examples/make-trail.ts           writes the files that differ, and removes what does not belong there
 *   npx tsx examples/make-trail.ts --check   writes nothing, and fails where something differs
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gunzipSync, gzipSync } from 'node:zlib'
import { day } from './story/day.js'

const TRAIL = join(dirname(fileURLToPath(import.meta.url)), 'trail')

/** Versions of zlib compress the same text to different bytes, so that only what is inside is compared. */
function textOf(path: string): string | undefined {
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
const differing = [...wanted].filter(([path, text]) => textOf(path) !== text)
const foreign = present.filter((path) => !wanted.has(path))

if (process.argv.includes('--check')) {
  for (const [path] of differing) console.error(`differs or is missing: ${path}`)
  for (const path of foreign) console.error(`does not belong there: ${path}`)
  if (differing.length + foreign.length > 0) {
    console.error('run: npx tsx examples/make-trail.ts')
    process.exitCode = 1
  } else {
    console.log(`examples/trail is as the story tells it: ${wanted.size} files`)
  }
} else {
  for (const path of foreign) rmSync(path)
  for (const [path, text] of differing) {
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, gzipSync(text, { level: 9 }))
  }
  console.log(`${differing.length} of ${wanted.size} files written, ${foreign.length} removed`)
}
