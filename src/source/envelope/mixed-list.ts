/**
 * A list of anything that is opened here: log files, JSON in strings (`--query` of the command line), events. It is the
 * last envelope that is tried.
 *
 * @module
 */
import type { Envelope } from './envelope.js'
import { isContent } from './text-form.js'

export const mixedList: Envelope = {
  kind: 'LOG',
  is: (u) => Array.isArray(u) && u.some(isContent),
  *open(u, into) {
    into.message()
    for (const [i, item] of (u as ReadonlyArray<unknown>).entries()) yield into.inner(item, [i])
  },
}
