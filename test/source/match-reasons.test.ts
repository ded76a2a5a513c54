import { compileFilter } from 'glue-trail'
import { decodeLog } from 'glue-trail/source'
import { expect, it } from 'vitest'
import { glueCall } from '../support/records.js'

it('entries that a filter cannot decide carry the reason', async () => {
  const filter = compileFilter({ resource: 'sales.orders' })
  if (filter._tag === 'Left') throw new Error('a filter that does not compile')
  const call = { ...glueCall, eventName: 'DeleteTable', responseElements: null }
  const omitted = { reason: 'requestParameters too large', omitted: 'true', originalSize: '149893' }
  const records = [
    { ...call, requestParameters: { databaseName: 'Sales', name: 'orders' } },
    { ...call, requestParameters: omitted },
  ]
  const { entries } = await decodeLog(new TextEncoder().encode(JSON.stringify({ Records: records })), { where: filter.right })
  expect(entries.map(({ match, matchReasons }) => [match, matchReasons])).toEqual([
    ['YES', undefined],
    ['UNKNOWN', [{ field: 'resource', kind: 'OMITTED', path: ['requestParameters'] }]],
  ])
})
