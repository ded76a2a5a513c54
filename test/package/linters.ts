/**
 * Checks of the package with publint, Are The Types Wrong, and knip.
 *
 * @module
 */
import { readFileSync } from 'node:fs'
import { publint } from 'publint'
import { formatMessage } from 'publint/utils'
import { tool } from './command.js'
import { ENTRIES } from './contents.js'
import { type Check, expectNone } from './report.js'
import type { Tarball } from './tarball.js'

// Are The Types Wrong does not expand wildcards: a short name, the largest API, one of another group, and one with an
// unusual spelling.
const OPERATIONS = ['start-job-run', 'create-job', 'update-table', 'get-ml-transform', 'put-data-catalog-encryption-settings'].map(
  (name) => `operations/${name}`,
)

/** Checks by other tools. */
export async function checkByLinters(check: Check, tarball: Tarball): Promise<void> {
  await check('publint, strict, finds no problem in the tarball', async () => {
    const bytes = readFileSync(tarball.path)
    const { messages, pkg } = await publint({
      strict: true,
      pack: { tarball: bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer },
    })
    expectNone(
      'publint says',
      messages.map((message) => formatMessage(message, pkg, { color: false }) ?? message.code),
    )
    return undefined
  })

  await check('types resolve as code does from ESM, CommonJS and bundlers (attw, node16)', () => {
    const { stdout } = tool('attw', [
      tarball.path,
      '--profile',
      'node16',
      '--format',
      'json',
      '--no-emoji',
      '--include-entrypoints',
      ...OPERATIONS,
    ])
    const { analysis } = JSON.parse(stdout) as { readonly analysis: { readonly entrypoints: Readonly<Record<string, unknown>> } }
    const entrypoints = Object.keys(analysis.entrypoints)
    expectNone(
      'not checked',
      [...ENTRIES.map((name) => (name === 'index' ? '.' : `./${name}`)), ...OPERATIONS.map((name) => `./${name}`)].filter(
        (entry) => !entrypoints.includes(entry),
      ),
    )
    return `${entrypoints.filter((entry) => !entry.includes('*')).length} entry points`
  })

  await check('knip finds no unused file, export or dependency', () => {
    tool('knip', ['--no-progress', '--no-config-hints'])
    return undefined
  })
}
