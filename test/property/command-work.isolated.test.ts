/**
 * The work of every form of the command for one record grows no faster than the record, for four shapes of it: from
 * 12.5 to 100 kB in `npm test`, from 500 kB to 4 MB in `npm run test:slow`. `large-records.slow.test.ts` measures the
 * memory of the same.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { times } from '../support/effort.js'
import { FORMS, OTHER_FORMS, recordWith, SHAPES } from '../support/large-records.js'
import { countWork } from '../support/work.js'

const work = await countWork()
const { runCommand } = await import('../support/run-command.js')

const SMALL = times(500_000, 12_500)

const folder = mkdtempSync(join(tmpdir(), 'glue-trail-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** Returns the path of a log with one record of about `size` bytes. */
function logOf(shape: string, size: number): string {
  const path = join(folder, `${shape} ${size}.json`)
  writeFileSync(path, `{"Records":[${recordWith(SHAPES[shape]?.(size) ?? '')}]}`)
  return path
}

const forms = [...FORMS, ...OTHER_FORMS].map((form) => [form('FILE', 'FOLDER').join(' '), form] as const)

/** Some of `SHAPES`: all of them take minutes. */
const KINDS = ['long', 'non-ASCII', 'wide', 'deep']

describe.each(KINDS)('A record that is %s', (shape) => {
  it.each(forms)('costs %s no more than it grows', async (_, form) => {
    const ask = (size: number) => {
      const args = form(logOf(shape, size), folder)
      return async () => expect((await runCommand(args)).status).toBe(0)
    }
    expect(await work.growth(ask, SMALL)).toBeLessThan(1)
  })
})
