/**
 * The compiled structure codec: a straight-line check that decides at full speed, and the field list that explains why
 * it failed. The generator prints both from one list; a property test holds them equal.
 *
 * Decoding returns the same value it was given, unknown members included, and encoding is the identity.
 *
 * @module
 */
import * as t from 'io-ts'
import { type Check, isObject, type Members } from './check.js'
import { collect } from './collect.js'
import { guarded } from './depth.js'
import { errorsOf } from './errors.js'
import { type Field, none, type References, readFields, STRINGS } from './fields.js'
import { MemberType } from './member.js'

/**
 * An io-ts codec for an object with known members, all others kept. It has the tag and the `props` of `t.type`, so that
 * io-ts's combinators accept it: `t.exact`, `t.intersection`, tagged unions.
 */
export class StructureType<A> extends t.Type<A> {
  readonly _tag = 'InterfaceType' as const
  private codecs: t.AnyProps | undefined
  private list: ReadonlyArray<Field> | undefined
  private own = 0
  private readonly read: () => ReadonlyArray<Field>
  /** Whether its check counts towards the depth limit. */
  readonly recursive: boolean
  /** The structure whose members this one has too. */
  readonly base: StructureType<unknown> | undefined

  constructor(name: string, recursive: boolean, read: () => ReadonlyArray<Field>, check: Check, base?: StructureType<unknown>) {
    const is = (recursive ? guarded(check) : check) as t.Is<A>
    super(name, is, (u, context) => (is(u) ? t.success(u) : t.failures(errorsOf(collect(this, u), context))), t.identity)
    this.recursive = recursive
    this.read = read
    this.base = base
  }

  /** The members in the model's order: those of the base whose names it does not have itself, then its own. */
  get fields(): ReadonlyArray<Field> {
    if (this.list === undefined) {
      const own = this.read()
      this.own = own.length
      this.list = this.base === undefined ? own : [...this.base.fields.filter(({ name }) => !own.some((o) => o.name === name)), ...own]
    }
    return this.list
  }

  /** The codecs of the members, by name; built when first asked for. */
  get props(): t.AnyProps {
    this.codecs ??= Object.fromEntries(this.fields.map((field) => [field.name, new MemberType(field)]))
    return this.codecs
  }

  /** How many of `fields` come from the base. */
  get inherited(): number {
    return this.fields.length - this.own
  }
}

/**
 * Makes a structure from its check, its packed field list (see `fields.ts`) and its references. The check itself tests
 * for an object: a function around it would be shared by all structures, and engines could not inline it.
 */
export function structure<A>(name: string, check: Check, packed: string = STRINGS, references: References = none): StructureType<A> {
  return new StructureType(name, packed.startsWith('~'), () => readFields(packed, references, check), check)
}

/** Makes the structure of a payload without members: any object. */
export function noMembers<A>(name: string): StructureType<A> {
  return new StructureType(name, false, () => [], isObject)
}

/** Makes a structure with all members of another and some of its own, which replace those of the same name. */
export function extension<A>(
  name: string,
  base: t.Mixed,
  check: (u: Members) => boolean,
  packed: string = STRINGS,
  references: References = none,
): StructureType<A> {
  const isBase: Check = base.is
  return new StructureType(
    name,
    false,
    () => readFields(packed, references, check as Check),
    (u) => isObject(u) && check(u) && isBase(u),
    base as StructureType<unknown>,
  )
}

/** Returns the members of a structure codec; none for any other codec. */
export function fieldsOf(codec: t.Mixed): ReadonlyArray<Field> {
  return codec instanceof StructureType ? codec.fields : []
}
