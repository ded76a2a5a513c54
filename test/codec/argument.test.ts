import { expect, it } from 'vitest'
import { requireIterable, requireObject, wrongArgument } from '../../src/codec/argument.js'

it('names the function, what it expected, and the kind of what it received', () => {
  expect(wrongArgument('decodeLog', 'bytes', 'secret').message).toBe('decodeLog: expected bytes, received a string')
})

it('takes what is iterable', () => {
  for (const value of [[], new Set(), new Uint8Array(1)]) expect(() => requireIterable('f', 'records', value)).not.toThrow()
  for (const value of [undefined, null, 5, 'x', {}]) expect(() => requireIterable('f', 'records', value)).toThrow(TypeError)
})

it('takes objects', () => {
  for (const value of [{}, []]) expect(() => requireObject('f', 'a result', value)).not.toThrow()
  for (const value of [undefined, null, 5, 'x'])
    expect(() => requireObject('f', 'a result', value)).toThrow(/^f: expected a result, received /)
})
