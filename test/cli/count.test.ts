import { expect, it } from 'vitest'
import { countRecords } from '../../src/cli/count.js'
import { emptyTally } from '../../src/cli/tally.js'
import { filed } from '../support/filed.js'
import { glueCall, nonconformingCall, otherServiceCall } from '../support/records.js'

it('adds up', async () => {
  const tally = emptyTally()
  for (const records of [[glueCall, otherServiceCall], [nonconformingCall]]) {
    countRecords(tally, await filed(...records.map((record) => JSON.stringify(record))))
  }
  expect(tally).toEqual({ ...emptyTally(), records: 3, glue: 2, matched: 3, nonconforming: 1 })
})
