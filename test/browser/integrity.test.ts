/**
 * Validation in a browser, with its WebCrypto and `DecompressionStream`: the reports are those of Node, byte for byte.
 */
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { expect, test } from 'vitest'
import { validateTrail } from '../../src/integrity/validate-trail.js'
import { sharedPath } from '../support/shared.js'
import { worldOf } from '../support/signed-world.js'
import { keysOf, storeOf, type World, worldsIn } from '../support/world.js'
import { withChromium } from './chromium.js'

const root = fileURLToPath(new URL('../..', import.meta.url))
const NOW = '2026-01-02T00:00:00Z'
const KINDS = ['s3', 'copy'] as const

/** Writes the reports of all worlds to the page. */
const PROGRAM = `
  import { validateTrail } from './src/integrity/validate-trail.ts'
  const bytesOf = (text) => Uint8Array.from(atob(text), (char) => char.charCodeAt(0))
  const worlds = JSON.parse(document.querySelector('pre').textContent)
  const storeOf = (objects, kind) => {
    const sorted = [...objects].sort((a, b) => (a.key < b.key ? -1 : 1))
    const listed = ({ bucket, key, size }) => ({ ...(kind === 's3' ? { bucket } : {}), key, size })
    return {
      kind,
      list: async function* ({ prefix, after }) {
        for (const object of sorted) if (object.key.startsWith(prefix) && (after === undefined || object.key > after)) yield listed(object)
      },
      folders: async (prefix) => [...new Set(sorted.flatMap(({ key }) => {
        const slash = key.indexOf('/', prefix.length)
        return key.startsWith(prefix) && slash >= 0 ? [key.slice(prefix.length, slash)] : []
      }))],
      read: async ({ key }) => {
        const object = sorted.find((one) => one.key === key)
        if (object === undefined) return { error: kind === 's3' ? 'NoSuchKey' : 'ENOENT' }
        return { pieces: (async function* () { yield bytesOf(object.body) })(), ...(kind === 's3' ? { metadata: object.metadata } : {}) }
      },
    }
  }
  const reports = []
  for (const { range, keys, objects } of worlds) {
    const records = keys.map(({ value, from, to, ...rest }) => ({
      ...rest,
      value: bytesOf(value),
      ...(from === undefined ? {} : { from: new Date(from), to: new Date(to) }),
    }))
    for (const kind of ['s3', 'copy']) {
      const options = { from: range[0], to: range[1], now: new Date('${NOW}') }
      reports.push(JSON.stringify(await validateTrail(storeOf(objects, kind), async () => records, options).report()))
    }
  }
  document.querySelector('main').textContent = JSON.stringify(reports)
`

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64')

const portable = ({ range, keys, objects }: World): object => ({
  range,
  keys: keys.map((key) => ({ ...key, value: base64(key.value) })),
  objects: objects.map(({ bucket, key, body, metadata }) => ({ bucket, key, body: base64(body), metadata, size: body.length })),
})

test('gives the reports of Node for all worlds', async () => {
  const worlds = [...worldsIn(sharedPath('vectors/digest-oracle/cases')), worldOf(), worldOf({ restarts: [2], hours: 5 })]
  const wanted: Array<string> = []
  for (const world of worlds) {
    for (const kind of KINDS) {
      const options = { from: world.range[0], to: world.range[1], now: new Date(NOW) }
      wanted.push(JSON.stringify(await validateTrail(storeOf(world.objects, kind), keysOf(world), options).report()))
    }
  }
  const { outputFiles } = await build({
    stdin: { contents: PROGRAM, resolveDir: root, loader: 'ts' },
    bundle: true,
    format: 'esm',
    alias: { '#gunzip': `${root}/src/source/gunzip.web.ts`, '#crypto': `${root}/src/integrity/crypto.web.ts` },
    define: { GLUE_TRAIL_VERSION: '"0.0.0-test"' },
    write: false,
    logLevel: 'silent',
  })
  const code = outputFiles[0]?.text ?? ''
  const reports = await withChromium(async (context) => {
    const page = await context.newPage()
    // WebCrypto needs a secure context, which this name is.
    await page.route('http://localhost/**', (route) =>
      route.request().url().endsWith('.js')
        ? route.fulfill({ contentType: 'text/javascript', body: code })
        : route.fulfill({
            contentType: 'text/html',
            body: `<!doctype html><main></main><pre hidden>${JSON.stringify(worlds.map(portable))}</pre><script type="module" src="/a.js"></script>`,
          }),
    )
    await page.goto('http://localhost/')
    const answer = page.locator('main', { hasText: 'schema' })
    return JSON.parse((await answer.textContent()) ?? '') as ReadonlyArray<string>
  })
  expect(reports).toEqual(wanted)
})
