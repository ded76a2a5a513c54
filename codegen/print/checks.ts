/**
 * The straight-line check of a structure and its packed field list, printed from one list of members.
 * `src/codec/fields.ts` describes the list.
 */
import type { LeafKind, Member, Structure, TypeRef } from '../api.js'

/** Names that printed code uses: those of the seam, and checks of nested lists and maps, once per file. */
export class Uses {
  readonly seam = new Set<string>()
  /** Hoisted checks by their source, so that no check is made while decoding. */
  readonly hoisted = new Map<string, string>()

  name(seamName: string): string {
    this.seam.add(seamName)
    return seamName
  }

  hoist(suggestion: string, content: string): string {
    const known = this.hoisted.get(content)
    if (known !== undefined) return known
    this.hoisted.set(content, suggestion)
    return suggestion
  }
}

const LEAF_CHECKS: Readonly<Record<Exclude<LeafKind, 'absent' | 'document'>, string>> = {
  string: 'String',
  number: 'Number',
  boolean: 'Boolean',
  timestamp: 'NumberOrString',
  'number or string': 'NumberOrString',
  'boolean or string': 'BooleanOrString',
}

/** Prints the check of a value: an object, and all members. */
export function objectCheckText(structure: Structure, uses: Uses): string {
  const members = checkText(structure, uses)
  return members === 'true' ? uses.name('isObject') : `(u) => ${uses.name('isObject')}(u) && ${members}`
}

/** Prints the check of all members, `true` if there is nothing to check. */
export function checkText(structure: Structure, uses: Uses): string {
  const checks = structure.members.flatMap((member) => {
    const content = memberCheck(member, uses)
    return content === undefined ? [] : [content]
  })
  return checks.length === 0 ? 'true' : checks.join(' && ')
}

function memberCheck({ name, type, mustBeThere }: Member, uses: Uses): string | undefined {
  const value = `u.${name}`
  const check = mustBeThere ? requiredCheck(type, value, uses) : optionalCheck(type, value, uses)
  if (check === undefined || !type.sensitive || isText(type)) return check
  return `(${check} || ${uses.name('isRedacted')}(${value}))`
}

/** A redaction marker is a string, so a sensitive string needs no further check. */
const isText = (type: TypeRef): boolean => type.kind === 'string' || type.kind === 'enum' || type.kind === 'timestamp'

function optionalCheck(type: TypeRef, value: string, uses: Uses): string | undefined {
  switch (type.kind) {
    case 'document':
      return undefined
    case 'absent':
      return `${value} === undefined`
    case 'list':
      return `${uses.name('optList')}(${value}, ${checkName(type.item, uses)})`
    case 'map':
      return type.orString
        ? `(${uses.name('optString')}(${value}) || ${uses.name('isMap')}(${value}, ${checkName(type.item, uses)}))`
        : `${uses.name('optMap')}(${value}, ${checkName(type.item, uses)})`
    case 'structure':
      return `${uses.name('opt')}(${value}, ${type.name}.is)`
    case 'literal':
      return `(${value} == null || ${value} === '${type.value}')`
    case 'enum':
      return `${uses.name('optString')}(${value})`
    default:
      return `${uses.name(`opt${LEAF_CHECKS[type.kind]}`)}(${value})`
  }
}

function requiredCheck(type: TypeRef, value: string, uses: Uses): string {
  return type.kind === 'literal' ? `${value} === '${type.value}'` : `${checkName(type, uses)}(${value})`
}

/** Returns the name of a function that checks a value of the type. */
function checkName(type: TypeRef, uses: Uses): string {
  const plain = plainCheckName(type, uses)
  if (!type.sensitive || isText(type)) return plain
  return uses.hoist(`${camel(plain)}OrHidden`, `(v: unknown): boolean => ${plain}(v) || ${uses.name('isRedacted')}(v)`)
}

function plainCheckName(type: TypeRef, uses: Uses): string {
  switch (type.kind) {
    case 'document':
      return uses.name('isDocument')
    case 'list':
    case 'map': {
      if (type.kind === 'map' && type.orString) throw new Error('no check for an item that is a map or a string')
      const item = checkName(type.item, uses)
      const test = uses.name(type.kind === 'list' ? 'isList' : 'isMap')
      return uses.hoist(`${test}Of${upperFirst(camel(item))}`, `(v: unknown): boolean => ${test}(v, ${item})`)
    }
    case 'structure':
      return `${type.name}.is`
    case 'enum':
      return uses.name('isString')
    case 'absent':
    case 'literal':
      throw new Error(`no check for a value that is ${type.kind}`)
    default:
      return uses.name(`is${LEAF_CHECKS[type.kind]}`)
  }
}

const upperFirst = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1)

/** Converts a check such as `Column.is` to a part of a name. */
const camel = (check: string): string => check.replace(/\.is$/, '').replace(/^is/, '')

const LETTERS: Readonly<Record<LeafKind, string>> = {
  string: 's',
  number: 'n',
  boolean: 'b',
  timestamp: 't',
  'number or string': 'N',
  'boolean or string': 'B',
  document: 'd',
  absent: 'x',
}

/** Returns the packed field list and its references. */
export function packedText(
  structure: Structure,
  recursive: boolean,
): { readonly packed: string; readonly references: ReadonlyArray<string> } {
  const references: Array<string> = []
  const refer = (content: string): string => {
    if (!references.includes(content)) references.push(content)
    return String(references.indexOf(content))
  }
  const pack = (type: TypeRef): string => (type.sensitive ? '*' : '') + packPlain(type)
  const packPlain = (type: TypeRef): string => {
    switch (type.kind) {
      case 'list':
        return `[${pack(type.item)}`
      case 'map':
        return `${type.orString ? '|' : ''}{${pack(type.item)}`
      case 'structure':
        return refer(type.name)
      case 'literal':
        return refer(`'${type.value}'`)
      case 'enum':
        return 's'
      default:
        return LETTERS[type.kind]
    }
  }
  // A check with a required member stops if it is missing, and never reads the names after it. A document is not
  // checked.
  const checkHasNames = structure.members.every(({ mustBeThere, type }) => !mustBeThere && type.kind !== 'document')
  const [requiredByApi, others] = [true, false].map((is) => structure.members.filter((member) => member.requiredByApi === is))
  const types = (members: ReadonlyArray<Member> = []): string =>
    members.map(({ type, mustBeThere }) => `${pack(type).replace(/\d{2,}$/, '($&)')}${mustBeThere ? '!' : ''}`).join('')
  const required = types(requiredByApi)
  const names = checkHasNames ? '' : [requiredByApi, others].flatMap((members = []) => members.map(({ name }) => name)).join(',')
  // A member without a type is a string: the letter is left out at the end.
  const rest = types(others).replace(/(?<![*|[{])s+$/, '')
  return { packed: `${recursive ? '~' : ''}${names}.${required === '' ? '' : `${required};`}${rest}`, references }
}
