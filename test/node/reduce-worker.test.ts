import { Worker } from 'node:worker_threads'
import { afterAll, expect, it } from 'vitest'
import { workerScript } from '../support/worker-script.js'

const thread = new Worker(workerScript())
afterAll(() => thread.terminate())

const next = (): Promise<unknown> => new Promise((resolve) => thread.once('message', resolve))

/** Reduces two files by a module with this step. */
async function reducedBy(step: string): Promise<unknown> {
  const address = `data:text/javascript,export default { initial: () => 1, step: ${step}, merge: () => 0 }`
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
  return next()
}

it('is a script that says when it is ready, and reduces files by a module', async () => {
  expect(await next()).toBe('ready')
  expect(await reducedBy('(n) => n + 1')).toEqual({ id: 7, result: { state: 3 }, error: null })
})

it('reports what a step throws that is not an error and cannot be cloned', async () => {
  const answer = await reducedBy('() => { throw Object.assign(() => 1, { toString: 1 }) }')
  expect(answer).toMatchObject({ id: 7, result: { path: 'a', error: { message: 'a function' } }, error: null })
})
