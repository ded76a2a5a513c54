/** Finds where the sources make strings or numbers of values whose type leaves open what they are. */
import { join } from 'node:path'
import ts from 'typescript'
import { ROOT } from './root.js'

/** A place that makes a string or a number of a value. */
export interface StringMaker {
  /** The file, how the string is made, and of what: `src/a.ts String(value)`. */
  readonly place: string
  /** The type of the value, or of the part of it that is open. */
  readonly type: string
}

const { TypeFlags, SyntaxKind } = ts
const PRIMITIVE = TypeFlags.StringLike | TypeFlags.NumberLike | TypeFlags.BooleanLike
const DEFERRED = TypeFlags.TypeParameter | TypeFlags.Index | TypeFlags.IndexedAccess | TypeFlags.Conditional | TypeFlags.Substitution
/** The declarations of methods that call methods of the value, whatever it is. */
const GENERAL = ['Array', 'Object', 'ReadonlyArray']
const CONVERSIONS = ['NumberConstructor', 'StringConstructor']

/** Returns the sources that a person wrote. */
const isOwn = (path: string): boolean => path.startsWith(join(ROOT, 'src/')) && !path.includes('/generated/')

/** Returns a program of all sources and of one more file, whose content is given. */
function programWith(path: string, content: string): ts.Program {
  const host: ts.ParseConfigFileHost = {
    ...ts.sys,
    onUnRecoverableConfigFileDiagnostic: ({ messageText }) => {
      throw new Error(String(messageText))
    },
  }
  const config = ts.getParsedCommandLineOfConfigFile(join(ROOT, 'tsconfig.json'), {}, host)
  if (config === undefined) throw new Error('no tsconfig.json')
  const files = ts.createCompilerHost(config.options)
  const { getSourceFile } = files
  files.getSourceFile = (name, ...rest) =>
    name === path ? ts.createSourceFile(name, content, ts.ScriptTarget.ES2022, true) : getSourceFile(name, ...rest)
  return ts.createProgram([...config.fileNames.filter(isOwn), path], config.options, files)
}

/** Finds them by file, in all sources and in one more file. */
export function stringMakers(extra: string, content: string): ReadonlyArray<StringMaker> {
  const program = programWith(join(ROOT, extra), content)
  const checker = program.getTypeChecker()
  return program.getSourceFiles().flatMap((file) => (isOwn(file.fileName) ? new Finder(checker, file).found : []))
}

class Finder {
  readonly found: Array<StringMaker> = []

  constructor(
    private readonly checker: ts.TypeChecker,
    private readonly file: ts.SourceFile,
  ) {
    this.visit(file)
  }

  private visit(node: ts.Node): void {
    if (ts.isCallExpression(node)) this.call(node)
    if (ts.isIdentifier(node) && CONVERSIONS.includes(`${node.getText()}Constructor`)) this.passed(node)
    if (ts.isTemplateSpan(node)) this.add('`$', node.expression, this.openIn(this.typeOf(node.expression)))
    if (ts.isBinaryExpression(node) && [SyntaxKind.PlusToken, SyntaxKind.PlusEqualsToken].includes(node.operatorToken.kind))
      for (const side of [node.left, node.right]) this.add('+', side, this.openIn(this.typeOf(side)))
    ts.forEachChild(node, (child) => this.visit(child))
  }

  private call({ expression: callee, arguments: [first] }: ts.CallExpression): void {
    if (first !== undefined && CONVERSIONS.includes(this.typeOf(callee).symbol?.name))
      this.add(callee.getText(), first, this.openIn(this.typeOf(first)))
    if (!ts.isPropertyAccessExpression(callee)) return
    const { expression: object, name } = callee
    if (first !== undefined && callee.getText() === 'JSON.stringify') this.add('JSON.stringify', first, this.openWithin(this.typeOf(first)))
    if (name.getText() === 'join') {
      const item = this.checker.getIndexTypeOfType(this.typeOf(object), ts.IndexKind.Number)
      if (item !== undefined) this.add('join', object, this.openIn(item))
    }
    if (/^to(?:Locale)?String$/.test(name.getText()) && this.isGeneral(name))
      this.add(name.getText(), object, this.openIn(this.typeOf(object)))
  }

