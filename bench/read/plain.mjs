/**
 * What everyone writes: `node plain.mjs FOLDER` inflates and parses each file and writes the Glue records, one a line.
 */
import { readdirSync, readFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'

const [folder = ''] = process.argv.slice(2)
for (const file of readdirSync(folder).sort()) {
  const { Records } = JSON.parse(gunzipSync(readFileSync(join(folder, file))).toString())
  let lines = ''
  for (const record of Records) if (record.eventSource === 'glue.amazonaws.com') lines += `${JSON.stringify(record)}\n`
  writeSync(1, lines)
}
