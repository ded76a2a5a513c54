/** Builds the script of the worker threads. */
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** Replaces the module of that name, because threads cannot run TypeScript. */
export const workerScript = (): string => join(root, 'node_modules', '.cache', 'glue-trail', 'reduce-worker.cjs')

export async function buildWorkerScript(): Promise<void> {
  await build({
    absWorkingDir: root,
    entryPoints: ['src/node/reduce-worker.ts'],
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    alias: { '#gunzip': join(root, 'src/source/gunzip.node.ts') },
    outfile: workerScript(),
    logLevel: 'silent',
  })
}

/** The global setup of the tests that start threads. */
export default buildWorkerScript
