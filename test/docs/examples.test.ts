/**
 * Every example in the documentation compiles and runs: `@example` blocks of the sources, and the TypeScript of README and guides. `assert`
 * is Node's.
 */
import assert from 'node:assert'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import * as fastCheck from 'fast-check'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'
import * as arbitrary from '../../src/arbitrary/index.js'
import * as aws from '../../src/aws/index.js'
import * as example from '../../src/example/index.js'
import * as glueTrail from '../../src/index.js'
import * as node from '../../src/node/index.js'
import * as schema from '../../src/schema/index.js'
import * as source from '../../src/source/index.js'

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..')

interface Example {
  readonly name: string
  readonly code: string
}

function files(folder: string, extension: string): ReadonlyArray<string> {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith(extension) && !file.startsWith('api/') && !/generated\/(operations|shapes)\//.test(file))
    .map((file) => join(folder, file))
}

/** The code behind each `@example` of a file, up to the next tag. */
function tagged(file: string): ReadonlyArray<Example> {
  return [...readFileSync(join(root, file), 'utf8').matchAll(/@example\n([\s\S]*?)\n\s*\*\s*(?:@|\/)/g)].map((match, i) => ({
    name: `${file} #${i + 1}`,
    code: (match[1] ?? '').replace(/^\s*\* ?/gm, ''),
  }))
}

/** The TypeScript blocks of a page. */
function fenced(file: string): ReadonlyArray<Example> {
  return [...readFileSync(join(root, file), 'utf8').matchAll(/^```ts\n([\s\S]*?)^```/gm)].map((match, i) => ({
    name: `${file} #${i + 1}`,
    code: match[1] ?? '',
  }))
}

const pages = ['README.md', 'SECURITY.md', ...files('docs', '.md')].filter((file) => existsSync(join(root, file)))
const examples = [...files('src', '.ts').flatMap(tagged), ...pages.flatMap(fenced)]

/** One program for all examples, so that the compiler reads the library once. */
const program = (() => {
  const config = ts.parseJsonConfigFileContent(ts.readConfigFile(join(root, 'tsconfig.json'), ts.sys.readFile).config, ts.sys, root)
  const virtual = new Map(examples.map(({ code }, i) => [join(root, 'test', 'docs', `example-${i}.ts`), withAssert(code)]))
  const host = ts.createCompilerHost(config.options)
  const { fileExists, readFile } = host
  host.fileExists = (file) => virtual.has(file) || fileExists(file)
  host.readFile = (file) => virtual.get(file) ?? readFile(file)
  const options = { ...config.options, noUnusedLocals: false }
  return { virtual, program: ts.createProgram([...virtual.keys()], options, host) }
})()

function withAssert(code: string): string {
  return `${/import assert/.test(code) ? '' : "import assert from 'node:assert'\n"}${code}\nexport {}\n`
}

const MODULES: Readonly<Record<string, unknown>> = {
  'glue-trail': glueTrail,
  'glue-trail/arbitrary': arbitrary,
  'glue-trail/aws': aws,
  'glue-trail/example': example,
  'glue-trail/node': node,
  'glue-trail/schema': schema,
  'glue-trail/source': source,
  'fast-check': fastCheck,
  'node:assert': assert,
}

const AsyncFunction = (async () => undefined).constructor as FunctionConstructor

/** Runs an example with this library in place of the package; what it prints is given back. */
async function run(code: string): Promise<string> {
  const { outputText } = ts.transpileModule(withAssert(code), {
    compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022, esModuleInterop: true },
  })
  const lines: Array<string> = []
  const load = (name: string): unknown => {
    if (Object.hasOwn(MODULES, name)) return MODULES[name]
    throw new Error(`an example imports ${name}`)
  }
  const console = { log: (...values: ReadonlyArray<unknown>) => lines.push(values.map(String).join(' ')) }
  await new AsyncFunction('require', 'exports', 'console', outputText)(load, {}, console)
  return lines.join('\n')
}

describe('examples', () => {
  it('are found', () => {
    expect(examples.length).toBeGreaterThan(25)
  })

  it.each(examples.map((example, i) => [example.name, example.code, i] as const))('%s compiles and runs', async (_, code, i) => {
    const [file = ''] = [...program.virtual.keys()].slice(i)
    const source = program.program.getSourceFile(file)
    const diagnostics = [...program.program.getSyntacticDiagnostics(source), ...program.program.getSemanticDiagnostics(source)]
    expect(diagnostics.map((d) => ts.flattenDiagnosticMessageText(d.messageText, '\n'))).toEqual([])
    const printed = await run(code)
    // What an example says it prints stands in it as comments that begin with an arrow.
    const promised = [...code.matchAll(/\/\/ => (.*)$/gm)].map((match) => match[1])
    if (promised.length > 0) expect(printed.split('\n')).toEqual(promised)
  })
})

describe('hand-written public functions', () => {
  it('have an example each', () => {
    const lists = ['src', 'src/aws', 'src/node', 'src/schema', 'src/source'].map((folder) => ({
      folder,
      text: readFileSync(join(root, folder, 'index.ts'), 'utf8'),
    }))
    const list = lists.map(({ text }) => text).join('\n')
    const exporting = lists.flatMap(({ folder, text }) =>
      [...text.matchAll(/from '(.+)\.js'/g)].map((match) => join(folder, `${match[1]}.ts`)),
    )
    const without = files('src', '.ts')
      .filter((file) => !file.includes('generated') && exporting.includes(file))
      .flatMap((file) => {
        const text = readFileSync(join(root, file), 'utf8')
        return [...text.matchAll(/\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\nexport (?:async )?(?:function\*?|const) (\w+)/g)]
          .filter(([, comment, name]) => new RegExp(`\\b${name}\\b`).test(list) && !/@example|io-ts codec of/.test(comment ?? ''))
          .map(([, , name]) => name)
      })
    expect([...new Set(without)].filter((name) => name !== 'matchEvent')).toEqual([])
  })
})
