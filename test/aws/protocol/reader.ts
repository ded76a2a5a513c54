/**
 * One reading of a trail as a process of its own: `node --import tsx reader.ts` with its settings in the environment.
 * What it read goes line by line into a file, and where it is into another, which a later process begins with.
 */
import { appendFileSync, existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { readTrail } from '../../../src/aws/index.js'
import { BUCKET, OWNER, s3At } from './cloud.js'

const { PORT = '', OUT = '', NOW = '' } = process.env
const cursor = `${OUT}.cursor`

const reading = readTrail({
  bucket: BUCKET,
  owner: OWNER,
  client: s3At(Number(PORT), 10),
  now: new Date(NOW),
  ...(existsSync(cursor) ? { cursor: readFileSync(cursor, 'utf8') } : {}),
})
for await (const { object, entries, issues } of reading) {
  const ids = entries.map(({ raw }) => (raw as { readonly eventID: string }).eventID)
  appendFileSync(`${OUT}.read`, `${JSON.stringify({ key: object.key, ids, issues: issues.map(({ received }) => received) })}\n`)
  // The cursor passes an object only once it is done with.
  writeFileSync(`${cursor}.new`, reading.cursor())
  renameSync(`${cursor}.new`, cursor)
}
