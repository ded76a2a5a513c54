import { expect, it } from 'vitest'
import { trailNotice } from '../../../src/source/envelope/trail-notice.js'
import { openedAs } from '../../support/envelope.js'

it('is known by its two members', () => {
  expect(trailNotice.is({ s3Bucket: 'b', s3ObjectKey: ['k'] })).toBe(true)
  expect(trailNotice.is({ s3Bucket: 'b', s3ObjectKey: 'k' })).toBe(true)
  expect(trailNotice.is({ s3Bucket: 'b' })).toBe(false)
  expect(trailNotice.is({ s3Bucket: 'b', s3ObjectKey: 5 })).toBe(false)
})

it('gives its objects, their keys as they are', () => {
  expect(openedAs(trailNotice, { s3Bucket: 'b', s3ObjectKey: ['a+b', 5] })).toEqual([
    ['message'],
    ['objects', [{ bucket: 'b', key: 'a+b' }]],
    ['broken', 'UNKNOWN_ENVELOPE', ['s3ObjectKey', 1], 'a key', 'something else'],
  ])
  expect(openedAs(trailNotice, { s3Bucket: 'b', s3ObjectKey: 'k' })).toEqual([['message'], ['objects', [{ bucket: 'b', key: 'k' }]]])
  expect(openedAs(trailNotice, { s3Bucket: 'b', s3ObjectKey: [] })).toEqual([['message'], ['objects', []]])
})
