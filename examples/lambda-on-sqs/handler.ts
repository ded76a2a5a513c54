/** A Lambda function that reads from a queue: prints a line for each change and each denied call in AWS Glue. */
import { compileFilter, recordOf, summaryOf } from 'glue-trail'
import { lambdaHandler } from 'glue-trail/aws'

const { TRAIL_BUCKET = '', TRAIL_BUCKET_OWNER = '' } = process.env

const filter = compileFilter({ source: 'glue', writes: true })
if (filter._tag === 'Left') throw new Error('the filter is wrong')

export const handler = lambdaHandler({
  allowBuckets: { [TRAIL_BUCKET]: TRAIL_BUCKET_OWNER },
  where: filter.right,
  onEvents: (entries, { issues, object }) => {
    for (const { result } of entries) {
      const record = recordOf(result)
      if (record !== undefined) console.log(summaryOf(record))
    }
    for (const { code } of issues) console.error(object?.key, code)
  },
})
