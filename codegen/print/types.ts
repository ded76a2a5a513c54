/** Static types: the interface of a structure, as editors and documentation show it. */
import type { Member, Structure, TypeRef } from '../api.js'

/** Prints the type of a value. */
function typeText(type: TypeRef): string {
  const content = plainTypeText(type)
  return type.sensitive ? `Redacted<${content}>` : content
}

function plainTypeText(type: TypeRef): string {
  switch (type.kind) {
    case 'string':
    case 'number':
    case 'boolean':
      return type.kind
    case 'timestamp':
    case 'number or string':
      return 'number | string'
    case 'boolean or string':
      return 'boolean | string'
    case 'document':
      return 'unknown'
    case 'absent':
      return 'undefined'
    case 'literal':
      return `'${type.value}'`
    case 'enum':
    case 'structure':
      return type.name
    case 'list':
      return `ReadonlyArray<${withNull(type.item)}>`
    case 'map':
      return `Readonly<Record<string, ${withNull(type.item)}>>${type.orString ? ' | string' : ''}`
  }
}

function withNull(type: TypeRef): string {
  return type.kind === 'document' ? 'unknown' : `${typeText(type)} | null`
}

/** Prints one member of an interface: `readonly name?: T | null`. */
function memberText(member: Member): string {
  const { type, name } = member
  const comment = [...member.comment, ...(member.deprecated ? ['@deprecated AWS marks this member as deprecated.'] : [])]
  const doc = comment.length === 0 ? '' : `${docText(comment, '  ')}\n`
  if (type.kind === 'absent') return `${doc}  readonly ${name}?: undefined`
  if (member.mustBeThere) return `${doc}  readonly ${name}: ${typeText(type)}`
  return `${doc}  readonly ${name}?: ${type.kind === 'document' ? 'unknown' : `${typeText(type)} | null`}`
}

/**
 * Prints an interface. A structure without members accepts any object, because an empty interface would accept a
 * number.
 */
export function interfaceText(name: string, structure: Structure, comment: ReadonlyArray<string>, base?: string): string {
  if (structure.members.length === 0 && base === undefined) {
    return `${docText(comment)}\nexport type ${name} = Readonly<Record<string, unknown>>\n`
  }
  const extend = base === undefined ? '' : ` extends ${base}`
  return `${docText(comment)}\nexport interface ${name}${extend} {\n${structure.members.map(memberText).join('\n')}\n}\n`
}

/** Prints a TSDoc comment; on one line if it fits. */
export function docText(lines: ReadonlyArray<string>, indent = ''): string {
  const [only = ''] = lines
  if (lines.length === 1 && only.length < 130) return `${indent}/** ${only} */`
  return [`${indent}/**`, ...lines.map((line) => `${indent} * ${line}`.trimEnd()), `${indent} */`].join('\n')
}
