import { expect, it } from 'vitest'
import { emptyTally, tallyLine } from '../../src/cli/tally.js'

it('counts all, and nothing too', () => {
  expect(tallyLine(emptyTally())).toBe('0 files, 0 records, 0 Glue, 0 matched, 0 unknown, 0 nonconforming, 0 broken')
  expect(tallyLine({ files: 1, records: 1, glue: 1, matched: 2, unknown: 3, nonconforming: 4, broken: 5, digests: 0 })).toBe(
    '1 file, 1 record, 1 Glue, 2 matched, 3 unknown, 4 nonconforming, 5 broken',
  )
  expect(tallyLine({ ...emptyTally(), digests: 2 }, 7)).toBe(
    '0 files, 0 records, 0 Glue, 0 matched, 0 unknown, 0 nonconforming, 0 broken, 2 digest files without records, stopped after 7',
  )
})
