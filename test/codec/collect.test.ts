import { describe, expect, it } from 'vitest'
import {
  isList,
  isNumber,
  isObject,
  isString,
  opt,
  optBooleanOrString,
  optList,
  optMap,
  optNumberOrString,
  optString,
} from '../../src/codec/check.js'
import { collect } from '../../src/codec/collect.js'
import { isRedacted } from '../../src/codec/redacted.js'
import { type StructureType, structure } from '../../src/codec/structure.js'

const Leaf = structure('Leaf', (u) => isObject(u) && optString(u.text))

const Tree: StructureType<unknown> = structure(
  'Tree',
  (u) =>
    isObject(u) &&
    isString(u.id) &&
    u.kind === 'tree' &&
    opt(u.left, Tree.is) &&
    optList(u.leaves, Leaf.is) &&
    optMap(u.tags, isString) &&
    optNumberOrString(u.at) &&
    optBooleanOrString(u.flag) &&
    (optMap(u.secrets, isString) || isRedacted(u.secrets)) &&
    optList(u.lists, (v) => isList(v, isNumber)) &&
    u.gone === undefined,
  '~id,kind,left,leaves,tags,at,flag,secrets,lists,gone.s!1!0[2{stB*{s[[nx',
  () => [Tree, 'tree', Leaf],
)

const good = { id: 'a', kind: 'tree' }

/** Code, path, expected, received of each issue, and whether the check agrees that there are any. */
function issues(value: unknown): ReadonlyArray<ReadonlyArray<unknown>> {
  const found = collect(Tree, value)
  expect(Tree.is(value)).toBe(found.length === 0)
  return found.map(({ code, path, expected, received }) => [code, path.join('/'), expected, received])
}

describe('collect', () => {
  it.each([
    [good, []],
    [{ ...good, left: null, leaves: [null], tags: { a: null }, secrets: 'HIDDEN_DUE_TO_SECURITY_REASONS' }, []],
    [5, [['WRONG_TYPE', '', 'an object', 'a number']]],
    [{ kind: 'tree' }, [['WRONG_TYPE', 'id', 'a string', 'nothing']]],
    [{ ...good, id: null }, [['WRONG_TYPE', 'id', 'a string', 'null']]],
    [{ ...good, kind: 'bush' }, [['WRONG_TYPE', 'kind', '"tree"', 'another string']]],
    [{ ...good, kind: 1 }, [['WRONG_TYPE', 'kind', '"tree"', 'a number']]],
    [{ ...good, left: { ...good, id: 1 } }, [['WRONG_TYPE', 'left/id', 'a string', 'a number']]],
    [{ ...good, left: [] }, [['WRONG_TYPE', 'left', 'an object', 'a list']]],
    [{ ...good, leaves: [{}, { text: 1 }] }, [['WRONG_TYPE', 'leaves/1/text', 'a string', 'a number']]],
    [{ ...good, leaves: {} }, [['WRONG_TYPE', 'leaves', 'a list', 'an object']]],
    [{ ...good, tags: { a: 'b', c: false } }, [['WRONG_TYPE', 'tags/c', 'a string', 'a boolean']]],
    [{ ...good, tags: [] }, [['WRONG_TYPE', 'tags', 'a map', 'a list']]],
    [{ ...good, tags: '***' }, [['REDACTED', 'tags', 'a map', 'a redacted value']]],
    [{ ...good, leaves: '***' }, [['REDACTED', 'leaves', 'a list', 'a redacted value']]],
    [{ ...good, left: '***' }, [['REDACTED', 'left', 'an object', 'a redacted value']]],
    [{ ...good, at: false }, [['WRONG_TYPE', 'at', 'a number or a string', 'a boolean']]],
    [{ ...good, flag: 1 }, [['WRONG_TYPE', 'flag', 'a boolean or a string', 'a number']]],
    [{ ...good, lists: [[1], ['a']] }, [['WRONG_TYPE', 'lists/1/0', 'a number', 'a string']]],
    [{ ...good, gone: 'a' }, [['WRONG_TYPE', 'gone', 'nothing', 'a string']]],
    [{ ...good, gone: null }, [['WRONG_TYPE', 'gone', 'nothing', 'null']]],
  ])('%j', (value, expected) => {
    expect(issues(value)).toEqual(expected)
  })

  it('stops at the number of issues asked for', () => {
    const wrong = { ...good, tags: Object.fromEntries(Array.from({ length: 500 }, (_, i) => [`k${i}`, i])) }
    expect(collect(Tree, wrong)).toHaveLength(100)
    expect(collect(Tree, wrong, 3)).toHaveLength(3)
  })

  it('stops at the depth asked for', () => {
    let deep: unknown = good
    for (let i = 0; i < 70; i++) deep = { ...good, left: deep }
    const [issue, ...more] = collect(Tree, deep)
    expect(issue).toEqual({ code: 'TOO_DEEP', path: Array(64).fill('left'), expected: 'at most 64 levels', received: 'more' })
    expect(more).toEqual([])
    expect(collect(Tree, deep, 100, 71)).toEqual([])
  })

  it('escapes and cuts names on the path', () => {
    const [issue] = collect(Tree, { ...good, tags: { [`\u001b${'x'.repeat(80)}`]: 1 } })
    expect(issue?.path).toEqual(['tags', `\\u001b${'x'.repeat(62)}…`])
  })
})
