import { readdirSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { defineConfig } from 'tsup'
import { shareFiles } from './codegen/shared-files.js'
import { SUBPATHS } from './subpaths.js'

const groups = readdirSync('src/generated/groups').map((file) => basename(file, '.ts'))

const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { readonly version: string }

const entry = {
  // The shapes hold no code of their own: `codegen/finish-build.ts` writes them.
  ...Object.fromEntries(SUBPATHS.filter(({ name }) => name !== 'shapes').map(({ name, module }) => [name, module])),
  ...Object.fromEntries(groups.map((name) => [`groups/${name}`, `src/generated/groups/${name}.ts`])),
  'groups/enums': 'src/generated/shapes/enums.ts',
}

const entryOfCode = {
  ...entry,
  // The two halves of the seams `#gunzip` and `#crypto`: package.json says which one is imported where.
  'gunzip-node': 'src/source/gunzip.node.ts',
  'gunzip-web': 'src/source/gunzip.web.ts',
  'crypto-node': 'src/integrity/crypto.node.ts',
  'crypto-web': 'src/integrity/crypto.web.ts',
  // Run by its path, in worker threads.
  'reduce-worker': 'src/node/reduce-worker.ts',
}

/**
 * The groups are what the package is cut into. tsup builds ES modules and the types for both module systems;
 * `codegen/finish-build.ts` then writes the entry files of the subpaths and CommonJS.
 */
export default defineConfig([
  {
    entry: entryOfCode,
    esbuildPlugins: [shareFiles(entryOfCode)],
    external: ['#gunzip', '#crypto'],
    define: { GLUE_TRAIL_VERSION: JSON.stringify(version) },
    removeNodeProtocol: false,
    format: ['esm'],
    target: 'es2022',
    splitting: true,
    sourcemap: true,
    clean: true,
    silent: true,
    // Names that files import from each other are short: index.ts imports a thousand of them.
    esbuildOptions: (options) => {
      options.minifyIdentifiers = true
    },
  },
  {
    entry,
    format: ['esm', 'cjs'],
    silent: true,
    dts: { only: true, resolve: ['@standard-schema/spec'], compilerOptions: { ignoreDeprecations: '6.0' } },
  },
])
