import { expect, it } from 'vitest'
import { countBatch } from '../../src/cli/count.js'
import { emptyTally } from '../../src/cli/tally.js'
import { readLog } from '../../src/source/read-log.js'
import { utf8 } from '../support/logs.js'
import { glueCall, nonconformingCall, otherServiceCall } from '../support/records.js'

it('adds up batches, and returns what is broken', async () => {
  const tally = emptyTally()
  const lines: Array<string> = []
  for (const records of [
    [glueCall, otherServiceCall],
    [nonconformingCall, 5],
  ]) {
    const batches = readLog([utf8(JSON.stringify(records))], {}, { source: 'a.json' })
    for await (const batch of batches) for (const line of countBatch(tally, batch, batch.isLast)) lines.push(line)
  }
  expect(tally).toEqual({ ...emptyTally(), files: 2, records: 4, unreadable: 1, glue: 2, matched: 3, nonconforming: 1, broken: 1 })
  expect(lines).toEqual([expect.stringMatching(/^a\.json: record 1, byte \d+: expected a CloudTrail record, received a number$/)])
})
