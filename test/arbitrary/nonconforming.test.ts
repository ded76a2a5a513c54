import fc from 'fast-check'
import { decodeRecord } from 'glue-trail'
import { describe, expect, it } from 'vitest'
import { callEnvelope } from '../../src/arbitrary/envelope.js'
import { nonconforming } from '../../src/arbitrary/nonconforming.js'
import { validOf } from '../../src/arbitrary/structure.js'
import { EVENTS, eventNamed } from '../support/codecs.js'

const made = (codec = eventNamed('UpdateTable')) => validOf(codec, callEnvelope()).map((value) => ({ codec, value }))

describe('nonconforming', () => {
  it('does not conform to the model of any API, in exactly one place', () => {
    for (const codec of EVENTS) {
      fc.assert(
        fc.property(nonconforming(made(codec)), (value) => {
          const outcome = decodeRecord(value)
          return outcome._tag === 'Both' && outcome.left.length === 1
        }),
        { seed: 1, numRuns: 5 },
      )
    }
  })

  it('can fail to conform anywhere, in every kind of place', () => {
    const outcomes = fc.sample(nonconforming(made()), { seed: 2, numRuns: 1000 }).map((value) => decodeRecord(value))
    const issues = outcomes.flatMap((outcome) => (outcome._tag === 'Both' ? outcome.left : []))
    expect(new Set(issues.map(({ code }) => code))).toEqual(new Set(['WRONG_TYPE']))
    expect(new Set(issues.map(({ expected }) => expected))).toEqual(
      new Set([
        'a string',
        'a number',
        'a boolean',
        'a number or a string',
        'a boolean or a string',
        'a list',
        'a map',
        'a map or a string',
        'an object',
      ]),
    )
    expect(Math.max(...issues.map(({ path }) => path.length))).toBeGreaterThan(3)
    expect(new Set(issues.map(({ path }) => path[0]))).toContain('eventTime')
  })

  it('leaves the value it began with alone', () => {
    const value = { eventSource: 'glue.amazonaws.com', eventName: 'UpdateTable', eventTime: '2025-01-01T00:00:00Z', awsRegion: 'us-east-1' }
    const before = JSON.stringify(value)
    const codec = eventNamed('UpdateTable')
    const [changed] = fc.sample(nonconforming(fc.constant({ codec, value })), { seed: 3, numRuns: 1 })
    expect(JSON.stringify(value)).toBe(before)
    expect(JSON.stringify(changed)).not.toBe(before)
  })

  it('still does not conform when it shrinks', () => {
    const { counterexample } = fc.check(
      fc.property(nonconforming(made()), () => false),
      { seed: 4 },
    )
    expect(decodeRecord(counterexample?.[0])._tag).toBe('Both')
  })
})
