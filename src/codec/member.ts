/**
 * The members of a structure as io-ts codecs. `props` of a structure holds them, and io-ts's combinators read them
 * there.
 *
 * @module
 */
import * as t from 'io-ts'
import { collectMember } from './collect.js'
import { errorsOf } from './errors.js'
import { type Field, type Shape, typesOf } from './fields.js'

/**
 * The codec of one member. It accepts what the structure accepts there: also `undefined` and null, unless the member is
 * required.
 */
export class MemberType extends t.Type<unknown> {
  /** io-ts distinguishes the members of a union by codecs with the tag of a literal, and by the value of that. */
  readonly _tag: 'LiteralType' | 'MemberType'
  readonly value: string | undefined

  constructor(readonly field: Field) {
    const { shape, mustBeThere } = field
    super(
      mustBeThere ? nameOf(shape) : `(${nameOf(shape)} | null | undefined)`,
      (u): u is unknown => collectMember(field, u, 1).length === 0,
      (u, context) => {
        const issues = collectMember(field, u)
        return issues.length === 0 ? t.success(u) : t.failures(errorsOf(issues, context))
      },
      t.identity,
    )
    this.value = mustBeThere && shape.kind === 'literal' ? shape.value : undefined
    this._tag = this.value === undefined ? 'MemberType' : 'LiteralType'
  }
}

/** Returns the name of a member's type, as io-ts names codecs. */
function nameOf(shape: Shape): string {
  let name = ''
  if (shape.kind === 'list') name = `ReadonlyArray<(${nameOf(shape.item)} | null)>`
  else if (shape.kind === 'map') name = `{ [K in string]: (${nameOf(shape.item)} | null) }${shape.orString ? ' | string' : ''}`
  else if (shape.kind === 'structure') name = shape.codec.name
  else name = shape.kind === 'literal' ? `"${shape.value}"` : shape.kind === 'document' ? 'unknown' : typesOf(shape.kind).join(' | ')
  return shape.sensitive ? `${name} | RedactionMarker` : name
}
