/** The tests that need Chromium; `npm run test:browser` runs them, `npm test` does not. */
import { defineConfig, mergeConfig } from 'vitest/config'
import base from '../../vitest.config.js'

const browser = mergeConfig(base, defineConfig({ test: { testTimeout: 300_000, hookTimeout: 300_000, fileParallelism: false } }))

export default { ...browser, test: { ...browser.test, include: ['test/browser/**/*.test.ts'], exclude: [], globalSetup: [] } }
