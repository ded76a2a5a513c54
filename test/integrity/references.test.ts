import { expect, it } from 'vitest'
import { References, type Span, unreferencedState } from '../../src/integrity/references.js'

const H = 3600
const spans: ReadonlyArray<Span> = [
  { from: 0, to: 2 * H, isProven: true },
  { from: 2 * H, to: 3 * H, isProven: false },
  { from: 3 * H, to: 5 * H, isProven: true },
]

it('distinguishes a file that should be named from one that may be', () => {
  expect(unreferencedState(H, spans, 5 * H)).toBe('UNREFERENCED')
  // The digest that is not proven may name what was delivered around its start.
  expect(unreferencedState(2 * H - 300, spans, 5 * H)).toBe('OUTSIDE')
  expect(unreferencedState(2.5 * H, spans, 5 * H)).toBe('OUTSIDE')
  expect(unreferencedState(3 * H + 300, spans, 5 * H)).toBe('UNREFERENCED')
  expect(unreferencedState(5 * H - 120, spans, 5 * H)).toBe('PENDING')
  expect(unreferencedState(-H, spans, 5 * H)).toBe('OUTSIDE')
})

it('notices a file that is named twice, and forgets what is long ago', () => {
  const references = new References()
  expect(references.add('a', 'aa', 0, 'CloudTrail')).toBe(false)
  expect(references.add('a', 'AA', 0, 'CloudTrail')).toBe(false)
  expect(references.add('a', 'bb', 0, 'CloudTrail')).toBe(true)
  references.cover(0, H, 'VERIFIED')
  references.cover(H, 2 * H, 'VERIFIED')
  references.cover(2 * H, 3 * H, 'INVALID')
  expect(references.state().spans).toEqual([
    { from: 0, to: 2 * H, isProven: true },
    { from: 2 * H, to: 3 * H, isProven: false },
  ])
  expect(references.stateOf(H, 'Insight', 9 * H)).toBe('KIND_NOT_DIGESTED')
  expect(new References(references.state()).state()).toEqual(references.state())
  references.forget(2 * H)
  expect([references.has('a'), references.state().spans.length]).toEqual([false, 1])
})
