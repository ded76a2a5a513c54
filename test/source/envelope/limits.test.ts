import { expect, it } from 'vitest'
import { envelopeLimitsOf } from '../../../src/source/envelope/limits.js'

it('has defaults', () => {
  expect(envelopeLimitsOf({})).toMatchObject({ maxBytes: 268_435_456, maxRatio: 200, maxRecordBytes: 4_194_304 })
  expect(envelopeLimitsOf({ maxBytes: Number.NaN, maxRatio: Number.NaN })).toMatchObject({ maxBytes: 268_435_456, maxRatio: 200 })
})

it('takes what is given, from 1 on', () => {
  expect(envelopeLimitsOf({ maxBytes: 0, maxRatio: 3.7 })).toMatchObject({ maxBytes: 1, maxRatio: 3 })
})
