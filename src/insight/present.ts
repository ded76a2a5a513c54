/**
 * Optional members of answers: there or not there, and never there as undefined.
 *
 * @module
 */

/** Members that may be undefined, as members that may be absent. */
export type Present<A> = { readonly [K in keyof A]?: Exclude<A[K], undefined> }

/** The members that are not undefined. */
export function present<A extends object>(members: A): Present<A> {
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined)) as Present<A>
}
