/**
 * The members of a structure as io-ts codecs, which is what `props` of a structure holds: io-ts's combinators look
 * members up there.
 *
 * @module
 */
import * as t from 'io-ts'
import { collectMember } from './collect.js'
import { errorsOf } from './errors.js'
import type { Field, Shape } from './fields.js'

/**
 * The codec of one member. It accepts what the structure accepts for it: `undefined` and null too, unless the member is
 * required.
 */
export class MemberType extends t.Type<unknown> {
  /** io-ts distinguishes the members of a union by codecs with the tag of a literal, and by their value. */
  readonly _tag: 'LiteralType' | 'MemberType'
  readonly value: string | undefined
  readonly field: Field

  constructor(field: Field) {
    const { shape, mustBeThere } = field
    super(
      mustBeThere || shape.kind === 'document' || shape.kind === 'absent' ? nameOf(shape) : `(${nameOf(shape)} | null | undefined)`,
      (u): u is unknown => collectMember(field, u, 1).length === 0,
      (u, context) => {
        const issues = collectMember(field, u)
        return issues.length === 0 ? t.success(u) : t.failures(errorsOf(issues, context))
      },
      t.identity,
    )
    this.field = field
    this.value = mustBeThere && shape.kind === 'literal' ? shape.value : undefined
    this._tag = this.value === undefined ? 'MemberType' : 'LiteralType'
  }
}

const mapName = (item: Shape): string => `{ [K in string]: (${nameOf(item)} | null) }`

/** Returns the name of a member's type, as io-ts names codecs. */
function nameOf(shape: Shape): string {
  const name = bareNameOf(shape)
  return shape.sensitive ? `(${name} | RedactionMarker)` : name
}

function bareNameOf(shape: Shape): string {
  switch (shape.kind) {
    case 'list':
      return `ReadonlyArray<(${nameOf(shape.item)} | null)>`
    case 'map':
      return shape.orString ? `(${mapName(shape.item)} | string)` : mapName(shape.item)
    case 'structure':
      return shape.codec.name
    case 'literal':
      return JSON.stringify(shape.value)
    case 'timestamp':
    case 'number or string':
      return '(number | string)'
    case 'boolean or string':
      return '(boolean | string)'
    case 'document':
      return 'unknown'
    case 'absent':
      return 'undefined'
    default:
      return shape.kind
  }
}
