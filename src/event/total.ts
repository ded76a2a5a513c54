/**
 * Answers about values whose members cannot be read: a getter that throws, a revoked proxy, nesting beyond the stack.
 *
 * @module
 */

/** Returns an answer about a value; where the value cannot be read, the answer about nothing at all. */
export function total<A>(answer: (value: unknown) => A, value: unknown): A {
  try {
    return answer(value)
  } catch {
    return answer(undefined)
  }
}
