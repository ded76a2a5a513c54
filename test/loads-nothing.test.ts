/** What the entry points lead to, followed through `src` by a bundler as a bundler of the user would. */
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { expect, it } from 'vitest'

const root = fileURLToPath(new URL('..', import.meta.url))

/** The modules outside of `src` that an entry point imports, at once or later, and its text without comments. */
async function ledTo(entry: string): Promise<{ readonly modules: ReadonlyArray<string>; readonly text: string }> {
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
  return { modules: [...new Set(modules)].sort(), text: outputFiles.map(({ text }) => text).join('\n') }
}

const FORBIDDEN = /['"`](?:node:|#gunzip|@aws-sdk|@smithy|sqs-consumer|hyparquet)/

it('glue-trail leads to io-ts alone: no module of Node, nothing of AWS’s SDK', async () => {
  const { modules, text } = await ledTo('index.ts')
  expect(modules).toEqual(['io-ts'])
  expect(text.length).toBeGreaterThan(100_000)
  expect(FORBIDDEN.exec(text)?.[0]).toBe(undefined)
})

it('glue-trail/source leads to one module more, which differs between Node and browsers', async () => {
  expect((await ledTo('source/index.ts')).modules).toEqual(['#gunzip', 'io-ts'])
})

it('the same look finds the SDK where it is', async () => {
  const { modules, text } = await ledTo('aws/index.ts')
  expect(modules).toEqual(['#gunzip', '@aws-sdk/client-cloudtrail', '@aws-sdk/client-s3', '@aws-sdk/client-sqs', 'io-ts', 'sqs-consumer'])
  expect(text).toMatch(FORBIDDEN)
})
