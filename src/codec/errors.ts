/**
 * Issues as io-ts validation errors that keep silent about values: `value` is undefined, no context entry has `actual`, and `message` is
 * built from the whole context, so that reporters print neither a value nor a wrong path, alone or inside `t.array`, `t.type` or
 * `t.intersection` [F3].
 *
 * @module
 */
import * as t from 'io-ts'
import { type DecodeIssue, printIssue } from './issue.js'

/** The errors of one value, each with the context the codec was called in, without its values. */
export function errorsOf(issues: ReadonlyArray<DecodeIssue>, context: t.Context): t.Errors {
  const outer = context.map(({ key, type }) => ({ key, type }))
  const prefix = pathOf(context)
  return issues.map((issue) => ({
    value: undefined,
    context: [...outer, ...issue.path.map((key) => ({ key: String(key), type: t.unknown }))],
    message: printIssue({ ...issue, path: [...prefix, ...issue.path] }),
  }))
}

/**
 * The path a context stands for. io-ts puts the index of a member of an intersection or a union among the keys; it is no part of the
 * path into the value.
 */
export function pathOf(context: t.Context): ReadonlyArray<string | number> {
  const path: Array<string | number> = []
  for (let i = 1; i < context.length; i++) {
    const outer = tagOf(context[i - 1]?.type)
    const key = context[i]?.key ?? ''
    if (outer === 'IntersectionType' || outer === 'UnionType') continue
    path.push(outer === 'ArrayType' || outer === 'ReadonlyArrayType' || outer === 'TupleType' ? Number(key) : key)
  }
  return path
}

function tagOf(type: unknown): unknown {
  return (type as { readonly _tag?: unknown } | undefined)?._tag
}
