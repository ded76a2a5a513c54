/**
 * The example trail as files, in the folders of a bucket.
 *
 * @module
 */
import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { day } from './day.js'

/**
 * Writes the log files of the day below a folder, which is created where it does not exist. The records are always the
 * same.
 */
export async function writeTrail(folder: string): Promise<void> {
  for (const { key, records } of day()) {
    const path = join(folder, ...key.split('/'))
    await mkdir(dirname(path), { recursive: true })
    await writeFile(path, gzipSync(JSON.stringify({ Records: records }), { level: 9 }))
  }
}
