/**
 * The folder map: a folder imports only from folders with a smaller number, there are no cycles (type imports
 * included), and every hand-written module has a test.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { describe, expect, it } from 'vitest'
import { LAYERS } from './support/layers.js'
import { ROOT } from './support/root.js'

const src = join(ROOT, 'src')

/** The packages that each folder may import. A file with an entry of its own may import those instead. */
const PACKAGES: Readonly<Record<string, ReadonlyArray<string>>> = {
  codec: ['io-ts'],
  scalar: ['io-ts'],
  generated: ['io-ts'],
  event: ['io-ts', 'fp-ts/lib/These.js', '@standard-schema/spec'],
  source: ['#gunzip', 'io-ts'],
  'source/gunzip.node.ts': ['node:zlib'],
  node: ['node:fs', 'node:fs/promises', 'node:os', 'node:path', 'node:url', 'workerpool'],
  filter: ['fp-ts/lib/Either.js'],
  describe: ['io-ts'],
  schema: ['io-ts', 'fp-ts/lib/Either.js', '@standard-schema/spec'],
  arbitrary: ['fast-check'],
  aws: ['@aws-sdk/client-sqs', 'sqs-consumer'],
  archive: ['node:crypto'],
  integrity: ['#crypto', '#gunzip', 'io-ts', 'fp-ts/lib/Either.js'],
  'integrity/crypto.node.ts': ['node:crypto'],
  parquet: ['hyparquet-writer', 'node:crypto', 'node:fs/promises', 'node:path'],
  cli: [
    'node:buffer',
    'node:crypto',
    'node:fs/promises',
    'node:path',
    'commander',
    '@bomb.sh/tab',
    '@bomb.sh/tab/commander',
    'picocolors',
    'string-width',
    'cli-progress',
    'workerpool',
    'node:os',
    'node:stream',
    'node:util',
    'node:worker_threads',
    'node:zlib',
  ],
}

const modules = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'))

const importsOf = (file: string): ReadonlyArray<string> =>
  [...readFileSync(join(src, file), 'utf8').matchAll(/^(?:import|export) (?:type )?(?:\* as \w+|\*|\{[^}]*\}) from '([^']+)'/gm)].flatMap(
    (match) => match[1] ?? [],
  )

const local = (file: string): ReadonlyArray<string> =>
  importsOf(file)
    .filter((path) => path.startsWith('.'))
    .map((path) => relative(src, join(src, dirname(file), path)).replace(/\.js$/, '.ts'))

/** What the name of a test ends with. */
const KINDS = ['.test.ts', '.isolated.test.ts', '.sampled.test.ts', '.slow.test.ts']

const folderOf = (file: string): string => file.split('/')[0] ?? file

describe('the folder map', () => {
  it('has a layer for every folder', () => {
    expect([...new Set(modules.map(folderOf))].filter((folder) => LAYERS[folder] === undefined)).toEqual([])
  })

  it('lets a folder import only from folders with a smaller number', () => {
    const wrong = modules.flatMap((file) =>
      local(file)
        .filter((target) => folderOf(target) !== folderOf(file))
        .filter((target) => (LAYERS[folderOf(target)] ?? 99) >= (LAYERS[folderOf(file)] ?? -1))
        .map((target) => `${file} imports ${target}`),
    )
    expect(wrong).toEqual([])
  })

  it('lets folders import only the packages they may', () => {
    const wrong = modules.flatMap((file) =>
      importsOf(file)
        .filter((path) => !path.startsWith('.') && !(PACKAGES[file] ?? PACKAGES[folderOf(file)] ?? []).includes(path))
        .map((path) => `${file} imports ${path}`),
    )
    expect(wrong).toEqual([])
  })

  it('imports only types from fp-ts', () => {
    const values = modules.filter((file) => /^import (?!type )[^;]*?'fp-ts/gm.test(readFileSync(join(src, file), 'utf8')))
    expect(values).toEqual([])
  })

  it('finds every import', () => {
    expect(modules.length).toBeGreaterThan(700)
    expect(local('event/classify.ts')).toContain('codec/check.ts')
    expect(modules.flatMap(local).filter((target) => !existsSync(join(src, target)))).toEqual([])
  })
})

describe('cycles', () => {
  it('do not exist, type imports included', () => {
    const state = new Map<string, 'open' | 'done'>()
    const cycles: Array<string> = []
    const visit = (file: string, path: ReadonlyArray<string>): void => {
      if (state.get(file) === 'done') return
      if (state.get(file) === 'open') {
        cycles.push([...path.slice(path.indexOf(file)), file].join(' -> '))
        return
      }
      state.set(file, 'open')
      for (const target of local(file)) visit(target, [...path, file])
      state.set(file, 'done')
    }
    for (const file of modules) visit(file, [])
    expect(cycles).toEqual([])
  })
})

describe('the path of a record', () => {
  const page = readFileSync(join(ROOT, 'docs/explanation/architecture.md'), 'utf8')
  const path = Array.from(page.matchAll(/^src\/(\S+\.ts) +\S/gm), (match) => match[1] ?? '')

  it('leads through at most six modules, as the page about the architecture shows', () => {
    expect([path.length, path[0], path.at(-1)]).toEqual([5, 'source/decode-log.ts', 'event/decode-record.ts'])
    const [log, reading, finding, collecting, decoding] = path as [string, string, string, string, string]
    expect(local(log)).toContain(reading)
    expect(local(reading)).toEqual(expect.arrayContaining([finding, collecting]))
    expect(local(collecting)).toContain(decoding)
    expect(local(join('source', 'decode-log-stream.ts'))).toContain(reading)
  })
})

describe('tests', () => {
  it('exist for every hand-written module', () => {
    const untested = modules
      .filter((file) => folderOf(file) !== 'generated')
      .filter((file) => !KINDS.some((kind) => existsSync(join(ROOT, 'test', file.replace(/\.ts$/, kind)))))
    expect(untested).toEqual([])
  })
})

describe('names', () => {
  it('are specific: no utils, common, misc, helpers', () => {
    const all = [...modules, ...readdirSync(join(ROOT, 'codegen'), { recursive: true, encoding: 'utf8' })]
    expect(all.filter((file) => /(^|\/)(utils?|common|misc|helpers?)(\/|\.ts$)/.test(file))).toEqual([])
  })

  it('are kebab-case', () => {
    // The two implementations of a seam have the same name, followed by the platform.
    expect(modules.filter((file) => !/^[a-z0-9-]+(\/[a-z0-9-]+)*(\.node|\.web)?\.ts$/.test(file))).toEqual([])
  })
})

describe('regular expressions', () => {
  it('are constants without nested repetition', () => {
    // A repetition inside a repeated group can make an expression slower than linear.
    const nested = /\([^)]*[+*][^)]*\)[+*{]/
    const literals = modules
      .filter((file) => folderOf(file) !== 'generated')
      .flatMap((file) =>
        [...readFileSync(join(src, file), 'utf8').matchAll(/^const [A-Z_]+ = (\/.+\/[a-z]*)$/gm)].flatMap((match) => match[1] ?? []),
      )
    expect(literals.length).toBeGreaterThan(0)
    expect(literals.filter((literal) => nested.test(literal))).toEqual([])
  })
})
