/**
 * `npm run subpaths`: prints the list of subpaths into the manifests that are JSON and cannot read it.
 */
import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { OPERATIONS, SUBPATHS, specifierOf } from '../subpaths.js'

const root = fileURLToPath(new URL('..', import.meta.url))

/** A manifest as data. */
type Json = Readonly<Record<string, unknown>>

const ALL = [...SUBPATHS, OPERATIONS]

/** How the build's files are found, for both module systems. */
const targetsOf = (name: string): Json => ({
  import: { types: `./dist/${name}.d.ts`, default: `./dist/${name}.js` },
  require: { types: `./dist/${name}.d.cts`, default: `./dist/${name}.cjs` },
})

/** What each manifest says of subpaths, given the rest of it. */
export const MANIFESTS: Readonly<Record<string, (manifest: Json) => Json>> = {
  'package.json': (manifest) => ({
    ...manifest,
    exports: {
      ...Object.fromEntries(ALL.map(({ name }) => [name === 'index' ? '.' : `./${name}`, targetsOf(name)])),
      './package.json': './package.json',
    },
  }),
  'tsconfig.json': (manifest) => {
    const options = manifest.compilerOptions as Json
    const imports = Object.entries(options.paths as Json).filter(([name]) => name.startsWith('#'))
    const own = ALL.map((subpath) => [specifierOf(subpath), [`./${subpath.module}`]])
    return { ...manifest, compilerOptions: { ...options, paths: Object.fromEntries([...own, ...imports]) } }
  },
  'typedoc.json': (manifest) => ({ ...manifest, entryPoints: SUBPATHS.map(({ module }) => module) }),
}

/** A manifest as it is stored. */
export const storedManifest = (file: string): Json => JSON.parse(readFileSync(join(root, file), 'utf8')) as Json

function printSubpaths(): void {
  const files = Object.keys(MANIFESTS)
  for (const file of files) writeFileSync(join(root, file), `${JSON.stringify(MANIFESTS[file]?.(storedManifest(file)), undefined, 2)}\n`)
  execFileSync('npx', ['--no-install', 'biome', 'format', '--write', ...files], { cwd: root, stdio: 'inherit' })
}

if (process.argv[1] === fileURLToPath(import.meta.url)) printSubpaths()
