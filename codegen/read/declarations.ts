/**
 * The SDK's type declarations. They have what its schemas lack: the values of enums, which members are enums, and what
 * is deprecated. Read as syntax only; nothing is type-checked.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'
import type { TypeRef } from '../api.js'

export interface Declarations {
  readonly enums: ReadonlyMap<string, ReadonlyArray<string>>
  /** The declared type of a member, by structure and member as the API spells them. */
  readonly memberType: (structure: string, member: string) => ts.TypeNode | undefined
  readonly isDeprecated: (structure: string, member: string) => boolean
}

/** Reads the declarations of an SDK client from its `dist-types/models` folder. */
export function readDeclarations(folder: string): Declarations {
  const enums = new Map<string, ReadonlyArray<string>>()
  const members = new Map<string, ts.PropertySignature>()
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.d.ts'))) {
    const source = ts.createSourceFile(file, readFileSync(join(folder, file), 'utf8'), ts.ScriptTarget.Latest, true)
    for (const statement of source.statements) {
      if (ts.isVariableStatement(statement)) readEnum(statement, enums)
      else if (ts.isInterfaceDeclaration(statement)) readInterface(statement.name.text, statement, members)
      else if (ts.isModuleDeclaration(statement)) readUnion(statement, members)
    }
  }
  return {
    enums,
    memberType: (structure, member) => members.get(`${structure}.${member}`)?.type,
    isDeprecated: (structure, member) => {
      const property = members.get(`${structure}.${member}`)
      return property !== undefined && ts.getJSDocDeprecatedTag(property) !== undefined
    },
  }
}

/** Reads `declare const X: { readonly A: "a" }`. */
function readEnum(statement: ts.VariableStatement, enums: Map<string, ReadonlyArray<string>>): void {
  for (const { name, type } of statement.declarationList.declarations) {
    if (type === undefined || !ts.isTypeLiteralNode(type) || !ts.isIdentifier(name)) continue
    const values = type.members.flatMap((member) =>
      ts.isPropertySignature(member) && member.type && ts.isLiteralTypeNode(member.type) && ts.isStringLiteral(member.type.literal)
        ? [member.type.literal.text]
        : [],
    )
    enums.set(name.text, [...new Set(values)].sort())
  }
}

function readInterface(structure: string, declaration: ts.InterfaceDeclaration, members: Map<string, ts.PropertySignature>): void {
  for (const member of declaration.members) {
    if (!ts.isPropertySignature(member)) continue
    const name = ts.isIdentifier(member.name) || ts.isStringLiteral(member.name) ? member.name.text : undefined
    if (name !== undefined && member.type?.kind !== ts.SyntaxKind.NeverKeyword) members.set(`${structure}.${name}`, member)
  }
}

/** A union is a namespace with one interface per member, all other members of which are `never`. */
function readUnion(declaration: ts.ModuleDeclaration, members: Map<string, ts.PropertySignature>): void {
  if (declaration.body === undefined || !ts.isModuleBlock(declaration.body)) return
  for (const statement of declaration.body.statements) {
    if (ts.isInterfaceDeclaration(statement) && statement.name.text.endsWith('Member')) {
      readInterface(declaration.name.text, statement, members)
    }
  }
}

/** Returns the type of a schema with its strings replaced by the enums of the declaration. */
export function withEnums(type: TypeRef, node: ts.TypeNode | undefined, enums: ReadonlyMap<string, unknown>): TypeRef {
  const declared = node && definedPart(node)
  switch (type.kind) {
    case 'string': {
      const name = declared && ts.isTypeReferenceNode(declared) && ts.isIdentifier(declared.typeName) ? declared.typeName.text : ''
      return enums.has(name) ? { kind: 'enum', name, sensitive: type.sensitive } : type
    }
    case 'list':
      return { ...type, item: withEnums(type.item, declared && ts.isArrayTypeNode(declared) ? declared.elementType : undefined, enums) }
    case 'map':
      return { ...type, item: withEnums(type.item, declared && valueOfRecord(declared), enums) }
    default:
      return type
  }
}

/** Returns `T` of `T | undefined` and of `(T)`. */
function definedPart(node: ts.TypeNode): ts.TypeNode {
  if (ts.isParenthesizedTypeNode(node)) return definedPart(node.type)
  if (!ts.isUnionTypeNode(node)) return node
  const rest = node.types.filter((part) => part.kind !== ts.SyntaxKind.UndefinedKeyword)
  const [only] = rest
  return only !== undefined && rest.length === 1 ? definedPart(only) : node
}

/** Returns `V` of `Record<K, V>` and of `Partial<Record<K, V>>`. */
function valueOfRecord(node: ts.TypeNode): ts.TypeNode | undefined {
  if (!ts.isTypeReferenceNode(node) || !ts.isIdentifier(node.typeName)) return undefined
  const [first, second] = node.typeArguments ?? []
  if (node.typeName.text === 'Partial' && first) return valueOfRecord(first)
  return node.typeName.text === 'Record' ? second : undefined
}
