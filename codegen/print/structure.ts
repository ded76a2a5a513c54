/** Printing the codec of a structure. */
import { referencesOf, type Structure } from '../api.js'
import { checkText, objectCheckText, packedText, type Uses } from './checks.js'

/**
 * The function of the seam that makes a codec, and its first argument: a request is named after its API, and a response
 * is made from its request.
 */
export type Making = { readonly by: 'structure' | 'request' | 'response'; readonly of: string }

/** `export const Name: t.InterfaceType<t.AnyProps, Name> = structure(...)`. */
export function codecText(
  name: string,
  structure: Structure,
  recursive: boolean,
  uses: Uses,
  making: Making = { by: 'structure', of: `'${name}'` },
): string {
  const head = `${codecComment(name)}export const ${name}: t.InterfaceType<t.AnyProps, ${name}> = /* @__PURE__ */`
  if (structure.members.length === 0) {
    return `${head} ${uses.name(making.by === 'structure' ? 'noMembers' : making.by)}(${making.of})\n`
  }
  return `${head} ${uses.name(making.by)}(${[making.of, objectCheckText(structure, uses), ...fieldsText(structure, recursive)].join(', ')})\n`
}

/** Prints the codec of a structure that has all members of another. */
export function extensionText(name: string, base: string, structure: Structure, uses: Uses): string {
  const check = checkText(structure, uses)
  const members = [`(${parameter(check)}) => ${check}`, ...fieldsText(structure, false)].join(', ')
  return `${codecComment(name)}export const ${name}: t.InterfaceType<t.AnyProps, ${name}> = /* @__PURE__ */ ${uses.name('extension')}('${name}', ${base}, ${members})\n`
}

const codecComment = (name: string): string => `/** The io-ts codec of \`${name}\`. @category codecs */\n`

const parameter = (check: string): string => (check === 'true' ? '' : 'u')

/** The packed field list of a structure whose members are all optional strings, which needs none. */
const STRINGS = '.'

/** Prints the field list and the references, each only if needed. */
function fieldsText(structure: Structure, recursive: boolean): ReadonlyArray<string> {
  const { packed, references } = packedText(structure, recursive)
  if (references.length > 0) return [JSON.stringify(packed), `() => [${references.join(', ')}]`]
  return packed === STRINGS ? [] : [JSON.stringify(packed)]
}

/** Sorts structures so that each is after those it refers to, if possible. */
export function afterReferences(structures: ReadonlyArray<Structure>): ReadonlyArray<Structure> {
  const byName = new Map(structures.map((structure) => [structure.name, structure]))
  const done = new Set<Structure>()
  const visit = (structure: Structure): void => {
    if (done.has(structure)) return
    done.add(structure)
    for (const name of referencesOf(structure)) {
      const referred = byName.get(name)
      if (referred !== undefined) visit(referred)
    }
    order.push(structure)
  }
  const order: Array<Structure> = []
  for (const structure of structures) visit(structure)
  return order
}

/** Prints the checks that a file declares once. */
export function hoistedText(uses: Uses): string {
  return [...uses.hoisted].map(([content, name]) => `const ${name} = ${content}\n`).join('')
}

/** Prints `import { a, b } from 'path'`; nothing if there is nothing to import. */
export function importText(names: Iterable<string>, path: string, type = false): string {
  const list = [...names].sort()
  return list.length === 0 ? '' : `import ${type ? 'type ' : ''}{ ${list.join(', ')} } from '${path}'\n`
}
