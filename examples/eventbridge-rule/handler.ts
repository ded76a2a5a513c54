/**
 * The target of an EventBridge rule: prints a line for each call on the watched resources, within minutes of the call.
 */
import { compileFilter, recordOf, summaryOf } from 'glue-trail'
import { lambdaHandler } from 'glue-trail/aws'

const { WATCHED = '*' } = process.env

const filter = compileFilter({ source: 'glue', resource: WATCHED.split(',') })
if (filter._tag === 'Left') throw new Error('WATCHED is not a list of patterns')

export const handler = lambdaHandler({
  // The event contains the record: no bucket is read, whatever an event names.
  allowBuckets: {},
  where: filter.right,
  onEvents: (entries) => {
    for (const { result, match } of entries) {
      const record = recordOf(result)
      if (record === undefined) continue
      // If the request was omitted, the record does not show what the call was about: it may have been a watched
      // resource.
      console.log(match === 'UNKNOWN' ? `perhaps: ${summaryOf(record)}` : summaryOf(record))
    }
  },
})
