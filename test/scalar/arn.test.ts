import fc from 'fast-check'
import { Arn, parseArn } from 'glue-trail'
import { describe, expect, it } from 'vitest'
import { arnOf, isArn } from '../../src/scalar/arn.js'

describe('parseArn', () => {
  it.each([
    ['arn:aws:glue:us-east-1:123456789012:catalog', 'aws', 'glue', 'us-east-1', '123456789012', 'catalog'],
    [
      'arn:aws-us-gov:glue:us-gov-west-1:123456789012:table/db/a.b/c',
      'aws-us-gov',
      'glue',
      'us-gov-west-1',
      '123456789012',
      'table/db/a.b/c',
    ],
    [
      'arn:aws-iso-b:glue:us-isob-east-1:123456789012:connectionType:X',
      'aws-iso-b',
      'glue',
      'us-isob-east-1',
      '123456789012',
      'connectionType:X',
    ],
    ['arn:aws:iam::123456789012:root', 'aws', 'iam', '', '123456789012', 'root'],
    ['arn:aws:iam::aws:policy/service-role/AWSGlueServiceRole', 'aws', 'iam', '', 'aws', 'policy/service-role/AWSGlueServiceRole'],
    ['arn:aws:s3:::bucket/key:with:colons\nand a line', 'aws', 's3', '', '', 'bucket/key:with:colons\nand a line'],
  ])('takes %j apart', (content, partition, service, region, account, resource) => {
    expect(parseArn(content)).toEqual({ partition, service, region, account, resource })
    expect(isArn(content)).toBe(true)
  })

  it.each([
    '',
    'arn',
    'arn:aws:glue:us-east-1:123456789012:',
    'arn:aws:glue:us-east-1:123456789012',
    'ARN:aws:glue:us-east-1:123456789012:catalog',
    ' arn:aws:glue:us-east-1:123456789012:catalog',
    'arn:aws:glue:us east:123456789012:catalog',
    'arn::glue:us-east-1:123456789012:catalog',
    '123456789012:s3tablescatalog/bucket',
    `arn:aws:glue:us-east-1:123456789012:job/${'x'.repeat(2048)}`,
  ])('is nothing for %j', (content) => {
    expect(parseArn(content)).toBeUndefined()
    expect(isArn(content)).toBe(false)
  })
})

describe('arnOf', () => {
  const word = fc.stringMatching(/^[a-z][a-z0-9-]{0,8}$/)
  const parts = fc.record({
    partition: word,
    service: word,
    region: fc.oneof(word, fc.constant('')),
    account: fc.stringMatching(/^\d{12}$/),
    resource: fc.string({ minLength: 1, unit: 'binary' }),
  })

  it('makes what parseArn takes apart', () => {
    fc.assert(
      fc.property(parts, (p) => {
        expect(parseArn(arnOf(p) ?? '')).toEqual(p)
      }),
    )
  })

  it('makes nothing of parts that would be read as others', () => {
    const p = { partition: 'aws', service: 'glue', region: 'us-east-1', account: '123456789012', resource: 'catalog' }
    expect(arnOf(p)).toBe('arn:aws:glue:us-east-1:123456789012:catalog')
    expect(arnOf({ ...p, region: 'us-east-1:1' })).toBeUndefined()
    expect(arnOf({ ...p, account: '12:34' })).toBeUndefined()
    expect(arnOf({ ...p, resource: '' })).toBeUndefined()
    expect(arnOf({ ...p, resource: 'x'.repeat(2048) })).toBeUndefined()
  })
})

it('is a codec', () => {
  const content = 'arn:aws:glue:us-east-1:123456789012:catalog'
  const decoded = Arn.decode(content)
  expect(decoded).toEqual({ _tag: 'Right', right: content })
  expect(decoded._tag === 'Right' && Arn.encode(decoded.right)).toBe(content)
  const rejected = Arn.decode('catalog')
  expect(rejected._tag === 'Left' && rejected.left[0]?.message).toBe('expected an ARN, received another string')
})
