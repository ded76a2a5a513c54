import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'
import { OPERATIONS, SUBPATHS, specifierOf } from './subpaths.js'

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

/** Tests that start processes, use terminals or real protocols, or take seconds: `npm run test:slow`. */
const SLOW = 'test/**/*.slow.test.ts'
/** Tests that replace modules or globals, and so share no process with others. */
const ISOLATED = 'test/**/*.isolated.test.ts'
/** Tests that do a part of their work in `npm test`, and all of it in `npm run test:slow`. */
const SAMPLED = 'test/**/*.sampled.test.ts'
/** Isolated tests that `npm run test:slow` repeats with larger records. */
const REPEATED = ['test/property/record-work.isolated.test.ts', 'test/property/command-work.isolated.test.ts']
/** What needs Chromium or an engine has a command of its own: these tests need Node and npm alone. */
const ELSEWHERE = ['test/browser/**', 'test/engines/**']

export default defineConfig({
  resolve: {
    alias: [
      ...SUBPATHS.map((subpath) => ({ find: new RegExp(`^${specifierOf(subpath)}$`), replacement: at(subpath.module) })),
      { find: /^glue-trail\/operations\/(.+)$/, replacement: at(OPERATIONS.module.replace('*', '$1')) },
      // Threads run what is built.
      { find: /^\.\/worker-script\.js$/, replacement: at('test/support/worker-script.ts') },
      { find: /^#gunzip$/, replacement: at('src/source/gunzip.node.ts') },
      { find: /^#crypto$/, replacement: at('src/integrity/crypto.node.ts') },
    ],
  },
  define: { GLUE_TRAIL_VERSION: '"0.0.0-test"' },
  test: {
    testTimeout: 60_000,
    setupFiles: at('test/support/seed.ts'),
    maxWorkers: 2,
    coverage: { provider: 'v8', include: ['src/**'], exclude: ['src/generated/**'] },
    projects: [
      {
        extends: true,
        test: {
          name: 'shared',
          include: ['test/**/*.test.ts'],
          exclude: [SLOW, ISOLATED, ...ELSEWHERE],
          isolate: false,
          globalSetup: 'test/support/worker-script.ts',
          sequence: { groupOrder: 0 },
        },
      },
      {
        extends: true,
        test: { name: 'isolated', include: [ISOLATED], exclude: ELSEWHERE, sequence: { groupOrder: 1 } },
      },
      {
        extends: true,
        test: {
          name: 'slow',
          include: [SLOW, SAMPLED],
          env: { GLUE_TRAIL_TESTS: 'full' },
          exclude: ELSEWHERE,
          isolate: false,
          testTimeout: 300_000,
          hookTimeout: 300_000,
          // The command and the script of its threads are built first.
          globalSetup: 'test/e2e/build.ts',
          sequence: { groupOrder: 2 },
        },
      },
      {
        extends: true,
        test: { name: 'repeated', include: REPEATED, env: { GLUE_TRAIL_TESTS: 'full' }, sequence: { groupOrder: 3 } },
      },
    ],
  },
})
