import { expect, it } from 'vitest'
import { s3 } from '../../../src/source/envelope/s3.js'
import { openedAs, s3Of } from '../../support/envelope.js'

it('is known by its items', () => {
  expect(s3.is(s3Of('k'))).toBe(true)
  expect(s3.is({ Service: 'Amazon S3', Event: 's3:TestEvent' })).toBe(true)
  expect(s3.is({ Records: [{ eventSource: 's3.amazonaws.com' }] })).toBe(false)
})

it('gives new objects, their keys decoded', () => {
  const object = { bucket: 'trails', key: 'a b', size: 1, region: 'us-east-1' }
  expect(openedAs(s3, s3Of('a+b'))).toEqual([['message'], ['objects', [object]]])
  expect(openedAs(s3, s3Of('a+b', 's3:ObjectCreated:Copy'))).toEqual([['message'], ['objects', [object]]])
  expect(openedAs(s3, s3Of('a+b', 'ObjectRemoved:Delete'))).toEqual([['message'], ['notice', 'OTHER_OBJECT_EVENT', object]])
})

it('gives the test event as a notice, and no objects as none', () => {
  expect(openedAs(s3, { Event: 's3:TestEvent' })).toEqual([['message'], ['notice', 'TEST_EVENT']])
  expect(openedAs(s3, { Records: [] })).toEqual([['message'], ['objects', []]])
})

it('says what is damaged', () => {
  expect(openedAs(s3, s3Of('100%'))).toEqual([
    ['message'],
    ['broken', 'BROKEN_KEY', ['Records', 0, 's3', 'object', 'key'], 'a form-urlencoded key', 'another string'],
  ])
  expect(openedAs(s3, { Records: [{ eventSource: 'aws:s3' }] })).toEqual([
    ['message'],
    ['broken', 'UNKNOWN_ENVELOPE', ['Records', 0, 's3'], 'a bucket and a key', 'something else'],
  ])
})
