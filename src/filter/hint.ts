/**
 * Index hints combined: of predicates that must all hold, and of predicates of which one must. What comes out may allow
 * too much, never too little.
 *
 * @module
 */

import { isLiteral, matchesGlob } from '../event/glob.js'
import type { IndexHint } from '../event/predicate.js'
import { present } from '../insight/present.js'

type Hint = IndexHint | undefined
type Texts = ReadonlyArray<string> | undefined

/** A record that both allow; whatever one says nothing of, the other decides. */
export function everyHint(a: Hint, b: Hint): Hint {
  if (a === undefined || b === undefined) return a ?? b
  return hint(
    inEither(a.sources, b.sources, (x, y) => x.filter((source) => y.includes(source))),
    inEither(a.names, b.names, commonNames),
    inEither(a.from, b.from, Math.max),
    inEither(a.to, b.to, Math.min),
  )
}

/** A record that one of the two allows; what one says nothing of is open. */
export function eitherHint(a: Hint, b: Hint): Hint {
  if (a === undefined || b === undefined) return undefined
  return hint(
    inBoth(a.sources, b.sources, union),
    inBoth(a.names, b.names, union),
    inBoth(a.from, b.from, Math.min),
    inBoth(a.to, b.to, Math.max),
  )
}

/** What only one says stays. */
const inEither = <A>(a: A | undefined, b: A | undefined, combine: (a: A, b: A) => A): A | undefined =>
  a === undefined || b === undefined ? (a ?? b) : combine(a, b)

/** What only one says is dropped. */
const inBoth = <A>(a: A | undefined, b: A | undefined, combine: (a: A, b: A) => A): A | undefined =>
  a === undefined || b === undefined ? undefined : combine(a, b)

const union = (a: ReadonlyArray<string>, b: ReadonlyArray<string>): ReadonlyArray<string> => [...new Set([...a, ...b])]

/** Names that both lists may match: exact where one list is without patterns, else the first list as it is. */
function commonNames(a: ReadonlyArray<string>, b: ReadonlyArray<string>): ReadonlyArray<string> {
  const within = (names: ReadonlyArray<string>, patterns: ReadonlyArray<string>): ReadonlyArray<string> =>
    names.filter((name) => patterns.some((pattern) => matchesGlob(pattern, name)))
  if (a.every(isLiteral)) return within(a, b)
  return b.every(isLiteral) ? within(b, a) : a
}

/** A hint of what is known of each; `undefined` where nothing is. */
function hint(sources: Texts, names: Texts, from: number | undefined, to: number | undefined): Hint {
  const known = present({ sources, names, from, to })
  return Object.keys(known).length === 0 ? undefined : known
}
