import { type RecordPath, whyMissing } from 'glue-trail'
import { expect, it } from 'vitest'

it('is what answers take', () => {
  const path: RecordPath = ['requestParameters', 'tablesToDelete', 0]
  expect(
    whyMissing({ eventSource: 'glue.amazonaws.com', eventName: 'BatchDeleteTable', requestParameters: { tablesToDelete: [] } }, path),
  ).toBeDefined()
})
