/**
 * Members that may be missing: an optional member must not be `undefined`.
 *
 * @module
 */

/** Returns the members that are not `undefined`. */
export const defined = <T extends object>(members: T): { readonly [K in keyof T]?: Exclude<T[K], undefined> } =>
  Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined)) as { [K in keyof T]?: Exclude<T[K], undefined> }
