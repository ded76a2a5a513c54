import { expect, it } from 'vitest'
import { madeOf, requireIterable, requireObject, within, wrongArgument, wrongName } from '../../src/codec/argument.js'

function revoked(target: object): unknown {
  const { proxy, revoke } = Proxy.revocable(target, {})
  revoke()
  return proxy
}

it('names the function, what it expected, and the kind of what it received', () => {
  expect(wrongArgument('decodeLog', 'bytes', 'secret').message).toBe('decodeLog: expected bytes, received a string')
})

it('takes what is iterable', () => {
  for (const value of [[], new Set(), new Uint8Array(1)]) expect(() => requireIterable('f', 'records', value)).not.toThrow()
  for (const value of [undefined, null, 5, 'x', {}]) expect(() => requireIterable('f', 'records', value)).toThrow(TypeError)
  expect(() => requireIterable('f', 'records', revoked([]))).toThrow('f: expected records, received an unreadable object')
})

it('takes objects', () => {
  for (const value of [{}, []]) expect(() => requireObject('f', 'a result', value)).not.toThrow()
  for (const value of [undefined, null, 5, 'x', revoked({})])
    expect(() => requireObject('f', 'a result', value)).toThrow(/^f: expected a result, received /)
})

it('repeats a name that is not known, and nothing else', () => {
  expect(wrongName('f', 'a name', 'x\u001b').message).toBe('f: expected a name, received "x\\u001b"')
  expect(wrongName('f', 'a name', { toString: 1 }).message).toBe('f: expected a name, received an object')
})

it('names the function whose argument is not what it takes, with the cause', () => {
  const cause = new RangeError('of something inside')
  const fail = (): never => {
    throw cause
  }
  expect(madeOf('f', 'a result', 5, () => 'made')).toBe('made')
  expect(() => madeOf('f', 'a result', [], fail)).toThrow(new TypeError('f: expected a result, received a list', { cause }))
  expect(() => madeOf('f', 'a result', [], () => requireObject('f', 'a name', 5))).toThrow('f: expected a name, received a number')
})

it.each<readonly [limit: unknown, expected: number]>([
  [undefined, 5],
  [Number.NaN, 5],
  ['9', 5],
  [Symbol('x'), 5],
  [-1, 1],
  [2.9, 2],
  [99, 10],
])('a limit of %s is %d, where 5 is the default and 10 the largest', (limit, expected) => {
  expect(within(limit as number, 5, 10)).toBe(expected)
})
