/**
 * Draws `docs/pictures/demo.svg`: chapters of the demo as printed on a terminal in colour.
 *
 *   npm run picture              writes the picture
 *   npm run picture -- --check   writes nothing, and fails where it differs
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { buildCommand } from '../codegen/build-command.js'
import { onTerminal } from '../test/e2e/command.js'
import { ROOT } from '../test/support/root.js'
import { terminalSvg } from './terminal-svg.js'

const FILE = join(ROOT, 'docs', 'pictures', 'demo.svg')

/** Few enough to be readable on a phone. */
const COLUMNS = 80

/** The chapters that are shown, by their first characters; all of them would be too long. */
const SHOWN = /^(?:09:04|10:42|16:14) /

// biome-ignore lint/suspicious/noControlCharactersInRegex: the escape sequences of colours
const COLOUR = /\u001b\[\d*m/g

const folder = mkdtempSync(join(tmpdir(), 'glue-trail-picture-'))
await buildCommand()
const { status, output: printed } = await onTerminal(['demo', join(folder, 'trail')], { columns: COLUMNS })
// The temporary folder has another name each time.
const output = printed.replaceAll(join(folder, 'trail'), 'examples/trail')
rmSync(folder, { recursive: true })
if (status !== 0) throw new Error(`the demo ended with ${status}`)
const [head = '', ...parts] = output.split('\n\n')
const chapters = parts.filter((part) => SHOWN.test(part.replaceAll(COLOUR, '')))
const svg = terminalSvg([head, '', chapters.join('\n\n')].join('\n'), {
  columns: COLUMNS,
  name: 'npx glue-trail demo',
  says: 'A terminal with four chapters of the demo: a denied call, a password in job arguments, a request too large to log, a dropped table',
})

const before = ((): string | undefined => {
  try {
    return readFileSync(FILE, 'utf8')
  } catch {
    return undefined
  }
})()
if (!process.argv.includes('--check')) {
  mkdirSync(dirname(FILE), { recursive: true })
  writeFileSync(FILE, svg)
  console.log('docs/pictures/demo.svg')
} else if (before === svg) {
  console.log('docs/pictures/demo.svg is up to date')
} else {
  console.error('docs/pictures/demo.svg differs: npm run picture')
  process.exitCode = 1
}
