import { writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { pathToFileURL } from 'node:url'
import { describe, expect, it } from 'vitest'
import { addressOf, loadReducer } from '../../src/node/reducer.js'
import { temporaryFolder } from '../support/folder.js'

const code = (content: string): string => `data:text/javascript,${encodeURIComponent(content)}`
const SUM = '{ initial: () => 0, step: (n, file) => n + file.size, merge: (a, b) => a + b }'

describe('addressOf', () => {
  it('takes a path, from where the process is, or an address', () => {
    const path = join(temporaryFolder(), 'a b#c.mjs')
    expect(addressOf(path)).toBe(pathToFileURL(path).href)
    expect(addressOf(relative(process.cwd(), path))).toBe(pathToFileURL(path).href)
    expect(addressOf(pathToFileURL(path))).toBe(pathToFileURL(path).href)
    expect(addressOf(new URL('data:text/javascript,0'))).toBe('data:text/javascript,0')
  })
})

describe('loadReducer', () => {
  it('takes the default export, of CommonJS too and of what was transpiled to it', async () => {
    const folder = temporaryFolder()
    const required = join(folder, 'plain.cjs')
    writeFileSync(required, `module.exports = ${SUM}`)
    const transpiled = join(folder, 'transpiled.cjs')
    writeFileSync(transpiled, `exports.default = ${SUM}`)
    for (const address of [code(`export default ${SUM}`), addressOf(required), addressOf(transpiled)])
      expect((await loadReducer<number>(address)).merge(1, 2)).toBe(3)
  })

  it('rejects if that is not a reducer', async () => {
    const refusal = 'the module has no default export with functions initial, step and merge'
    for (const content of ['export const initial = 0', 'export default null', 'export default { initial: 0, step() {}, merge() {} }'])
      await expect(loadReducer(code(content))).rejects.toThrow(refusal)
  })

  it('rejects with what loading the module throws', async () => {
    await expect(loadReducer(code('throw new RangeError("not today")'))).rejects.toThrow(/not today/)
  })
})