  /** `list.map(String)`: what it is called with is in the type that is expected. */
  private passed(node: ts.Identifier): void {
    if (!ts.isCallExpression(node.parent) || node.parent.expression === node) return
    const [signature] = this.checker.getContextualType(node)?.getCallSignatures() ?? []
    const [parameter] = signature?.parameters ?? []
    const type = parameter && this.checker.getTypeOfSymbolAtLocation(parameter, node)
    this.add('call', node.parent, type === undefined ? 'unknown' : this.openIn(type))
  }

  private typeOf(node: ts.Node): ts.Type {
    return this.checker.getTypeAtLocation(node)
  }

  /** Whether a method is one that calls other methods of the value. */
  private isGeneral(name: ts.Node): boolean {
    const declarations = this.checker.getSymbolAtLocation(name)?.declarations
    return declarations?.some(({ parent }) => ts.isInterfaceDeclaration(parent) && GENERAL.includes(parent.name.getText())) ?? true
  }

  private add(how: string, value: ts.Node, type: string | undefined): void {
    if (type === undefined) return
    const path = this.file.fileName.slice(ROOT.length)
    this.found.push({ place: `${path} ${how} ${value.getText().replace(/\s+/g, ' ')}`, type })
  }

  /** Returns the part of a type whose conversion may throw: all but primitive values. */
  private openIn(type: ts.Type): string | undefined {
    if (type.isUnion()) return type.types.map((each) => this.openIn(each)).find((each) => each !== undefined)
    // A brand.
    if (type.isIntersection() && type.types.some(({ flags }) => flags & PRIMITIVE)) return undefined
    if (type.flags & DEFERRED) return this.constraintOf(type, (constraint) => this.openIn(constraint))
    const isClosed = type.flags & (PRIMITIVE | TypeFlags.BigIntLike | TypeFlags.Null | TypeFlags.VoidLike | TypeFlags.Never)
    return isClosed ? undefined : this.nameOf(type)
  }

  /** Returns the part of a type that may be anything, which JSON may lack or which may be nested to any depth. */
  private openWithin(type: ts.Type, seen = new Set<ts.Type>()): string | undefined {
    if (seen.has(type)) return undefined
    seen.add(type)
    const first = (types: ReadonlyArray<ts.Type>): string | undefined => {
      for (const each of types) {
        const open = this.openWithin(each, seen)
        if (open !== undefined) return open
      }
      return undefined
    }
    if (type.isUnion()) return first(type.types)
    if (type.isIntersection() && type.types.some(({ flags }) => flags & PRIMITIVE)) return undefined
    if (type.flags & DEFERRED) return this.constraintOf(type, (constraint) => first([constraint]))
    if (type.flags & (TypeFlags.Any | TypeFlags.Unknown | TypeFlags.NonPrimitive | TypeFlags.BigIntLike)) return this.nameOf(type)
    // Functions are left out of JSON.
    if (!(type.flags & (TypeFlags.Object | TypeFlags.Intersection)) || type.getCallSignatures().length > 0) return undefined
    const items = this.checker.getIndexInfosOfType(type).map((info) => info.type)
    if (this.checker.isArrayType(type) || this.checker.isTupleType(type)) return first(items)
    const members = type.getProperties().map((member) => this.checker.getTypeOfSymbolAtLocation(member, this.file))
    return members.length + items.length === 0 ? this.nameOf(type) : first([...items, ...members])
  }

  private constraintOf(type: ts.Type, open: (constraint: ts.Type) => string | undefined): string | undefined {
    const constraint = this.checker.getBaseConstraintOfType(type)
    return constraint === undefined || constraint === type ? this.nameOf(type) : open(constraint)
  }

  private nameOf(type: ts.Type): string {
    return this.checker.typeToString(type)
  }
}
