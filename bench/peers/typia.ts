/**
 * typia, which writes its checks when TypeScript compiles.
 *
 * Newer versions need Node 22.15 and a compiler in Go (`ttsc`); 12 is the last that runs on every Node we support. The
 * types are generated from the schema, compiled with typia's transformer into `.cache/typia`, and imported.
 *
 * @module
 */

import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { MARKER, type Node, type ObjectNode, type Schemas } from '../schema.js'
import { dispatcher, type Peer, versionOf } from './peer.js'

interface TypiaError {
  readonly path: string
}

interface Compiled {
  readonly is: (u: unknown) => boolean
  readonly validate: (u: unknown) => { readonly success: boolean; readonly errors?: ReadonlyArray<TypiaError> }
}

const here = dirname(fileURLToPath(import.meta.url))
const folder = join(here, '..', '.cache', 'typia')

/** `is` for the verdict, `validate` for the errors. */
export async function typia(schemas: Schemas): Promise<Peer> {
  const checks = await compile(schemas)
  const check = dispatcher(schemas, (_, api) => {
    const made = checks[api]
    if (made === undefined) throw new Error(`bench: typia compiled nothing for ${api}`)
    return made
  })
  return {
    name: 'typia',
    version: versionOf('typia'),
    form: 'is, compiled ahead; validate errors',
    passes: (record) => check(record).is(record),
    issues: (record) => check(record).validate(record).errors ?? [],
    paths: (issues) => (issues as ReadonlyArray<TypiaError>).map(({ path }) => keysOf(path).join('/')),
  }
}

/** Parses typia's paths, which are expressions: `$input.requestParameters.partitionKeys[0]["a-b"]`. */
function keysOf(path: string): ReadonlyArray<string> {
  return [...path.matchAll(/\["((?:[^"\\]|\\.)*)"\]|\[(\d+)\]|\.([^.[]+)/g)].map(([, quoted, index, name]) => quoted ?? index ?? name ?? '')
}

async function compile(schemas: Schemas): Promise<Readonly<Record<string, Compiled>>> {
  // In another folder than the output: if both were in one, tsx would import the source.
  mkdirSync(join(folder, 'source'), { recursive: true })
  const [file, source, output] = [join(folder, 'source', 'checks.ts'), sourceOf(schemas), join(folder, 'checks.js')]
  if (!existsSync(output) || !existsSync(file) || readFileSync(file, 'utf8') !== source) {
    writeFileSync(file, source)
    // In a separate process: TypeScript's compiler would fill the heap of the measurements.
    execFileSync(process.execPath, ['--import', 'tsx', join(here, 'typia-compile.ts'), folder], { stdio: ['ignore', 2, 2] })
  }
  return ((await import(pathToFileURL(output).href)) as { readonly checks: Readonly<Record<string, Compiled>> }).checks
}

function sourceOf(schemas: Schemas): string {
  const printed = new Map<ObjectNode, string>()
  for (const schema of schemas.values()) interfacesOf(schema, printed)
  const entries = [...schemas].map(
    ([api, { name }]) => `  ${api}: { is: typia.createIs<${name}>(), validate: typia.createValidate<${name}>() },\n`,
  )
  return `import typia, { type tags } from 'typia'
type Mark = string & tags.Pattern<${JSON.stringify(MARKER)}>
${[...printed.values()].join('')}export const checks = {\n${entries.join('')}}\n`
}

function interfacesOf(node: ObjectNode, printed: Map<ObjectNode, string>): void {
  if (printed.has(node)) return
  // Assigned before its members are printed, so that the order is that of first use.
  printed.set(node, '')
  const members = node.members.map((member) =>
    member.required
      ? `  readonly ${member.name}: ${typeOf(member.node, printed)}\n`
      : `  readonly ${member.name}?: ${typeOf(member.node, printed)} | null\n`,
  )
  printed.set(node, `interface ${node.name} {\n${members.join('')}}\n`)
}

function typeOf(node: Node, printed: Map<ObjectNode, string>): string {
  switch (node.kind) {
    case 'number or string':
      return 'number | string'
    case 'boolean or string':
      return 'boolean | string'
    case 'literal':
      return JSON.stringify(node.value)
    case 'list':
      return `ReadonlyArray<${typeOf(node.item, printed)} | null>`
    case 'map':
      return `{ readonly [key: string]: ${typeOf(node.item, printed)} | null }`
    case 'redactable':
      return `${typeOf(node.of, printed)} | Mark`
    case 'object':
      interfacesOf(node, printed)
      return node.name
    default:
      return node.kind
  }
}
