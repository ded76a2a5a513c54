/** The packages that the entry points import, directly or not, as a bundler finds them. */
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { expect, it } from 'vitest'

const root = fileURLToPath(new URL('..', import.meta.url))

/** Returns the packages that an entry point imports, statically or dynamically, and its code without comments. */
async function importedBy(entry: string): Promise<{ readonly modules: ReadonlyArray<string>; readonly text: string }> {
  const { metafile, outputFiles } = await build({
    entryPoints: [join(root, 'src', entry)],
    bundle: true,
    write: false,
    metafile: true,
    minifyWhitespace: true,
    platform: 'neutral',
    packages: 'external',
    external: ['#gunzip'],
    legalComments: 'none',
    logLevel: 'silent',
  })
  const modules = Object.values(metafile.outputs).flatMap(({ imports }) => imports.map(({ path }) => path))
  return { modules: [...new Set(modules)].sort(), text: outputFiles.map(({ text: content }) => content).join('\n') }
}

const FORBIDDEN = /['"`](?:node:|#gunzip|@aws-sdk|@smithy|sqs-consumer|hyparquet)/

it('glue-trail imports only io-ts: no module of Node, nothing of the AWS SDK', async () => {
  const { modules, text: content } = await importedBy('index.ts')
  expect(modules).toEqual(['io-ts'])
  expect(content.length).toBeGreaterThan(100_000)
  expect(FORBIDDEN.exec(content)?.[0]).toBe(undefined)
})

it('glue-trail/source imports one more module, which differs between Node and browsers', async () => {
  expect((await importedBy('source/index.ts')).modules).toEqual(['#gunzip', 'io-ts'])
})

it('the same check finds the SDK where it is imported', async () => {
  const { modules, text: content } = await importedBy('aws/index.ts')
  expect(modules).toEqual(['#gunzip', '@aws-sdk/client-cloudtrail', '@aws-sdk/client-s3', '@aws-sdk/client-sqs', 'io-ts', 'sqs-consumer'])
  expect(content).toMatch(FORBIDDEN)
})
