/** `node reduce.mjs FOLDER WORKERS`: the Glue records by `reduceFiles`, as their `eventID` one a line. */
import { reduceFiles } from '../../dist/node.js'

const [folder = '', workers] = process.argv.slice(2)
const ids = await reduceFiles([folder], new URL('count-glue.mjs', import.meta.url), { workers: Number(workers) })
process.stdout.write(ids.map((eventID) => `${JSON.stringify({ eventID })}\n`).join(''))
