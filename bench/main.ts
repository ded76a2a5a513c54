/**
 * `npm run bench -- <what> [--json] [--quick]`, from the root of the project.
 *
 * @module
 */
import { parseArgs } from 'node:util'
import { decode } from './decode.js'
import { textOf } from './report.js'

const USAGE = 'usage: npm run bench -- decode [--json] [--quick]'

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { json: { type: 'boolean', default: false }, quick: { type: 'boolean', default: false } },
})

if (positionals[0] === 'decode') {
  const report = await decode(values.quick)
  process.stdout.write(values.json ? `${JSON.stringify(report)}\n` : textOf(report))
} else {
  process.stderr.write(`${USAGE}\n`)
  process.exitCode = 2
}
