import { expectTypeOf, it } from 'vitest'
import type { EvidenceBytes, EvidenceError, EvidenceStore } from '../../src/source/evidence.js'
import { storeOf } from '../support/world.js'

it('are what a store in memory has', () => {
  expectTypeOf(storeOf([])).toExtend<EvidenceStore>()
  expectTypeOf<Awaited<ReturnType<EvidenceStore['read']>>>().toEqualTypeOf<EvidenceBytes | EvidenceError>()
})
