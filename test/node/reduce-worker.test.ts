import { Worker } from 'node:worker_threads'
import { afterAll, expect, it } from 'vitest'
import { workerScript } from '../support/worker-script.js'

const thread = new Worker(workerScript())
afterAll(() => thread.terminate())

const next = (): Promise<unknown> => new Promise((resolve) => thread.once('message', resolve))

it('is a script that says when it is ready, and reduces files by a module', async () => {
  expect(await next()).toBe('ready')
  const address = 'data:text/javascript,export default { initial: () => 1, step: (n) => n + 1, merge: () => 0 }'
  thread.postMessage({
    id: 7,
    method: 'reduce',
    params: [
      {
        address,
        files: [
          { path: 'a', size: 0 },
          { path: 'b', size: 0 },
        ],
      },
    ],
  })
  expect(await next()).toEqual({ id: 7, result: { state: 3 }, error: null })
})
