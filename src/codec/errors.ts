/**
 * Issues as io-ts validation errors without values: `value` is undefined, no context entry has `actual`, and `message`
 * is built from the whole context, so that reporters print neither a value nor a wrong path, alone or inside `t.array`,
 * `t.type` or `t.intersection`.
 *
 * @module
 */
import * as t from 'io-ts'
import { type DecodeIssue, printIssue } from './issue.js'
import { printable } from './path.js'

/**
 * The types of the context entries of an issue's path. Their keys are printable already; the keys of a list are
 * numbers.
 */
const step: t.Mixed = /* @__PURE__ */ new t.UnknownType()
const listStep: t.Mixed = /* @__PURE__ */ new t.AnyArrayType()

/** The most bytes of messages with paths, in UTF-8; others have none, so that those of a value take at most 64 KiB. */
const MOST_BYTES = 50_000

/** Returns the errors of one value, each with the context the codec was called in, without its values. */
export function errorsOf(issues: ReadonlyArray<DecodeIssue>, context: t.Context): t.Errors {
  const prefix = pathOf(context)
  let room = MOST_BYTES
  return issues.map((issue) => {
    const line = printIssue({ ...issue, path: [...prefix, ...issue.path] })
    room -= new TextEncoder().encode(line).length
    const message = room < 0 ? printIssue({ ...issue, path: [] }) : line
    return { value: undefined, context: contextOf(issue.path, context), message }
  })
}

/** Returns the context a codec was called in, continued along an issue's path. */
function contextOf(path: DecodeIssue['path'], context: t.Context): t.Context {
  const outer = context.map(({ key, type }) => ({ key, type }))
  return [...outer, ...path.map((key, i) => ({ key: String(key), type: typeof path[i + 1] === 'number' ? listStep : step }))]
}

/**
 * Returns the path of a context with printable names. io-ts puts the index of a member of an intersection or a union
 * among the keys, which is not part of the path into the value.
 */
export function pathOf(context: t.Context): ReadonlyArray<string | number> {
  const path: Array<string | number> = []
  for (const [i, entry] of context.slice(1).entries()) {
    const outer = combinatorOf(context[i]?.type)
    if (outer === 'IntersectionType' || outer === 'UnionType') continue
    if (outer === 'ArrayType' || outer === 'ReadonlyArrayType' || outer === 'TupleType' || outer === 'AnyArrayType')
      path.push(Number(entry.key))
    else path.push(entry.type === step || entry.type === listStep ? entry.key : printable(entry.key))
  }
  return path
}

/** io-ts codecs around another one, which they call with their own context. */
const WRAPPERS: ReadonlyArray<unknown> = ['ReadonlyType', 'ExactType', 'RecursiveType', 'RefinementType']

/** Deeper than anyone wraps; a recursive codec may be wrapped in itself. */
const MOST_WRAPPERS = 16

/** Returns the kind of io-ts codec that gave a context entry its keys. */
function combinatorOf(type: unknown): unknown {
  let inner = type as { readonly _tag?: unknown; readonly type?: unknown } | undefined
  for (let i = 0; i < MOST_WRAPPERS && WRAPPERS.includes(inner?._tag); i++) inner = inner?.type as typeof inner
  return inner?._tag
}
