import { compileFilter } from 'glue-trail'
import { decodeFiles } from 'glue-trail/node'
import { decodeLog, decodeLogStream } from 'glue-trail/source'
import { describe, expect, it } from 'vitest'
import { requireWhere } from '../../src/source/require-where.js'

async function* noBytes(): AsyncGenerator<Uint8Array, void, undefined> {}

it('takes predicates, and nothing', () => {
  const filter = compileFilter({ api: 'GetTable' })
  for (const where of [undefined, { test: () => 'YES' }, filter._tag === 'Right' && filter.right]) requireWhere('f', where)
})

describe.each([5, {}, null, '5', { test: 1 }])('A filter that is %j', (where) => {
  it('is a wrong argument of every reader', async () => {
    const options = { where } as never
    const expected = 'expected `where` to be a predicate with `test`, received'
    await expect(decodeLog(new Uint8Array(), options)).rejects.toThrow(`decodeLog: ${expected}`)
    expect(() => decodeLogStream(noBytes(), options)).toThrow(`decodeLogStream: ${expected}`)
    expect(() => decodeFiles([], options)).toThrow(`decodeFiles: ${expected}`)
  })
})
