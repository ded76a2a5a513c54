/**
 * Every example in the documentation compiles and runs: `@example` blocks in the sources, and the TypeScript on every
 * page. `assert` is Node's.
 */
import assert from 'node:assert'
import { readdirSync, readFileSync } from 'node:fs'
import * as fsPromises from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { format } from 'node:util'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'
import { SUBPATHS, specifierOf } from '../../subpaths.js'
import { blocksOf, PAGES, ROOT as root } from './markdown.js'

interface Example {
  readonly name: string
  readonly code: string
}

function files(folder: string, extension: string): ReadonlyArray<string> {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith(extension) && !/generated\/(operations|shapes)\//.test(file))
    .map((file) => join(folder, file))
}

/** The code after each `@example` of a file, up to the next tag. */
function tagged(file: string): ReadonlyArray<Example> {
  return [...readFileSync(join(root, file), 'utf8').matchAll(/@example\n([\s\S]*?)\n\s*\*\s*(?:@|\/)/g)].map((match, i) => ({
    name: `${file} #${i + 1}`,
    code: (match[1] ?? '').replace(/^\s*\* ?/gm, ''),
  }))
}

/** The TypeScript of a page. */
function fenced(page: string): ReadonlyArray<Example> {
  return blocksOf(page)
    .filter(({ language }) => language === 'ts')
    .map(({ code }, i) => ({ name: `${page} #${i + 1}`, code }))
}

const examples = [...files('src', '.ts').flatMap(tagged), ...PAGES.flatMap(fenced)]

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
  ...Object.fromEntries(
    await Promise.all(SUBPATHS.map(async (subpath) => [specifierOf(subpath), await import(join(root, subpath.module))])),
  ),
  'node:assert': assert,
  'node:fs/promises': fsPromises,
}

/** Other packages that examples may import. */
const OTHERS: ReadonlyArray<string> = [
  '@trpc/server',
  'fast-check',
  'fp-ts/lib/These.js',
  'hono',
  'io-ts',
  'io-ts/lib/PathReporter.js',
  'node:zlib',
]

const IMPORT = /^import (?!type ).* from '([^']+)'$/gm

const AsyncFunction = (async () => undefined).constructor as FunctionConstructor

/** Runs an example with the sources in place of the package, and returns what it prints. */
async function run(code: string): Promise<string> {
  const { outputText } = ts.transpileModule(withAssert(code), {
    compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022, esModuleInterop: true },
  })
  const lines: Array<string> = []
  const others = new Map<string, unknown>()
  for (const [, name = ''] of code.matchAll(IMPORT)) if (OTHERS.includes(name)) others.set(name, await import(name))
  const load = (name: string): unknown => {
    if (Object.hasOwn(MODULES, name)) return MODULES[name]
    if (others.has(name)) return others.get(name)
    throw new Error(`an example imports ${name}`)
  }
  const console = { log: (...values: ReadonlyArray<unknown>) => lines.push(format(...values)) }
  await new AsyncFunction('require', 'exports', 'console', outputText)(load, {}, console)
  return lines.join('\n')
}

/** The output that an example promises, in comments that begin with an arrow. */
const promisedIn = (code: string): ReadonlyArray<string> => [...code.matchAll(/\/\/ => (.*)$/gm)].map(([, line = '']) => line)

describe('examples', () => {
  it('are found', () => {
    expect(examples.length).toBeGreaterThan(100)
    // Code in any other language would not be checked. test/engines runs SQL and Python and checks their results.
    const languages = new Set(PAGES.flatMap(blocksOf).map(({ language }) => language))
    expect([...languages].toSorted()).toEqual(['console', 'json', 'python', 'sh', 'sql', 'text', 'ts'])
  })

  it.each(examples.map((example, i) => [example.name, example.code, i] as const))('%s compiles and runs', async (_, code, i) => {
    const [file = ''] = [...program.virtual.keys()].slice(i)
    const source = program.program.getSourceFile(file)
    const diagnostics = [...program.program.getSyntacticDiagnostics(source), ...program.program.getSemanticDiagnostics(source)]
    expect(diagnostics.map((d) => ts.flattenDiagnosticMessageText(d.messageText, '\n'))).toEqual([])
    expect(await run(code)).toBe(promisedIn(code).join('\n'))
  })
})

describe('hand-written public functions', () => {
  it('have an example each', () => {
    const lists = SUBPATHS.filter(({ name }) => name !== 'shapes').map(({ module }) => ({
      folder: dirname(module),
      content: readFileSync(join(root, module), 'utf8'),
    }))
    const list = lists.map(({ content }) => content).join('\n')
    const exporting = lists.flatMap(({ folder, content }) =>
      [...content.matchAll(/from '(.+)\.js'/g)].map((match) => join(folder, `${match[1]}.ts`)),
    )
    const functions = files('src', '.ts')
      .filter((file) => !file.includes('generated') && exporting.includes(file))
      .flatMap((file) =>
        [
          ...readFileSync(join(root, file), 'utf8').matchAll(
            /\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\nexport (?:async )?(?:function\*?|const) (\w+)/g,
          ),
        ].map(([, comment = '', name = '']) => ({ name, hasExample: /@example|io-ts codec of/.test(comment) })),
      )
      .filter(({ name }) => new RegExp(`\\b${name}\\b`).test(list))
    // One example is enough for all overloads.
    const shown = new Set(functions.filter(({ hasExample }) => hasExample).map(({ name }) => name))
    expect(functions.filter(({ name }) => !shown.has(name))).toEqual([])
  })
})
