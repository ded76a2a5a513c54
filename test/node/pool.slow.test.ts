import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'esbuild'
import { expect, it } from 'vitest'
import { temporaryFolder } from '../support/folder.js'
import { ROOT } from '../support/root.js'

it('works in a program that is given on the command line', async () => {
  const script = join(temporaryFolder(), 'script.cjs')
  writeFileSync(script, `require(${JSON.stringify(join(ROOT, 'node_modules', 'workerpool'))}).worker({ work: (n) => 2 * n })`)
  const { outputFiles } = await build({
    entryPoints: ['src/node/pool.ts'],
    bundle: true,
    platform: 'node',
    external: ['workerpool'],
    write: false,
    format: 'esm',
  })
  const program = `${outputFiles[0]?.text}
    const pool = await poolOf(${JSON.stringify(script)}, 1)
    for await (const result of pool.mapInOrder('work', [1, 2])) console.log(result)
    await pool.end()`
  expect(execFileSync(process.execPath, ['--input-type=module', '-e', program], { encoding: 'utf8' })).toBe('2\n4\n')
})
