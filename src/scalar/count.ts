/**
 * Counts, as reports have them.
 *
 * @module
 */
import * as t from 'io-ts'

const isCount = (u: unknown): u is number => Number.isSafeInteger(u) && (u as number) >= 0

/** The codec of a whole number from 0 on that JSON keeps exactly. */
export const Count: t.Type<number> = /* @__PURE__ */ new t.Type(
  'a whole number',
  isCount,
  (u, context) => (isCount(u) ? t.success(u) : t.failure(u, context)),
  t.identity,
)
