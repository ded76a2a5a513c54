import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { workerScript } from '../../src/node/worker-script.js'

it('is beside the module that asks for it', () => {
  expect(workerScript()).toBe(fileURLToPath(new URL('../../src/node/reduce-worker.js', import.meta.url)))
})
