import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aggregatedEnvelope, callEnvelope, insightEnvelope } from '../../src/arbitrary/envelope.js'
import type { Requirements } from '../../src/arbitrary/structure.js'
import { fieldsOf } from '../../src/codec/structure.js'
import { EVENTS, OTHERS } from '../support/codecs.js'

const [, , insight, aggregated] = OTHERS

describe('Envelopes', () => {
  it.each([
    ['callEnvelope', callEnvelope(), EVENTS[0]],
    ['insightEnvelope', insightEnvelope(), insight],
    ['aggregatedEnvelope', aggregatedEnvelope(), aggregated],
  ] as const)('%s asks for members that the record has', (_, { holding, present }: Requirements, codec) => {
    const names = codec === undefined ? [] : fieldsOf(codec).map(({ name }) => name)
    expect(names).toEqual(expect.arrayContaining([...Object.keys(holding), ...present]))
  })

  it('have times in one form, and accounts of twelve digits', () => {
    const { eventTime, recipientAccountId } = callEnvelope().holding
    fc.assert(
      fc.property(eventTime as fc.Arbitrary<string>, recipientAccountId as fc.Arbitrary<string>, (time, account) => {
        expect(new Date(time).toISOString()).toBe(time.replace('Z', '.000Z'))
        expect(account).toMatch(/^\d{12}$/)
      }),
      { seed: 1 },
    )
  })

  it('have addresses of all kinds', () => {
    const addresses = fc.sample(callEnvelope().holding.sourceIPAddress as fc.Arbitrary<string>, { seed: 1, numRuns: 100 })
    for (const form of [/^\d+(\.\d+){3}$/, /:/, /^athena/, /^AWS Internal/])
      expect(addresses.some((address) => form.test(address))).toBe(true)
  })
})
