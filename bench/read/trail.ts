/**
 * Trails to read: log files as CloudTrail writes them where much goes on, some thousand records each, made by a seeded
 * script. The same seed gives the same bytes.
 *
 * @module
 */
import { createWriteStream, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip, gzipSync } from 'node:zlib'
import { seeded } from '../random.js'
import { callers, glueTexts } from '../records.js'
import { otherTexts } from './services.js'

/** What a trail is like. */
export interface TrailFacts {
  readonly files: number
  readonly records: number
  readonly glue: number
  /** Bytes of json. */
  readonly bytes: number
  /** Bytes as they are stored. */
  readonly stored: number
}

/** Records in one file: so many at least, and up to as many more. */
const FEWEST = 1500
const SPREAD = 2500

/** Records of a trail, one after the other, and whether the last one was a Glue record. */
function recordsOf(share: number, seed: number): () => { readonly json: string; readonly isGlue: boolean } {
  const random = seeded(seed)
  const nextCaller = callers(random)
  const glue = glueTexts(random, nextCaller)
  const other = otherTexts(random, nextCaller)
  let at = 0
  return () => {
    at += random.int(120)
    const isGlue = random.chance(share)
    return { json: isGlue ? glue(at) : other(at), isGlue }
  }
}

/**
 * Writes a trail of gzipped files.
 *
 * @param folder - Where to; it is made.
 * @param bytes - How many inflated bytes, at least.
 * @param share - The share of Glue records among all.
 */
export function writeTrail(folder: string, bytes: number, share: number, seed: number): TrailFacts {
  mkdirSync(folder, { recursive: true })
  const next = recordsOf(share, seed)
  const random = seeded(seed + 1)
  const facts = { files: 0, records: 0, glue: 0, bytes: 0, stored: 0 }
  while (facts.bytes < bytes) {
    const records = Array.from({ length: FEWEST + random.int(SPREAD) }, next)
    const inflated = Buffer.from(`{"Records":[${records.map((record) => record.json).join(',')}]}`)
    const gzipped = gzipSync(inflated)
    const name = `123456789012_CloudTrail_us-east-1_20240614T${String(facts.files).padStart(4, '0')}Z_bench.json.gz`
    writeFileSync(join(folder, name), gzipped)
    facts.files++
    facts.records += records.length
    facts.glue += records.filter(({ isGlue }) => isGlue).length
    facts.bytes += inflated.length
    facts.stored += gzipped.length
  }
  return facts
}

/**
 * How many records of one file are made before they come again: making all of a large one would take longer than
 * reading it.
 */
const CYCLE = 5000

/** Writes one file of `{"Records":[...]}`, gzipped or not. It may be larger than the longest string. */
export async function writeFileOf(path: string, bytes: number, share: number, seed: number, gzipped: boolean): Promise<void> {
  const next = recordsOf(share, seed)
  const block = Buffer.from(Array.from({ length: CYCLE }, () => next().json).join(','))
  const parts = function* (): Generator<Buffer, void, undefined> {
    yield Buffer.from('{"Records":[')
    for (let written = block.length; ; written += block.length) {
      yield block
      if (written >= bytes) break
      yield Buffer.from(',')
    }
    yield Buffer.from(']}')
  }
  const target = createWriteStream(path)
  await (gzipped ? pipeline(Readable.from(parts()), createGzip(), target) : pipeline(Readable.from(parts()), target))
}
