/** The tests that need an engine; `npm run test:engines` installs and runs them, `npm test` does not. */
import { fileURLToPath } from 'node:url'
import { defineConfig, mergeConfig } from 'vitest/config'
import base from '../../vitest.config.js'

const engines = mergeConfig(base, defineConfig({ test: { testTimeout: 300_000, hookTimeout: 300_000, fileParallelism: false } }))

const { projects: _, ...test } = engines.test ?? {}

export default {
  ...engines,
  test: {
    ...test,
    globalSetup: [fileURLToPath(new URL('../e2e/build.ts', import.meta.url))],
    include: ['test/engines/**/*.test.ts'],
    exclude: ['**/node_modules/**'],
  },
}
