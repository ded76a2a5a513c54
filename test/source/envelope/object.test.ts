import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Opening } from '../../../src/source/envelope/envelope.js'
import { decodedKey, foundObject, namesOf, objectOf } from '../../../src/source/envelope/object.js'

describe('decodedKey', () => {
  it('undoes what S3 does to keys', () => {
    expect(decodedKey('my+file%3Da.json.gz')).toBe('my file=a.json.gz')
    expect(decodedKey('a%2Bb%C3%A9')).toBe('a+bé')
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (key) => decodedKey(encodeURIComponent(key).replaceAll('%20', '+')) === key))
  })

  it('guesses nothing where the encoding is broken', () => {
    expect(decodedKey('100%')).toBe(undefined)
    expect(decodedKey('%ff')).toBe(undefined)
  })
})

describe('objectOf', () => {
  it('leaves out what is not of its type', () => {
    expect(objectOf('b', 'k', 'v', 5, 'us-east-1')).toEqual({ bucket: 'b', key: 'k', version: 'v', size: 5, region: 'us-east-1' })
    expect(objectOf('b', 'k', null, '5', undefined)).toEqual({ bucket: 'b', key: 'k' })
  })
})

describe('foundObject', () => {
  it('distinguishes digests from all others by their keys', () => {
    const found: Array<unknown> = []
    const into = {
      objects: (objects: unknown) => found.push(['objects', objects]),
      notice: (...values: ReadonlyArray<unknown>) => found.push(values),
    } as unknown as Opening
    const digest = objectOf(
      'b',
      'AWSLogs/123456789012/CloudTrail-Digest/us-east-1/2015/08/16/' +
        '123456789012_CloudTrail-Digest_us-east-1_foo_us-east-1_20150816T230550Z.json.gz',
    )
    foundObject(digest, into)
    foundObject({ bucket: 'b', key: 'k' }, into)
    expect(found).toEqual([
      ['DIGEST', digest],
      ['objects', [{ bucket: 'b', key: 'k' }]],
    ])
  })
})

describe('namesOf', () => {
  it('needs both names', () => {
    expect(namesOf({ bucket: { name: 'b' }, object: { key: 'k' } })).toEqual({ bucket: 'b', key: 'k' })
    expect(namesOf({ bucket: { name: 'b' }, object: {} })).toBe(undefined)
    expect(namesOf(undefined)).toBe(undefined)
  })
})
