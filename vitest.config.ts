import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

export default defineConfig({
  resolve: {
    alias: [
      { find: /^glue-trail$/, replacement: at('./src/index.ts') },
      { find: /^glue-trail\/(example|arbitrary|archive|aws|parquet)$/, replacement: at('./src/$1/index.ts') },
      { find: /^glue-trail\/node$/, replacement: at('./src/node/index.ts') },
      { find: /^glue-trail\/source$/, replacement: at('./src/source/index.ts') },
      // Threads run what is built.
      { find: /^\.\/worker-script\.js$/, replacement: at('./test/support/worker-script.ts') },
      { find: /^#gunzip$/, replacement: at('./src/source/gunzip.node.ts') },
      { find: /^glue-trail\/describe$/, replacement: at('./src/describe/index.ts') },
      { find: /^glue-trail\/shapes$/, replacement: at('./src/generated/shapes/index.ts') },
      { find: /^glue-trail\/operations\/(.+)$/, replacement: at('./src/generated/operations/$1.ts') },
    ],
  },
  define: { GLUE_TRAIL_VERSION: '"0.0.0-test"' },
  test: {
    globalSetup: 'test/e2e/build.ts',
    include: ['test/**/*.test.ts'],
    // What needs Chromium or an engine is a command of its own: npm test needs Node and npm alone.
    exclude: ['test/browser/**', 'test/engines/**'],
    testTimeout: 60_000,
    coverage: { provider: 'v8', include: ['src/**'], exclude: ['src/generated/**'] },
  },
})
