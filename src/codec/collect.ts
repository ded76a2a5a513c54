/**
 * The collector: walks the fields of a structure whose check failed and reports where and why. It finds an issue
 * exactly if the check fails, stops at `maxIssues`, and never keeps a value.
 *
 * @module
 */
import { type Check, isObject } from './check.js'
import { DEFAULT_MAX_DEPTH } from './depth.js'
import { type Field, type LeafKind, type Shape, typesOf } from './fields.js'
import type { DecodeIssue, DecodeIssueCode } from './issue.js'
import { kindOf } from './kind.js'
import { printable } from './path.js'
import { isRedacted } from './redacted.js'

/** How many issues are reported by default. */
export const DEFAULT_MAX_ISSUES = 100

/** What the collector needs of a structure codec. */
export interface Collectable {
  readonly is: Check
  readonly fields: ReadonlyArray<Field>
  readonly recursive: boolean
  /** The structure whose members this one has too; they come first in `fields`. */
  readonly base: Collectable | undefined
  /** How many of `fields` come from the base. */
  readonly inherited: number
}

/** Where the collector is: a chain of keys, turned into a path only when there is something to report. */
interface Location {
  readonly key: string | number
  /** Whether the key comes from the record, not from the model. */
  readonly foreign: boolean
  readonly up: Location | undefined
}

interface Walk {
  readonly issues: Array<DecodeIssue>
  readonly maxIssues: number
  readonly maxDepth: number
}

/**
 * Returns the issues of a value against a structure, at most `maxIssues`; none exactly if the structure's check passes.
 */
export function collect(
  codec: Collectable,
  u: unknown,
  maxIssues: number = DEFAULT_MAX_ISSUES,
  maxDepth: number = DEFAULT_MAX_DEPTH,
): ReadonlyArray<DecodeIssue> {
  const walk: Walk = { issues: [], maxIssues, maxDepth }
  walkStructure(codec, u, undefined, 0, walk)
  return walk.issues
}

/** Returns the issues of a value of the member `field`. */
export function collectMember(field: Field, u: unknown, maxIssues: number = DEFAULT_MAX_ISSUES): ReadonlyArray<DecodeIssue> {
  const walk: Walk = { issues: [], maxIssues, maxDepth: DEFAULT_MAX_DEPTH }
  if (!mayBeMissing(field, u)) walkShape(field.shape, u, undefined, 0, walk)
  return walk.issues
}

/** Returns whether the value is missing or null and the member may be. */
const mayBeMissing = ({ mustBeThere, shape }: Field, value: unknown): boolean =>
  value == null && !mustBeThere && (value === undefined || shape.kind !== 'absent')

function walkStructure(codec: Collectable, u: unknown, at: Location | undefined, depth: number, walk: Walk): void {
  const level = codec.recursive ? depth + 1 : depth
  if (level > walk.maxDepth) {
    report(walk, 'TOO_DEEP', at, `at most ${walk.maxDepth} levels`, 'more')
  } else if (!isObject(u)) {
    wrong(walk, u, at, 'an object')
  } else {
    const { fields, base, inherited } = codec
    for (let i = base !== undefined && passes(base, u, level, walk) ? inherited : 0; i < fields.length; i++) {
      if (walk.issues.length >= walk.maxIssues) return
      const field = fields[i] as Field
      const value = u[field.name]
      if (mayBeMissing(field, value)) continue
      // Most kinds of leaves have the name that `typeof` returns.
      if (typeof value === field.shape.kind) continue
      walkShape(field.shape, value, { key: field.name, foreign: false, up: at }, level, walk)
    }
  }
}

function walkShape(shape: Shape, value: unknown, at: Location | undefined, depth: number, walk: Walk): void {
  switch (shape.kind) {
    case 'list':
      if (Array.isArray(value)) {
        for (let i = 0; i < value.length && walk.issues.length < walk.maxIssues; i++) {
          if (value[i] !== null) walkShape(shape.item, value[i], { key: i, foreign: false, up: at }, depth, walk)
        }
      } else if (!(shape.sensitive && isRedacted(value))) {
        wrong(walk, value, at, 'a list')
      }
      return
    case 'map':
      if (isObject(value)) {
        for (const key in value) {
          if (walk.issues.length >= walk.maxIssues) return
          const item = value[key]
          if (item !== null && Object.hasOwn(value, key)) walkShape(shape.item, item, { key, foreign: true, up: at }, depth, walk)
        }
      } else if (!(shape.sensitive && isRedacted(value))) {
        if (!shape.orString) wrong(walk, value, at, 'a map')
        else if (typeof value !== 'string') wrong(walk, value, at, 'a map or a string')
      }
      return
    case 'structure':
      if (!(shape.sensitive && isRedacted(value))) walkCodec(shape, value, at, depth, walk)
      return
    case 'literal':
      if (value !== shape.value) {
        const received = typeof value === 'string' ? 'another string' : kindOf(value)
        report(walk, 'WRONG_TYPE', at, JSON.stringify(shape.value), received)
      }
      return
    default:
      walkLeaf(shape, value, at, walk)
  }
}

function walkLeaf({ kind, sensitive }: Shape & { kind: LeafKind }, value: unknown, at: Location | undefined, walk: Walk): void {
  const types = typesOf(kind)
  const isRight = kind === 'absent' ? value === undefined : kind === 'document' || types.includes(typeof value)
  if (isRight || (sensitive && isRedacted(value))) return
  wrong(walk, value, at, kind === 'absent' ? 'nothing' : `a ${types.join(' or a ')}`)
}

function walkCodec(shape: Shape & { kind: 'structure' }, value: unknown, at: Location | undefined, depth: number, walk: Walk): void {
  // Every reference the generator prints is a structure; a cast says so without a cycle of imports.
  const codec = shape.codec as unknown as Collectable
  if (!passes(codec, value, depth, walk)) walkStructure(codec, value, at, depth, walk)
}

/**
 * Returns whether a part needs no walk because its check, which is several times faster, passes. Checks count depth
 * from where they begin, so within recursion, or under another limit, they decide nothing here.
 */
function passes(codec: Collectable, u: unknown, depth: number, walk: Walk): boolean {
  return depth === 0 && walk.maxDepth === DEFAULT_MAX_DEPTH && codec.is(u)
}

function wrong(walk: Walk, value: unknown, at: Location | undefined, expected: string): void {
  report(walk, isRedacted(value) ? 'REDACTED' : 'WRONG_TYPE', at, expected, kindOf(value))
}

function report(walk: Walk, code: DecodeIssueCode, at: Location | undefined, expected: string, received: string): void {
  const path: Array<string | number> = []
  for (let step = at; step !== undefined; step = step.up) {
    path.push(step.foreign ? printable(String(step.key)) : step.key)
  }
  walk.issues.push({ code, path: path.reverse(), expected, received })
}
