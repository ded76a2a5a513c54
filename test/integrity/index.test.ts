import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { expect, it } from 'vitest'
import * as integrity from '../../src/integrity/index.js'

it('has the names of the contract', () => {
  expect(Object.keys(integrity).sort()).toEqual([
    'DigestFile',
    'DigestLogFile',
    'IntegrityReport',
    'createLedger',
    'formatReport',
    'keysFromText',
    'sha256',
    'validateTrail',
  ])
})

it('needs io-ts and the two seams, nothing of Node', async () => {
  const { metafile } = await build({
    entryPoints: [fileURLToPath(new URL('../../src/integrity/index.ts', import.meta.url))],
    bundle: true,
    write: false,
    metafile: true,
    platform: 'neutral',
    packages: 'external',
    external: ['#crypto', '#gunzip'],
    logLevel: 'silent',
  })
  const modules = Object.values(metafile.outputs).flatMap(({ imports }) => imports.map(({ path }) => path))
  expect([...new Set(modules)].sort()).toEqual(['#crypto', '#gunzip', 'io-ts'])
})
