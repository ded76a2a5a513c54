/**
 * Tagged unions: one member is looked up in a table, then one codec decides. A union over hundreds of members is never
 * tried one by one.
 *
 * @module
 */
import * as t from 'io-ts'
import { isObject } from './check.js'
import { collect } from './collect.js'
import { errorsOf } from './errors.js'
import type { DecodeIssue } from './issue.js'
import { kindOf } from './kind.js'
import type { StructureType } from './structure.js'

/** The members of a tagged union by the value of the tag. */
export type Table = ReadonlyMap<string, StructureType<unknown>>

/** A union of structures, selected by the value of `tag`. The table is built when first needed. */
export class TaggedType<A> extends t.Type<A> {
  readonly _tag = 'TaggedType' as const
  readonly tag: string
  readonly table: () => Table

  constructor(name: string, tag: string, members: () => Iterable<readonly [string, t.Mixed]>, expected: string) {
    let made: Table | undefined
    const table = (): Table => {
      made ??= new Map(members() as Iterable<readonly [string, StructureType<unknown>]>)
      return made
    }
    const memberOf = (u: unknown): StructureType<unknown> | undefined => (isObject(u) ? table().get(u[tag] as string) : undefined)
    super(
      name,
      (u): u is A => memberOf(u)?.is(u) === true,
      (u, context) => {
        const member = memberOf(u)
        if (member === undefined) return t.failures(errorsOf([unknownTag(u, tag, expected)], context))
        return member.is(u) ? t.success(u as A) : t.failures(errorsOf(collect(member, u), context))
      },
      t.identity,
    )
    this.tag = tag
    this.table = table
  }
}

/** See `TaggedType`. */
export function tagged<A>(name: string, tag: string, members: () => Iterable<readonly [string, t.Mixed]>, expected: string): TaggedType<A> {
  return new TaggedType(name, tag, members, expected)
}

/** The values of a tag that belong to a tagged union: a set of them, or a map that has them as keys. */
export interface KnownTags {
  readonly has: (value: string) => boolean
  readonly keys: () => Iterable<string>
}

/** A structure whose `tag` is missing or none of the known values: the open end of a tagged union. */
export class UntaggedType<A> extends t.Type<A> {
  readonly _tag = 'UntaggedType' as const
  readonly base: StructureType<unknown>
  readonly tag: string
  readonly known: () => KnownTags

  constructor(name: string, base: t.Mixed, tag: string, known: () => KnownTags, expected: string) {
    const structure = base as StructureType<unknown>
    const isOpen = (u: unknown): boolean => {
      const value = isObject(u) ? u[tag] : undefined
      return !(typeof value === 'string' && known().has(value))
    }
    const is = (u: unknown): u is A => isOpen(u) && structure.is(u)
    super(
      name,
      is,
      (u, context) => {
        if (is(u)) return t.success(u)
        const issues = isOpen(u) ? collect(structure, u) : [unknownTag(u, tag, expected)]
        return t.failures(errorsOf(issues, context))
      },
      t.identity,
    )
    this.base = structure
    this.tag = tag
    this.known = known
  }
}

/** See `UntaggedType`. */
export function untagged<A>(name: string, base: t.Mixed, tag: string, known: () => KnownTags, expected: string): UntaggedType<A> {
  return new UntaggedType(name, base, tag, known, expected)
}

function unknownTag(u: unknown, tag: string, expected: string): DecodeIssue {
  if (!isObject(u)) return { code: 'WRONG_TYPE', path: [], expected: 'an object', received: kindOf(u) }
  const value = u[tag]
  return { code: 'WRONG_TYPE', path: [tag], expected, received: typeof value === 'string' ? 'another string' : kindOf(value) }
}
