/**
 * `npm run bench -- <what> [--json] [--quick]`, from the root of the project.
 *
 * @module
 */
import { parseArgs } from 'node:util'
import { decode } from './decode.js'
import { integrity, textOf as textOfIntegrity } from './integrity/integrity.js'
import { FULL, QUICK, read } from './read/read.js'
import { textOf as textOfRead } from './read/report.js'
import { textOf as textOfDecode } from './report.js'

const USAGE = 'usage: npm run bench -- decode|read|integrity [--json] [--quick]'

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { json: { type: 'boolean', default: false }, quick: { type: 'boolean', default: false } },
})

const write = <A>(report: A, textOf: (report: A) => string): unknown =>
  process.stdout.write(values.json ? `${JSON.stringify(report)}\n` : textOf(report))

if (positionals[0] === 'decode') {
  write(await decode(values.quick), textOfDecode)
} else if (positionals[0] === 'read') {
  write(await read(values.quick ? QUICK : FULL), textOfRead)
} else if (positionals[0] === 'integrity') {
  write(await integrity(values.quick), textOfIntegrity)
} else {
  process.stderr.write(`${USAGE}\n`)
  process.exitCode = 2
}
