/**
 * The sources in a process of their own, bundled, so that its memory is that of the library and Node alone.
 */
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { afterAll, beforeAll } from 'vitest'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** Which half of the seams `#gunzip` and `#crypto` is bundled. */
export type HalfName = 'node' | 'web'

/** A folder for the tests of a file, and programs in it. */
export interface Programs {
  /** The path of a new file. */
  readonly file: (name: string, bytes: Uint8Array) => string
  /**
   * Runs code that has `glue`, `path`, `readFile(path)`, `peakMemory()` and `gc()`, and answers what it returns, with
   * the most memory that the process had resident, in MB.
   */
  readonly run: (code: string, path: string, half?: HalfName) => { readonly answer: unknown; readonly megabytes: number }
}

const ALL_READERS = `
export * from './src/source/index.ts'
export * from './src/node/index.ts'
export * from './src/aws/index.ts'
`

/**
 * Makes the folder and the bundles before the tests of a file, and removes them afterwards.
 *
 * @param contents - The source of a module in the root of the project: programs have its exports as `glue`.
 * @param halves - Which bundles there are.
 */
export function programs(contents = ALL_READERS, halves: ReadonlyArray<HalfName> = ['node', 'web']): Programs {
  // Below the packages: the AWS SDK is not bundled.
  const parent = join(root, 'node_modules', '.cache', 'glue-trail')
  mkdirSync(parent, { recursive: true })
  const folder = mkdtempSync(join(parent, 'child-'))
  beforeAll(async () => {
    await Promise.all(halves.map((half) => bundle(contents, folder, half)))
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  return {
    file: (name, bytes) => {
      writeFileSync(join(folder, name), bytes)
      return join(folder, name)
    },
    run: (code, path, half = 'node') => {
      const program = [
        `import { readFileSync } from 'node:fs'`,
        `import { peakMemory } from ${JSON.stringify(new URL('peak-memory.mjs', import.meta.url))}`,
        `import * as glue from ${JSON.stringify(join(folder, `${half}.mjs`))}`,
        `const readFile = (path) => new Uint8Array(readFileSync(path))`,
        `const path = ${JSON.stringify(path)}`,
        `const answer = await (async () => { ${code} })()`,
        `console.log(JSON.stringify({ answer, megabytes: peakMemory() / 1e6 }))`,
      ].join('\n')
      return JSON.parse(
        execFileSync(process.execPath, ['--expose-gc', '--input-type=module', '-e', program], { encoding: 'utf8' }),
      ) as ReturnType<Programs['run']>
    },
  }
}

async function bundle(contents: string, folder: string, half: HalfName): Promise<void> {
  await build({
    stdin: { contents, resolveDir: root },
    bundle: true,
    platform: 'node',
    format: 'esm',
    // Loaded from `node_modules`: some are CommonJS, and the AWS SDK is large.
    external: ['@aws-sdk/*', 'sqs-consumer', 'workerpool', 'hyparquet-writer', 'fast-check'],
    alias: { '#gunzip': join(root, 'src', 'source', `gunzip.${half}.ts`), '#crypto': join(root, 'src', 'integrity', `crypto.${half}.ts`) },
    outfile: join(folder, `${half}.mjs`),
    logLevel: 'silent',
  })
}
