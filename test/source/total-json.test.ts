import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { totalJson } from '../../src/source/total-json.js'
import { revokedByReading } from '../support/revoked.js'

const DEEP = 100_000
const deep = (inner: string): string => `${'{"a":['.repeat(DEEP)}${inner}${']}'.repeat(DEEP)}`

describe('JSON of any value', () => {
  it.each([['1'], ['{"b":"\\"ä","c":[1,null,true,{}],"d":{}},[],-0.5']])('is exact where the value is deep: around %s', (inner) => {
    expect(totalJson(JSON.parse(deep(inner))) === deep(inner)).toBe(true)
  })

  it('is that of `JSON.stringify`', () => {
    fc.assert(fc.property(fc.jsonValue(), (value) => totalJson(value) === JSON.stringify(value)))
    expect([totalJson(undefined), totalJson({ a: undefined, b: [undefined] })]).toEqual(['', '{"b":[null]}'])
  })

  it('has null for what JSON cannot hold, once something makes `JSON.stringify` throw', () => {
    const { proxy, revoke } = Proxy.revocable({}, {})
    revoke()
    const cycle: Record<string, unknown> = { big: 1n, proxy, list: [undefined, Symbol('a'), Number.NaN], nothing: undefined }
    cycle.self = cycle
    Object.defineProperty(cycle, 'thrown', {
      enumerable: true,
      get: () => {
        throw new Error('no')
      },
    })
    const shared = { b: 1 }
    cycle.twice = [shared, shared]
    expect(totalJson(cycle)).toBe('{"big":null,"proxy":null,"list":[null,null,null],"self":null,"twice":[{"b":1},{"b":1}]}')
    expect([totalJson(proxy), totalJson(1n)]).toEqual(['null', 'null'])
  })
  it('is null where a list is revoked while it is read', () => {
    expect(totalJson([1n, revokedByReading('a', 'b'), 1])).toBe('null')
  })
})
