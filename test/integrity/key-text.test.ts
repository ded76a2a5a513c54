import { createPublicKey } from 'node:crypto'
import { expect, it } from 'vitest'
import { keysFromText } from '../../src/integrity/key-text.js'
import { signingKey } from '../support/signed-world.js'

const { record } = signingKey()
const base64 = Buffer.from(record.value).toString('base64')
const key = createPublicKey({ key: Buffer.from(record.value), format: 'der', type: 'pkcs1' })

const read = (content: string) => {
  const keys = keysFromText(content, 'keys.json')
  return keys._tag === 'Right' ? keys.right : keys.left
}

it('reads what the AWS CLI prints, times as ISO or in seconds, values as base64 or bytes', () => {
  const times = { ValidityStartTime: '2026-01-01T00:00:00+00:00', ValidityEndTime: 1767312000 }
  const expected = { ...record, from: new Date('2026-01-01'), to: new Date('2026-01-02'), source: 'keys.json' }
  const values = [base64, [...record.value], { type: 'Buffer', data: [...record.value] }, { ...record.value }]
  for (const Value of values) {
    const list = { PublicKeyList: [{ Value, Fingerprint: record.fingerprint, ...times, Other: 1 }] }
    expect(read(JSON.stringify(list))).toEqual([expected])
    expect(read(JSON.stringify([list, list]))).toEqual([expected, expected])
  }
})

it('reads the keys of an evidence bundle', () => {
  const stored = {
    keys: [{ value: base64, fingerprint: record.fingerprint, region: 'us-east-1', from: '2026-01-01T00:00:00Z', source: 'AWS' }],
  }
  expect(read(JSON.stringify(stored))).toEqual([{ ...record, region: 'us-east-1', from: new Date('2026-01-01'), source: 'keys.json: AWS' }])
})

it('reads PEM and base64, and names keys itself', () => {
  const pem = key.export({ format: 'pem', type: 'spki' }).toString() + key.export({ format: 'pem', type: 'pkcs1' }).toString()
  expect(read(pem)).toEqual([
    { ...record, value: new Uint8Array(key.export({ format: 'der', type: 'spki' })), fingerprint: expect.any(String), source: 'keys.json' },
    { ...record, source: 'keys.json' },
  ])
  expect(read(`${base64}\n\n${base64}\n`)).toHaveLength(2)
})

it('says what is wrong, and never what is there', () => {
  const wrong = (received: string) => [{ code: 'KEY_FORMAT', expected: expect.any(String), received }]
  expect(read('{"PublicKeyList":')).toEqual(wrong('JSON that cannot be parsed'))
  expect(read('{"PublicKeyList":[]}')).toEqual(wrong('no key'))
  expect(read('[1]')).toEqual(wrong('JSON without keys'))
  expect(read('{"PublicKeyList":[{"Value":"?"}]}')).toEqual(wrong('a key without its value'))
  expect(read('-----BEGIN PRIVATE KEY-----\nMIIB\n-----END PRIVATE KEY-----')).toEqual(wrong('a PEM block that is not a public key'))
  expect(read('-----BEGIN PUBLIC KEY-----\n?\n-----END PUBLIC KEY-----')).toEqual(wrong('a PEM block that is not base64'))
  expect(read('')).toEqual(wrong('nothing'))
  expect(read('secret!')).toEqual(wrong('something else'))
  expect(keysFromText('a'.repeat(11 * 1024 * 1024))).toEqual({
    _tag: 'Left',
    left: [{ code: 'KEY_FORMAT', expected: 'at most 10 MiB', received: 'more' }],
  })
})
