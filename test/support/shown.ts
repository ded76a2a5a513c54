/** A record as a command would show it. */
import type { Shown } from '../../src/cli/shown.js'
import type { DepartingRecord } from '../../src/generated/record/departing-record.js'

export const shown = (record: DepartingRecord, more: Partial<Shown> = {}): Shown => ({
  record,
  issues: [],
  match: 'yes',
  bytes: Buffer.from(JSON.stringify(record)),
  file: 'a.json',
  index: 0,
  ...more,
})
