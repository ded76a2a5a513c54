import { describe, expect, it } from 'vitest'
import { eitherHint, everyHint } from '../../src/filter/hint.js'

const a = { sources: ['glue.amazonaws.com', 's3.amazonaws.com'], from: 10, to: 30 }
const b = { sources: ['glue.amazonaws.com', 'kms.amazonaws.com'], from: 20, to: 40 }

describe('everyHint', () => {
  it('narrows: sources of both, the later beginning, the earlier end', () => {
    expect(everyHint(a, b)).toEqual({ sources: ['glue.amazonaws.com'], from: 20, to: 30 })
    expect(everyHint({ sources: ['a'] }, { sources: ['b'] })).toEqual({ sources: [] })
  })

  it('takes over what only one says', () => {
    expect(everyHint(a, undefined)).toEqual(a)
    expect(everyHint(undefined, b)).toEqual(b)
    expect(everyHint(undefined, undefined)).toBeUndefined()
    expect(everyHint({ names: ['Get*'] }, { from: 0 })).toEqual({ names: ['Get*'], from: 0 })
  })

  it('is exact for names where one side has no pattern, and allows too much where both have', () => {
    expect(everyHint({ names: ['GetTable', 'GetTables', 'UpdateTable'] }, { names: ['Get*'] })).toEqual({
      names: ['GetTable', 'GetTables'],
    })
    expect(everyHint({ names: ['Get*'] }, { names: ['GetTable', 'UpdateTable'] })).toEqual({ names: ['GetTable'] })
    expect(everyHint({ names: ['Get*', 'Put*'] }, { names: ['*Table'] })).toEqual({ names: ['Get*', 'Put*'] })
  })
})

describe('eitherHint', () => {
  it('widens: sources of either, the earlier beginning, the later end', () => {
    expect(eitherHint(a, b)).toEqual({ sources: ['glue.amazonaws.com', 's3.amazonaws.com', 'kms.amazonaws.com'], from: 10, to: 40 })
    expect(eitherHint({ names: ['Get*'] }, { names: ['Put*'] })).toEqual({ names: ['Get*', 'Put*'] })
  })

  it('says nothing of what only one says', () => {
    expect(eitherHint({ names: ['Get*'], from: 0 }, { from: 5 })).toEqual({ from: 0 })
    expect(eitherHint({ names: ['Get*'] }, { from: 5 })).toBeUndefined()
    expect(eitherHint(a, undefined)).toBeUndefined()
    expect(eitherHint(undefined, a)).toBeUndefined()
  })
})
