import { expect, it } from 'vitest'
import { apiLabel } from '../../src/filter/api-label.js'
import { aggregated, glueCall, insight, otherServiceCall } from '../support/records.js'

it.each([
  ['StartJobRun', glueCall],
  ['s3:GetObject', otherServiceCall],
  ['Insight GetTable', insight],
  ['Aggregated s3:', aggregated],
])('apiLabel is %j', (label, record) => {
  expect(apiLabel(record)).toBe(label)
})
