import { expect, it } from 'vitest'
import { assume, HOME, LAKE, object, unlock } from '../../../../src/cli/demo/day/platform.js'
import { job, roleOf } from '../../../../src/cli/demo/people.js'
import { scribe } from '../../../../src/cli/demo/scribe.js'

it('has the calls of other services around Glue calls', () => {
  const s = scribe(1)
  s.file(HOME, '0610')
  s.at('06:00:00')
  assume(s, roleOf.job)
  object(s, job, 'PutObject', LAKE, 'raw/orders/part-00.parquet')
  unlock(s, job, 'raw/orders')
  const records = s.files().flatMap((file) => file.records)
  expect(records).toHaveLength(3)
  expect(records).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ eventSource: 'sts.amazonaws.com', eventName: 'AssumeRole' }),
      expect.objectContaining({ eventSource: 's3.amazonaws.com', eventName: 'PutObject', eventCategory: 'Data' }),
      expect.objectContaining({ eventSource: 'kms.amazonaws.com', eventName: 'Decrypt' }),
    ]),
  )
})
