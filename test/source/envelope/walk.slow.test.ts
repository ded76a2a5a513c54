import { expect, it } from 'vitest'
import { ENVELOPES } from '../../../src/source/envelope/unwrap.js'
import { walk } from '../../../src/source/envelope/walk.js'
import { base64, gzipped, kinesisOf } from '../../support/envelope.js'

it('stays small where there is nothing in a lot', async () => {
  const before = process.memoryUsage().heapUsed
  const many = await walk(kinesisOf(gzipped('1\n'.repeat(1_000_000)), base64(`{}\n${'1\n'.repeat(1_000_000)}`)), ENVELOPES, {
    maxRatio: 2000,
  })
  expect(many.map(({ contents: [content] }) => (content?.kind === 'UNREADABLE' ? content.issues.length : content?.kind))).toEqual([1, 101])
  expect(process.memoryUsage().heapUsed - before).toBeLessThan(400_000_000)
})
