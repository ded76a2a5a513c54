/** Returns a record in the form that commands show. */
import type { Shown } from '../../src/cli/shown.js'
import type { NonconformingRecord } from '../../src/generated/record/nonconforming-record.js'

export const shown = (record: NonconformingRecord, more: Partial<Shown> = {}): Shown => ({
  record,
  issues: [],
  match: 'YES',
  bytes: Buffer.from(JSON.stringify(record)),
  file: 'a.json',
  index: 0,
  ...more,
})
