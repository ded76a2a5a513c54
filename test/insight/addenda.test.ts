import { applyAddenda } from 'glue-trail'
import { describe, expect, it } from 'vitest'

const ACCOUNT = '123456789012'

const original = {
  eventID: 'e1',
  eventTime: '2024-05-01T12:00:00Z',
  responseElements: null,
  userIdentity: { arn: 'x' },
  recipientAccountId: ACCOUNT,
}

const correction = (eventID: string, updatedFields: unknown, rest: object = {}): object => ({
  ...original,
  eventID,
  eventTime: '2024-05-01T13:00:00Z',
  addendum: { reason: 'UPDATED_DATA', updatedFields, originalEventID: 'e1', originalRequestID: 'r1' },
  ...rest,
})

const apply = (...records: ReadonlyArray<unknown>) => applyAddenda(records)

describe('applyAddenda', () => {
  it('corrects the members that are named, wherever the correction stands', () => {
    const later = correction('e2', 'responseElements, userIdentity.arn', {
      responseElements: { ok: 1 },
      userIdentity: { arn: 'y' },
      other: 1,
    })
    const amended = { ...original, responseElements: { ok: 1 }, userIdentity: { arn: 'y' } }
    const expected = [{ record: amended, changed: ['responseElements', 'userIdentity'], addenda: [later], unapplied: false }]
    expect(apply(original, later)).toEqual(expected)
    expect(apply(later, original)).toEqual(expected)
    expect(original.responseElements).toBeNull()
  })

  it('lets the later correction win', () => {
    const first = correction('e2', 'responseElements', { responseElements: 1, eventTime: '2024-05-01T13:00:00Z' })
    const second = correction('e3', ['responseElements', 'readOnly'], {
      responseElements: 2,
      readOnly: true,
      eventTime: '2024-05-01T14:00:00Z',
    })
    expect(apply(second, original, first)).toEqual([
      {
        record: { ...original, responseElements: 2, readOnly: true },
        changed: ['readOnly', 'responseElements'],
        addenda: [first, second],
        unapplied: false,
      },
    ])
  })

  it('corrects every delivery of the same record', () => {
    expect(apply(original, { ...original }, correction('e2', 'responseElements')).map(({ changed }) => changed)).toEqual([
      ['responseElements'],
      ['responseElements'],
    ])
  })

  it('keeps corrections it cannot apply as records of their own', () => {
    const elsewhere = correction('e2', 'responseElements', { recipientAccountId: '111122223333' })
    const silent = correction('e3', undefined)
    const lost = correction('e4', 'noSuchMember')
    const own = correction('e5', 'eventID addendum __proto__')
    expect(apply(original, elsewhere, silent, lost, own).map(({ record, unapplied }) => [record, unapplied])).toEqual([
      [original, false],
      [elsewhere, true],
      [silent, true],
      [lost, true],
      [own, true],
    ])
  })

  it('leaves all other records as they are', () => {
    const late = { ...original, addendum: { reason: 'DELIVERY_DELAY' } }
    for (const record of [original, late, {}, null, 'text', { addendum: 5 }, { addendum: { reason: 'UPDATED_DATA' } }]) {
      const [only] = apply(record)
      expect(only?.record).toBe(record)
      expect(only?.changed).toEqual([])
      expect(only?.addenda).toEqual([])
    }
  })

  it('applies eight corrections of a record, and leaves the others unapplied', () => {
    const corrections = Array.from({ length: 10 }, (_, i) => correction(`e${i + 2}`, `a${i}`, { [`a${i}`]: i }))
    const [amended, ...others] = apply(original, ...corrections)
    expect(amended?.changed).toEqual(['a0', 'a1', 'a2', 'a3', 'a4', 'a5', 'a6', 'a7'])
    expect(others.map(({ record, unapplied }) => [record, unapplied])).toEqual(corrections.slice(8).map((each) => [each, true]))
  })
})
