import { expect, it } from 'vitest'
import { copyOf, emptyMetrics } from '../../src/aws/metrics.js'

it('are copied as they are at that time', () => {
  const metrics = emptyMetrics()
  metrics.records.read = 3
  const copy = copyOf(metrics)
  metrics.records.read++
  metrics.messages.handled++
  metrics.objects.bytes += 7
  expect(copy).toEqual({
    messages: { received: 0, handled: 0, failed: 0, notices: 0 },
    objects: { read: 0, failed: 0, skipped: 0, bytes: 0 },
    records: { read: 3, delivered: 0, duplicate: 0, filtered: 0, broken: 0 },
  })
})
