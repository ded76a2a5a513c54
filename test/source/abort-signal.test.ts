import { expect, it } from 'vitest'
import type { AbortSignalLike } from '../../src/source/abort-signal.js'

it("is the platform's signal for a compiler that knows it", () => {
  const signal: AbortSignalLike = AbortSignal.abort(new Error('enough'))
  const same: AbortSignal = signal
  expect(() => same.throwIfAborted()).toThrow('enough')
})
