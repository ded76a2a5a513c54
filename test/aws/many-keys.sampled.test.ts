import { expect, it } from 'vitest'
import { newWorker } from '../../src/aws/worker.js'
import { unwrap } from '../../src/source/envelope/unwrap.js'
import { times } from '../support/effort.js'
import { trailKey } from './protocol/trail.js'

it('requests the objects of a message a few at a time and delivers them in order', async () => {
  const keys = Array.from({ length: times(20_000, 500) }, (_, n) => trailKey(n))
  const file = new TextEncoder().encode('{"Records":[{"eventSource":"glue.amazonaws.com","eventName":"GetTags"}]}')
  let running = 0
  let most = 0
  const send = async (): Promise<object> => {
    most = Math.max(most, ++running)
    await Promise.resolve()
    running--
    return { Body: [file] }
  }
  const delivered: Array<string | undefined> = []
  const onEvents = (_: unknown, { object }: { readonly object?: { readonly key: string } }): void => void delivered.push(object?.key)
  const worker = newWorker({ allowBuckets: { audit: '123456789012' }, onEvents, filesAhead: 3 }, { send })
  for (const message of await unwrap(JSON.stringify({ s3Bucket: 'audit', s3ObjectKey: keys })))
    expect(await worker.work(message)).toBe('handled')
  expect(most).toBe(3)
  expect(delivered).toEqual(keys)
  expect(worker.metrics.objects.read).toBe(keys.length)
})
