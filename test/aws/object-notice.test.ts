import { expect, it } from 'vitest'
import { noticeOf } from '../../src/aws/object-notice.js'
import { unwrap } from '../../src/source/envelope/unwrap.js'

it('is read as S3’s own, whatever is in the key', async () => {
  const objects = [
    { bucket: 'audit', key: 'a b+c/ü%20/&=?#.json.gz', size: 7, version: 'v1', region: 'eu-central-1' },
    { bucket: 'audit', key: 'plain' },
  ]
  expect(await unwrap(noticeOf(objects))).toMatchObject([{ source: 'S3', contents: [{ kind: 'OBJECTS', objects }] }])
})

it('writes keys as S3 does', () => {
  expect(JSON.parse(noticeOf([{ bucket: 'b', key: 'a b+c/d' }])).Records[0].s3.object).toEqual({ key: 'a+b%2Bc/d' })
  expect(JSON.parse(noticeOf([{ bucket: 'b', key: '\ud800' }])).Records[0].s3.object).toEqual({ key: '%EF%BF%BD' })
})
