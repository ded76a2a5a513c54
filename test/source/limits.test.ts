import { expect, it } from 'vitest'
import { limitsOf } from '../../src/source/limits.js'

it('has defaults', () => {
  expect(limitsOf({})).toEqual({ maxBytes: 536_870_912, maxRatio: 200, maxRecordBytes: 4_194_304, maxOtherValues: 1000 })
  expect(limitsOf({ maxBytes: Number.NaN, maxRatio: Number.NaN })).toEqual(limitsOf({}))
})

it('takes whole numbers from 1, up to what a string can hold', () => {
  expect(limitsOf({ maxBytes: 0, maxRatio: -5, maxRecordBytes: 10.9 })).toMatchObject({ maxBytes: 1, maxRatio: 1, maxRecordBytes: 10 })
  expect(limitsOf({ maxBytes: Number.POSITIVE_INFINITY, maxRecordBytes: Number.POSITIVE_INFINITY })).toMatchObject({
    maxBytes: Number.MAX_SAFE_INTEGER,
    maxRatio: 200,
    maxRecordBytes: 268_435_456,
  })
})
