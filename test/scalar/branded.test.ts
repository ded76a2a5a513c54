import * as t from 'io-ts'
import { expect, it } from 'vitest'
import { branded } from '../../src/scalar/branded.js'

const isShout = (u: unknown): u is string => typeof u === 'string' && u === u.toUpperCase()
const Shout = branded('Shout', isShout, 'a string in capitals')

it('is, decodes and encodes what the guard lets pass', () => {
  expect(Shout.name).toBe('Shout')
  expect(Shout.is('AWS')).toBe(true)
  expect(Shout.decode('AWS')).toEqual({ _tag: 'Right', right: 'AWS' })
  expect(Shout.encode('AWS')).toBe('AWS')
})

it('rejects all else without a word of it', () => {
  const messages = (u: unknown) => {
    const decoded = t.array(Shout).decode([u])
    return decoded._tag === 'Left' ? decoded.left.map((error) => [error.message, error.value]) : []
  }
  expect(messages('secret')).toEqual([['[0]: expected a string in capitals, received another string', undefined]])
  expect(messages(5)).toEqual([['[0]: expected a string in capitals, received a number', undefined]])
})
