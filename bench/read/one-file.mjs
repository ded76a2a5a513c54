/**
 * One file of any size: `node one-file.mjs stream|parse FILE` finds the Glue records, and tells how many there were,
 * what it took of the processor in microseconds, and the most memory that the process had resident in bytes. Plain
 * JavaScript, because a loader of TypeScript is memory, too.
 */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { compileFilter } from '../../dist/index.js'
import { filePieces } from '../../dist/node.js'
import * as source from '../../dist/source.js'
import { peakMemory } from '../../test/support/peak-memory.mjs'

const [how = '', path = ''] = process.argv.slice(2)
const where = compileFilter({ source: 'glue' }).right
const digest = createHash('sha256')
let found = 0
const take = ({ eventID }) => {
  digest.update(eventID)
  found++
}

const WAYS = {
  stream: async () => {
    for await (const { raw } of source.decodeLogStream(filePieces(path), { where, maxBytes: Number.MAX_SAFE_INTEGER })) take(raw)
  },
  parse: () => {
    for (const record of JSON.parse(readFileSync(path, 'utf8')).Records) if (record.eventSource === 'glue.amazonaws.com') take(record)
  },
}

const before = process.cpuUsage()
await WAYS[how]()
const { user, system } = process.cpuUsage(before)
process.stdout.write(JSON.stringify({ found, digest: digest.digest('hex'), cpu: user + system, memory: peakMemory() }))
