import { expect, it } from 'vitest'
import { countRecords } from '../../src/cli/count.js'
import { emptyTally } from '../../src/cli/tally.js'
import { decodeLog } from '../../src/source/decode-log.js'
import { departingCall, glueCall, otherServiceCall } from '../support/records.js'

it('adds up', async () => {
  const tally = emptyTally()
  for (const Records of [[glueCall, otherServiceCall], [departingCall]])
    countRecords(tally, await decodeLog(new TextEncoder().encode(JSON.stringify({ Records }))))
  expect(tally).toEqual({ ...emptyTally(), records: 3, glue: 2, matched: 3, departing: 1 })
})
