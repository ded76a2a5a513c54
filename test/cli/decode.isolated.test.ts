/** The last line of a table whose window is too small, with a window of one row. */
import { Command } from 'commander'
import { expect, it, vi } from 'vitest'
import { decode } from '../../src/cli/decode.js'
import { glueCall } from '../support/records.js'
import { streamsWith } from '../support/streams.js'

vi.mock('../../src/cli/row-order.js', async (original) => {
  const module = await original<typeof import('../../src/cli/row-order.js')>()
  const RowOrder = class extends module.RowOrder<import('../../src/cli/row-order.js').TimedRow> {
    constructor() {
      super(1)
    }
  }
  return { ...module, RowOrder }
})

it.each([
  ['table', [3, 4, 1, 5, 2], ', 0 broken, 2 rows not in order of time\n'],
  ['table', [3, 4, 1], ', 0 broken, 1 row not in order of time\n'],
  ['table', [2, 1, 3], ', 0 broken\n'],
  ['ndjson', [3, 4, 1, 5, 2], ', 0 broken\n'],
] as const)('%s of %j ends with %j', async (format, seconds, end) => {
  const input = seconds.map((second) => `${JSON.stringify({ ...glueCall, eventTime: `2024-05-14T06:10:0${second}Z` })}\n`).join('')
  const streams = streamsWith({ input })
  expect(await decode(['-'], { failOn: [], color: false, format }, new Command(), streams)).toBe(0)
  expect(streams.err().endsWith(end), streams.err()).toBe(true)
})
