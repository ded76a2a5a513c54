import { deduplicate } from 'glue-trail'
import { describe, expect, it } from 'vitest'

const record = (eventID: unknown, rest: object = {}): object => ({ eventID, recipientAccountId: '123456789012', ...rest })

describe('distinct', () => {
  it('passes a record once, whatever the order of its members', () => {
    const isNew = deduplicate()
    expect([record('a'), record('b'), record('a'), { recipientAccountId: '123456789012', eventID: 'b' }].map(isNew)).toEqual([
      true,
      true,
      false,
      false,
    ])
  })

  it('passes what differs in account or content', () => {
    const isNew = deduplicate()
    const all = [
      record('a'),
      record('a', { recipientAccountId: '111122223333' }),
      record('a', { eventName: 'GetTable' }),
      record('a', { requestParameters: { list: [1] } }),
    ]
    expect(all.map(isNew)).toEqual([true, true, true, true])
    expect(all.map(isNew)).toEqual([false, false, false, false])
  })

  it('always passes what has no id', () => {
    const isNew = deduplicate()
    const all = [{}, {}, null, null, 'text', record(5), record(5), record(''), record('')]
    expect(all.filter(isNew)).toEqual(all)
  })

  it('knows the id of aggregated records', () => {
    expect([{ eventId: 'a' }, { eventId: 'a' }].filter(deduplicate())).toEqual([{ eventId: 'a' }])
  })

  it('merges copies of a call when asked, and never unasked', () => {
    const own = record('a', { sharedEventID: 's' })
    const copy = record('b', { sharedEventID: 's', recipientAccountId: '111122223333', userIdentity: { type: 'AWSAccount' } })
    expect([own, copy, own].filter(deduplicate())).toEqual([own, copy])
    expect([own, copy, own].filter(deduplicate({ by: 'sharedEventID' }))).toEqual([own])
    expect([record('a'), record('a'), record('b')].filter(deduplicate({ by: 'sharedEventID' }))).toEqual([record('a'), record('b')])
  })

  it('remembers the last so many, those seen last longest', () => {
    const pass = (maxRemembered: number, ids: string): string => {
      const isNew = deduplicate({ maxRemembered })
      return [...ids].filter((id) => isNew(record(id))).join('')
    }
    expect(pass(2, 'abab')).toBe('ab')
    expect(pass(2, 'abcab')).toBe('abcab')
    expect(pass(2, 'abacab')).toBe('abcb')
    expect(pass(1, 'aab')).toBe('ab')
    expect(pass(0, 'aaba')).toBe('aba')
    expect(pass(Number.NaN, 'abcabc')).toBe('abc')
    expect(pass(Number.POSITIVE_INFINITY, 'abcabc')).toBe('abc')
  })
})
