import { expect, it } from 'vitest'
import { DELIVERED_WINDOW, Delivered } from '../../src/aws/delivered.js'

const entry = (eventID: string, more = {}): { readonly raw: unknown } => ({ raw: { eventID, ...more } })

it('knows a record only once it was delivered', () => {
  const delivered = new Delivered(10)
  const first = delivered.fresh([entry('a'), entry('b')])
  expect(first.fresh.length).toBe(2)
  expect(delivered.fresh([entry('a')]).fresh.length).toBe(1)
  delivered.add(first.keys)
  expect(delivered.fresh([entry('a'), entry('c')]).fresh).toEqual([entry('c')])
})

it('passes copies within one file once', () => {
  expect(new Delivered(10).fresh([entry('a'), entry('a'), entry('b')]).fresh).toEqual([entry('a'), entry('b')])
})

it('distinguishes different records with one id, and always passes records without an id', () => {
  const delivered = new Delivered(10)
  const entries = [entry('a'), entry('a', { errorCode: 'AccessDenied' }), { raw: 5 }, { raw: 5 }]
  const { fresh, keys } = delivered.fresh(entries)
  expect(fresh).toEqual(entries)
  expect(keys.size).toBe(2)
  delivered.add(keys)
  expect(delivered.fresh(entries).fresh).toEqual([{ raw: 5 }, { raw: 5 }])
})

it('forgets the one it saw least recently', () => {
  const delivered = new Delivered(2)
  delivered.add(delivered.fresh([entry('a'), entry('b')]).keys)
  expect(delivered.fresh([entry('a')]).fresh).toEqual([])
  delivered.add(delivered.fresh([entry('c')]).keys)
  expect(delivered.fresh([entry('a')]).fresh).toEqual([])
  expect(delivered.fresh([entry('b')]).fresh).toEqual([entry('b')])
})

it('remembers nothing with a window of 0', () => {
  const delivered = new Delivered(0)
  const entries = [entry('a'), entry('a')]
  expect(delivered.fresh(entries)).toEqual({ fresh: entries, keys: new Set() })
  expect(DELIVERED_WINDOW).toBe(100_000)
})
