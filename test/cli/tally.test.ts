import { expect, it } from 'vitest'
import { addOther, addTally, emptyTally, otherCount, tallyLine } from '../../src/cli/tally.js'

it('counts all, and nothing too', () => {
  expect(tallyLine(emptyTally())).toBe('0 files, 0 records, 0 Glue, 0 matched, 0 unknown, 0 nonconforming, 0 broken')
  expect(
    tallyLine({
      files: 1,
      records: 1,
      unreadable: 0,
      glue: 1,
      matched: 2,
      unknown: 3,
      nonconforming: 4,
      broken: 5,
      repeated: 6,
      others: {},
    }),
  ).toBe('1 file, 1 record, 1 Glue, 2 matched, 3 unknown, 4 nonconforming, 5 broken, 6 repeated')
  expect(tallyLine({ ...emptyTally(), others: { 'flow log': 1, digest: 2 } }, 7)).toBe(
    '0 files, 0 records, 0 Glue, 0 matched, 0 unknown, 0 nonconforming, 0 broken, 3 other files (2 digests, 1 flow log), stopped after 7',
  )
})

it('adds up the files that are no log files, by kind', () => {
  const tally = emptyTally()
  addOther(tally, 'digest')
  addTally(tally, { ...emptyTally(), files: 4, others: { digest: 2, 'empty file': 1 } })
  expect(tally).toEqual({ ...emptyTally(), files: 4, others: { digest: 3, 'empty file': 1 } })
  expect(otherCount(tally)).toBe(4)
})
