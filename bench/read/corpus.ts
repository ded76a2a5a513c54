/**
 * The log files that others published, beside which a made trail is to be judged.
 *
 * @module
 */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type * as Node from '../../src/node/index.js'
import { root } from '../build.js'
import type { TrailFacts } from './trail.js'

/** Where they are, if they are there at all. */
const FILES = join(root, '..', 'shared', 'corpus', 'files')

/**
 * What the log files of the corpus are like, gzipped as the made ones are; those of less than a kilobyte are documents'
 * examples and left out.
 */
export async function corpusFacts(): Promise<TrailFacts | undefined> {
  if (!existsSync(FILES)) return undefined
  const { decodeFiles } = (await import(new URL('../../dist/node.js', import.meta.url).href)) as typeof Node
  const facts = { files: 0, records: 0, glue: 0, bytes: 0, stored: 0 }
  for await (const { path, counts, bytes } of decodeFiles([FILES])) {
    // Messages around log files are no log files.
    if (counts.matched === 0 || bytes.length < 1024 || !/\.json(\.gz)?$/.test(path)) continue
    facts.files++
    facts.records += counts.records
    facts.glue += counts.glue
    facts.bytes += bytes.length
    facts.stored += gzipSync(bytes).length
  }
  return facts
}
