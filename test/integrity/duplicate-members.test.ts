import { expect, it } from 'vitest'
import { hasDuplicateMember } from '../../src/integrity/duplicate-members.js'

it('finds a name that stands twice in one object, escapes resolved', () => {
  for (const json of [
    '{"a":1,"a":2}',
    '{"a":1,"\\u0061":2}',
    '{"b":[{"c":1,"d":{},"c" : 2}]}',
    '{"":1,"":2}',
    '{"a":"a","b":1,"a":1}',
    '{"\\\\":1,"\\u005c":2}',
  ]) {
    expect([json, hasDuplicateMember(json)]).toEqual([json, true])
  }
})

it('finds none in other objects, in values and in lists', () => {
  for (const json of [
    '{"a":"a"}',
    '{"a":{"a":1}}',
    '[{"a":1},{"a":1}]',
    '["a","a"]',
    '{"a":"\\",\\"a\\":1"}',
    '{"a":["a","a:"],"b":"a"}',
    '5',
    '"a"',
  ]) {
    expect([json, hasDuplicateMember(json)]).toEqual([json, false])
  }
})

it('takes any depth', () => {
  expect(hasDuplicateMember(`${'['.repeat(1_000_000)}${']'.repeat(1_000_000)}`)).toBe(false)
})
