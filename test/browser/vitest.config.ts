/** The tests that need Chromium; `npm run test:browser` runs them, `npm test` does not. */
import { defineConfig } from 'vitest/config'
import base from '../../vitest.config.js'

export default defineConfig({
  resolve: base.resolve ?? {},
  define: base.define ?? {},
  test: {
    include: ['test/browser/**/*.test.ts'],
    setupFiles: 'test/support/seed.ts',
    testTimeout: 300_000,
    hookTimeout: 300_000,
    fileParallelism: false,
  },
})
