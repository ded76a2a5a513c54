import { expect, it } from 'vitest'
import { MANIFESTS, storedManifest } from '../../codegen/print-subpaths.js'

it.each(Object.entries(MANIFESTS))('%s has the subpaths that are declared: npm run subpaths prints them', (file, printed) => {
  const stored = storedManifest(file)
  // The order counts: Node takes the first condition that fits.
  expect(JSON.stringify(stored)).toBe(JSON.stringify(printed(stored)))
})
