/**
 * Which files of the build hold small modules. The bundler makes a file for every set of entry points that share a
 * module, however small. Here such a module is also loaded by other entry points, so that it goes into a file that
 * they share already.
 *
 * @module
 */
import { readFile } from 'node:fs/promises'
import { relative, resolve } from 'node:path'
import type { Plugin } from 'esbuild'

const GROUPS = ['business', 'jobs', 'quality', 'runs', 'sources', 'tables'].map((name) => `groups/${name}`)

/** The entry points that load every API. */
const ALL = ['aws', 'arbitrary', 'archive', 'describe', 'example', 'index', 'node', 'parquet', 'reduce-worker', 'schema', 'source']

/** The entry points that load a module besides those that use it. */
const ALSO_LOADED_BY: Readonly<Record<string, ReadonlyArray<string>>> = {
  'src/event/decode-record.ts': ALL,
  'src/event/glob.ts': ALL,
  'src/event/name-guards.ts': ALL,
  'src/event/omitted.ts': ALL,
  'src/event/registry.ts': ALL,
  'src/event/standard-schema.ts': ['archive', 'aws', 'parquet'],
  'src/generated/shapes/connections-list.ts': GROUPS,
  'src/generated/shapes/error-detail.ts': GROUPS,
  'src/generated/shapes/notification-property.ts': GROUPS,
  'src/insight/account.ts': ['schema'],
  'src/insight/string-at.ts': ['schema'],
  'src/integrity/byte-hasher.ts': ['integrity'],
  'src/scalar/account-id.ts': ['parquet'],
  'src/scalar/arn.ts': ['aws', 'parquet'],
  'src/scalar/json.ts': ['arbitrary', 'describe', 'example', 'parquet', 'schema', ...GROUPS],
  'src/scalar/timestamp.ts': ['schema'],
  'src/source/crc32.ts': ['gunzip-node', 'integrity', 'node', 'reduce-worker', 'source'],
  'src/source/envelope/issue.ts': ['node', 'reduce-worker'],
  'src/source/json.ts': ALL,
  'src/source/log-entry.ts': ['aws', 'node', 'reduce-worker'],
  'src/source/map-in-order.ts': ['reduce-worker', 'source'],
  'src/source/missing-package.ts': ALL,
}

/** Returns a plugin for a build with these entry points, by name. */
export function shareFiles(entry: Readonly<Record<string, string>>): Plugin {
  const added = new Map<string, Array<string>>()
  for (const [module, entries] of Object.entries(ALSO_LOADED_BY)) {
    for (const name of entries) {
      const path = entry[name]
      if (path === undefined) throw new Error(`no entry point ${name}`)
      added.set(path, [...(added.get(path) ?? []), module])
    }
  }
  return {
    name: 'share-files',
    setup(build) {
      // Without side effects, an import of no name would be dropped.
      build.onResolve({ filter: /^\./ }, ({ path, resolveDir }) => {
        const file = resolve(resolveDir, path.replace(/\.js$/, '.ts'))
        return relative('.', file) in ALSO_LOADED_BY ? { path: file, sideEffects: true } : undefined
      })
      build.onLoad({ filter: /\.ts$/ }, async ({ path }) => {
        const modules = added.get(relative('.', path))
        if (modules === undefined) return undefined
        const imports = modules.map((module) => `\nimport ${JSON.stringify(`./${relative(resolve(path, '..'), module)}`)}`)
        return { contents: `${await readFile(path, 'utf8')}${imports.join('')}`, loader: 'ts' }
      })
    },
  }
}
