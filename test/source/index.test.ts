import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { expect, it } from 'vitest'
import * as source from '../../src/source/index.js'

it('has the names of the contract', () => {
  expect(Object.keys(source).sort()).toEqual([
    'bytesOf',
    'decodeLog',
    'decodeLogStream',
    'formatEnvelopeIssues',
    'formatLogIssues',
    'formatTrailKey',
    'parseTrailKey',
    'unwrap',
  ])
})

it.each([
  ['parseTrailKey', 'aws:sqs'],
  ['unwrap', 'CreateTable'],
])('%s alone does not load what knows %s', async (name, content) => {
  const { outputFiles } = await build({
    stdin: { contents: `export { ${name} } from './src/source/index.js'`, resolveDir: fileURLToPath(new URL('../..', import.meta.url)) },
    bundle: true,
    format: 'esm',
    external: ['io-ts', '#gunzip'],
    write: false,
  })
  expect(outputFiles[0]?.text).toContain(`function ${name}(`)
  expect(outputFiles[0]?.text).not.toContain(content)
})
