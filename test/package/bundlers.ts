/**
 * The installed package in a bundle, without the optional peers, as every bundler builds it; and in Deno and Bun.
 *
 * Turbopack is not among them: it exists only as a part of Next.js, an install of 360 MB. Next.js 16.4.6 builds the
 * same module.
 *
 * @module
 */
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import { command } from './command.js'
import { installed } from './installed.js'
import { type Check, expectNone } from './report.js'

/** The module that is built: the package, `glue-trail/node` and `glue-trail/aws`. */
const ENTRY = 'bundled.mjs'

const EXPECTED =
  'Right, 1 file, glue-trail/aws needs the package @aws-sdk/client-s3, which cannot be loaded: npm install @aws-sdk/client-s3'

const PACKAGES = ['webpack@5', 'vite@7', 'rollup@4', '@rollup/plugin-node-resolve@16', '@rollup/plugin-commonjs@29', 'deno@2', 'bun@1']

/** The parts of the bundlers that are used. */
type Webpack = (
  options: object,
  done: (error: Error | null, stats?: { readonly compilation: { readonly errors: ReadonlyArray<Error> } }) => void,
) => void
interface Rollup {
  rollup(options: object): Promise<{ write(options: object): Promise<unknown> }>
}
interface Warning {
  readonly code?: string
  readonly message: string
}

/** Builds a module in a project and returns the path of the bundle. */
type Bundler = (project: string, load: (name: string) => Promise<unknown>) => Promise<string>

const BUNDLERS: Readonly<Record<string, Bundler>> = {
  esbuild: async (project) => {
    const outfile = join(project, 'bundled-esbuild.mjs')
    await build({
      absWorkingDir: project,
      entryPoints: [ENTRY],
      bundle: true,
      platform: 'node',
      format: 'esm',
      outfile,
      logLevel: 'silent',
    })
    return outfile
  },
  'webpack 5': async (project, load) => {
    const { default: webpack } = (await load('webpack')) as { readonly default: Webpack }
    const output = { path: project, filename: 'bundled-webpack.cjs' }
    await new Promise<void>((resolve, reject) => {
      webpack({ context: project, mode: 'production', target: 'node', entry: `./${ENTRY}`, output }, (error, stats) => {
        const [first] = stats?.compilation.errors ?? []
        if (error !== null || first !== undefined) reject(error ?? first)
        else resolve()
      })
    })
    return join(project, output.filename)
  },
  Rollup: async (project, load) => {
    const { rollup } = (await load('rollup')) as Rollup
    const { default: resolving } = (await load('@rollup/plugin-node-resolve')) as { readonly default: (options: object) => object }
    const { default: commonjs } = (await load('@rollup/plugin-commonjs')) as { readonly default: () => object }
    const file = join(project, 'bundled-rollup.mjs')
    const warnings: Array<Warning> = []
    const bundle = await rollup({
      input: join(project, ENTRY),
      plugins: [resolving({ preferBuiltins: true }), commonjs()],
      onwarn: (warning: Warning) => warnings.push(warning),
    })
    await bundle.write({ file, format: 'es', inlineDynamicImports: true })
    expectOnlyPeers(warnings)
    return file
  },
  Vite: async (project, load) => {
    const vite = (await load('vite')) as { build(options: object): Promise<unknown> }
    const warnings: Array<Warning> = []
    await vite.build({
      root: project,
      configFile: false,
      logLevel: 'silent',
      ssr: { noExternal: true },
      build: { ssr: ENTRY, outDir: 'bundled-vite', rollupOptions: { onwarn: (warning: Warning) => warnings.push(warning) } },
    })
    expectOnlyPeers(warnings)
    return join(project, 'bundled-vite', ENTRY)
  },
  Bun: async (project) => {
    const outfile = join(project, 'bundled-bun.mjs')
    command(binary('bun'), ['build', '--target=node', `--outfile=${outfile}`, ENTRY], { cwd: project })
    return outfile
  },
}

/** Rollup warns of peers that are missing, and of TypeScript's code in io-ts and fp-ts. */
function expectOnlyPeers(warnings: ReadonlyArray<Warning>): void {
  expectNone(
    'warnings',
    warnings.filter(({ code }) => code !== 'UNRESOLVED_IMPORT' && code !== 'THIS_IS_UNDEFINED').map(({ message }) => message),
  )
}

const folder = (): string => installed('bundlers', PACKAGES)

function binary(name: string): string {
  const path = join(folder(), 'node_modules', '.bin', name)
  if (!existsSync(path)) throw new Error(`${name} is not installed`)
  return path
}

/** Checks of bundles in a project without the optional peers. */
export async function checkBundlers(check: Check, project: string): Promise<void> {
  const expectOutput = (program: string, args: ReadonlyArray<string>): string => {
    const { stdout } = command(program, args, { cwd: project })
    if (stdout.trim() !== EXPECTED) throw new Error(`printed ${stdout}`)
    return stdout.trim()
  }
  for (const [name, bundle] of Object.entries(BUNDLERS)) {
    await check(`${name} builds glue-trail, /node and /aws without the optional peers, and the bundle names what is missing`, async () => {
      const { resolve } = createRequire(join(folder(), 'package.json'))
      return expectOutput(process.execPath, [await bundle(project, (module) => import(pathToFileURL(resolve(module)).href))])
    })
  }
  await check('Deno runs the same module', () => expectOutput(binary('deno'), ['run', '-A', '--node-modules-dir=manual', ENTRY]))
  await check('Bun runs the same module', () => expectOutput(binary('bun'), ['run', ENTRY]))
}
