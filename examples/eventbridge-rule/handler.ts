/** A function behind a rule of EventBridge: what is done to, or asked of, the resources that are watched, one line each, up to minutes after it was done. */
import { compileFilter, recordOf, summaryOf } from 'glue-trail'
import { lambdaHandler } from 'glue-trail/aws'

const { WATCHED = '*' } = process.env

const filter = compileFilter({ source: 'glue', resource: WATCHED.split(',') })
if (filter._tag === 'Left') throw new Error('WATCHED is no list of patterns')

export const handler = lambdaHandler({
  // Records stand in the event itself: no bucket is read, whatever an event may name.
  allowBuckets: {},
  where: filter.right,
  onEvents: (entries) => {
    for (const { result, match } of entries) {
      const record = recordOf(result)
      if (record === undefined) continue
      // A call whose request was omitted, say, does not tell what it was about: that it was something else is not known.
      console.log(match === 'UNKNOWN' ? `perhaps: ${summaryOf(record)}` : summaryOf(record))
    }
  },
})
