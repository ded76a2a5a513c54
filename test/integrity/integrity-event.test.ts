import { expectTypeOf, it } from 'vitest'
import type { DigestChecked, IntegrityEvent } from '../../src/integrity/integrity-event.js'

it('differ by kind', () => {
  expectTypeOf<IntegrityEvent['kind']>().toEqualTypeOf<'SHARD_FOUND' | 'DIGEST_CHECKED' | 'LOG_CHECKED' | 'UNREFERENCED' | 'COVERED'>()
  expectTypeOf<Extract<IntegrityEvent, { readonly kind: 'DIGEST_CHECKED' }>>().toEqualTypeOf<DigestChecked>()
})
