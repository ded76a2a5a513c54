/** Every exported function of a subpath answers for any value, or throws a `TypeError` that names it. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { SUBPATHS } from '../../subpaths.js'
import { SMALL_RECORDS } from '../support/kinds.js'
import { ROOT } from '../support/root.js'
import { OTHERS, READERS, STRICT, TOTAL } from '../support/subpath-answers.js'

const TRAP = { toString: 1, valueOf: 1 }
const throwing = {
  get bytes(): never {
    throw new Error('no')
  },
}

const throwNo = (): never => {
  throw new Error('no')
}
const UNREADABLE = new Proxy(
  {},
  { get: throwNo, has: throwNo, ownKeys: throwNo, getOwnPropertyDescriptor: throwNo, getPrototypeOf: throwNo },
)
const revoked = (target: object): unknown => {
  const { proxy, revoke } = Proxy.revocable(target, {})
  revoke()
  return proxy
}
const CYCLE: Record<string, unknown> = {}
const RECORD = { eventSource: 'glue.amazonaws.com', eventName: 'UpdateTable', requestParameters: CYCLE, additionalEventData: CYCLE }
const CYCLES = [CYCLE, RECORD]
const MEMBERS = [
  'bytes',
  'entries',
  'result',
  'records',
  'left',
  'right',
  'path',
  'code',
  'name',
  'location',
  'Records',
  'shards',
  'message',
]
for (const name of MEMBERS) CYCLE[name] = name === 'entries' || name === 'path' ? CYCLES : CYCLE

const VALUES: ReadonlyArray<readonly [string, unknown]> = [
  ['undefined', undefined],
  ['null', null],
  ['a number', 5],
  ['a string', 'word'],
  ['a key of every object', '__proto__'],
  ['a symbol', Symbol('x')],
  ['a function', () => 1],
  ['an object', {}],
  ['a list', []],
  ['a list of nothing', [undefined]],
  ['a list of null', [null]],
  ['a list of numbers', [5]],
  ['a list of objects', [{}]],
  ['what no string is made of', TRAP],
  ['a list of what no string is made of', [TRAP, { path: [TRAP], expected: TRAP, received: TRAP, offset: TRAP, code: TRAP, codec: TRAP }]],
  ['members of wrong types', { bytes: 5, entries: [5], result: {}, records: 5, request: 5, table: TRAP, location: 'a', time: TRAP }],
  ['a revoked proxy', revoked({})],
  ['a revoked list', revoked([])],
  ['a revoked function', revoked(throwNo)],
  ['an object of which nothing can be read', UNREADABLE],
  ['a list of such', [UNREADABLE, revoked({}), revoked([])]],
  ['members that are such', Object.fromEntries(MEMBERS.map((name, i) => [name, i % 2 === 0 ? UNREADABLE : revoked([])]))],
  ['a member that throws', throwing],
  ['a function with toString', Object.assign(() => 1, TRAP)],
  ['a cycle', CYCLE],
  ['a list of cycles', CYCLES],
  ['a record with cycles', RECORD],
  ['a result without a record', { bytes: new Uint8Array(2), result: { _tag: 'Right' }, entries: [{ result: { _tag: 'Both' } }] }],
]

describe.each(Object.entries(TOTAL))('%s', (_, answer) => {
  it.each([...VALUES, ...SMALL_RECORDS.map(({ name, record }) => [name, record] as const)])('answers for %s', async (__, value) => {
    await answer(value)
  })
})

describe.each(Object.entries(STRICT))('%s', (name, call) => {
  it.each(VALUES)('answers or names itself for %s', (_, value) => {
    let error: unknown
    try {
      call(value)
    } catch (thrown) {
      error = thrown
    }
    if (error === undefined) return
    expect(error).toBeInstanceOf(TypeError)
    expect((error as TypeError).message).toMatch(new RegExp(`^${/^\w+ (\w+)/.exec(name)?.[1]}: expected .+, received .+`))
  })

  it('refuses what is nothing at all', () => {
    if (!/describe(?:Api|Shape)$/.test(name)) expect(() => call(undefined)).toThrow(TypeError)
  })
})

describe.each(Object.entries(READERS))('%s', (name, read) => {
  it.each([
    ['nothing', undefined],
    ['null', null],
    ['a number', 5],
    ['a revoked proxy', revoked({})],
    ['a revoked list', revoked([])],
    ['a revoked function', revoked(throwNo)],
  ])('refuses %s', async (_, value) => {
    const error: unknown = await read(value).catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(TypeError)
    expect((error as TypeError).message).toMatch(new RegExp(`^(?:${name.split(' ')[1]}|options): expected .+`))
  })
})

it.each(SUBPATHS.filter(({ name }) => name !== 'index'))('every function of $name is here', async ({ name, module }) => {
  const exported = Object.entries((await import(join(ROOT, module))) as object)
  const functions = exported.flatMap(([each, value]) => (typeof value === 'function' ? [`${name} ${each}`] : []))
  const called = [...Object.keys(TOTAL), ...Object.keys(STRICT), ...Object.keys(OTHERS)].map((each) => each.split(',')[0])
  expect(functions.filter((each) => !called.includes(each))).toEqual([])
})

it.each(Object.entries(OTHERS))('%s has tests of its own', (_, file) => {
  expect(existsSync(join(ROOT, `test/${file}.test.ts`))).toBe(true)
})
