/**
 * The last steps of `npm run build`.
 *
 * It removes the white space of the files that tsup built, because all of them are parsed at import. It keeps the
 * annotations by which bundlers drop unused code, which esbuild's minifier does not. Lines are short, because Node
 * prints the one in which an error was thrown. Source maps lead to ours, except from files that only have generated
 * code, in which nothing is thrown.
 *
 * It writes the entry files of the subpaths. `glue-trail/operations/*` and `glue-trail/shapes` have no code of their
 * own; each exports names of the group files that tsup built. So every name is the same object wherever it is imported
 * from, and importing one operation loads one group.
 *
 * Last, it converts every ES module to CommonJS, in the same lines, so that the two share a source map.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { minify } from 'terser'
import { commonJsOf } from './commonjs.js'

const generated = join('src', 'generated')
const dist = 'dist'
const LINE = 200

/** Returns the exported names of a generated file: values, and types without a value. */
function namesOf(path: string): { readonly values: ReadonlyArray<string>; readonly types: ReadonlyArray<string> } {
  const content = readFileSync(join(generated, `${path}.ts`), 'utf8')
  const names = (pattern: RegExp): ReadonlyArray<string> => [...content.matchAll(pattern)].flatMap((match) => match[1] ?? [])
  const values = names(/^export const (\w+)/gm)
  const types = names(/^export (?:interface|type) (\w+)/gm).filter((name) => !values.includes(name))
  return { values, types }
}

/** Returns the group that exports each generated file, by path. */
function groupOfFiles(): ReadonlyMap<string, string> {
  const groups = readdirSync(join(generated, 'groups')).map((file) => basename(file, '.ts'))
  return new Map(
    groups.flatMap((group) => {
      const content = readFileSync(join(generated, 'groups', `${group}.ts`), 'utf8')
      return [...content.matchAll(/'\.\.\/(.+)\.js'/g)].map((match) => [match[1] ?? '', group] as const)
    }),
  )
}

interface Handed {
  readonly values: ReadonlyArray<string>
  readonly types: ReadonlyArray<string>
  readonly from: string
}

/** Writes one entry: code, and types for both module systems. */
function writeEntry(name: string, parts: ReadonlyArray<Handed>): void {
  const esm = parts
    .filter(({ values }) => values.length > 0)
    .map(({ values, from }) => `export { ${values.join(', ')} } from '${from}.js'\n`)
  const types = (extension: string): string =>
    parts
      .map(({ values, types: only, from }) => {
        const list = [...values, ...only.map((type) => `type ${type}`)].join(', ')
        return `export { ${list} } from '${from}.${extension}'\n`
      })
      .join('')
  writeFileSync(join(dist, `${name}.js`), esm.join(''))
  writeFileSync(join(dist, `${name}.d.ts`), types('js'))
  writeFileSync(join(dist, `${name}.d.cts`), types('cjs'))
}

const groups = groupOfFiles()
mkdirSync(join(dist, 'operations'), { recursive: true })
const shapes = new Map<string, { values: Array<string>; types: Array<string> }>()
for (const [path, group] of groups) {
  const { values, types } = namesOf(path)
  if (path.startsWith('operations/')) {
    writeEntry(path, [{ values, types, from: `../groups/${group}` }])
  } else {
    const all = shapes.get(group) ?? { values: [], types: [] }
    all.values.push(...values)
    all.types.push(...types)
    shapes.set(group, all)
  }
}
const enums = namesOf('shapes/enums')
writeEntry('shapes', [
  ...[...shapes].map(([group, { values, types }]) => ({ values, types, from: `./groups/${group}` })),
  { ...enums, from: './groups/enums' },
])

/**
 * The optional package that is imported statically, because arbitraries are not asynchronous. Where it is missing, Node
 * and bundlers name the importing file, so that file says what to do. CommonJS can catch it; an ES module can only with
 * `await` at the top level, which cannot be bundled as CommonJS.
 */
const PEER = 'fast-check'
const IMPORTER = `npm-install-${PEER}`
const CATCHING = `'use strict'
try {
  module.exports = require('${PEER}')
} catch (cause) {
  throw new Error('glue-trail/arbitrary needs the package ${PEER}, which cannot be loaded: npm install ${PEER}', { cause })
}
`

/** Says above the code of a file what its lines do not show. */
const ABOVE = '// Minified. For positions in the sources: node --enable-source-maps'

/** Returns the source map that tsup wrote for a file, if the file has code written by hand. */
function takeMap(path: string): string | undefined {
  if (!existsSync(path)) return undefined
  const map = readFileSync(path, 'utf8')
  rmSync(path)
  const { sources } = JSON.parse(map) as { readonly sources: ReadonlyArray<string> }
  return sources.every((source) => source.includes('/src/generated/')) ? undefined : map
}

for (const file of readdirSync(dist, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.js'))) {
  const path = join(dist, file)
  const content = takeMap(`${path}.map`)
  const { code, map } = await minify(readFileSync(path, 'utf8'), {
    module: true,
    toplevel: true,
    compress: false,
    // A statement ends its line, so that code in CommonJS stands where it does in the ES module.
    format: { preserve_annotations: true, max_line_len: LINE, semicolons: false, ...(content && { preamble: ABOVE }) },
    ...(content && { sourceMap: { content, includeSources: true } }),
  })
  if (code === undefined) throw new Error(`terser answered nothing for ${file}`)
  const end = content === undefined ? '\n' : `\n//# sourceMappingURL=${basename(path)}.map\n`
  if (content !== undefined) writeFileSync(`${path}.map`, map as string)
  // terser moves the annotation of a returned call before `return`, where bundlers warn of it.
  const esm = code.replaceAll('/* @__PURE__ */return', 'return/* @__PURE__ */').replaceAll(`from"${PEER}"`, `from"./${IMPORTER}.js"`)
  writeFileSync(path, `${esm}${end}`)
  writeFileSync(path.replace(/js$/, 'cjs'), `${commonJsOf(esm)}${end}`)
}
writeFileSync(join(dist, `${IMPORTER}.js`), `export * from '${PEER}'\n`)
writeFileSync(join(dist, `${IMPORTER}.cjs`), CATCHING)
