import { describe, expect, it } from 'vitest'
import { reduceRange } from '../../src/node/reduce-range.js'
import type { ReadLog } from '../../src/source/log-entry.js'

const files = ['a', 'b', 'c'].map((path) => ({ path, size: 0, error: 'ENOENT' }))
const paths = {
  initial: () => '',
  step: (all: string, { path }: ReadLog) => all + path,
  merge: (a: string, b: string) => a + b,
}

describe('reduceRange', () => {
  it('reduces one file after the other, and waits for each', async () => {
    expect(await reduceRange(paths, files)).toEqual({ state: 'abc' })
    expect(await reduceRange({ ...paths, step: async (all, { path }) => path + all }, files)).toEqual({ state: 'cba' })
  })

  it('gives the result of no files', async () => {
    expect(await reduceRange(paths, [])).toEqual({ state: '' })
  })

  it('reports at which file something was thrown', async () => {
    const error = new Error('no')
    const step = (all: string, { path }: ReadLog): string => {
      if (path === 'b') throw error
      return all
    }
    expect(await reduceRange({ ...paths, step }, files)).toEqual({ path: 'b', error })
  })
})
