/**
 * The index in a browser: where WebAssembly is allowed and where the page's policy forbids it, the answers are the
 * same.
 */
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'
import { expect, test } from 'vitest'
import { someRecords } from '../support/logs.js'
import { withChromium } from './chromium.js'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** Writes to the page what reading a file returns: whole and as a stream, with and without the index. */
const PROGRAM = `
  import { decodeLog, decodeLogStream } from './src/source/index.ts'
  const stored = Uint8Array.from(atob(document.querySelector('pre').textContent), (char) => char.charCodeAt(0))
  const where = { test: ({ eventSource }) => (eventSource === 'glue.amazonaws.com' ? 'YES' : 'NO'), index: { sources: ['glue.amazonaws.com'] } }
  const answers = []
  for (const strict of [false, true]) {
    const { entries, issues, counts } = await decodeLog(stored, { where, strict })
    answers.push({ indexes: entries.map(({ index }) => index), issues, counts })
    const log = decodeLogStream(new Blob([stored]).stream(), { where, strict })
    const indexes = []
    for await (const { index } of log) indexes.push(index)
    answers.push({ indexes, issues: log.issues, counts: log.counts })
  }
  const hasWasm = await WebAssembly.compile(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0)).then(() => true, () => false)
  document.querySelector('main').textContent = JSON.stringify({ hasWasm, answers })
`

test('gives the same answers where WebAssembly is allowed and where it is forbidden', async () => {
  const { outputFiles } = await build({
    stdin: { contents: PROGRAM, resolveDir: root, loader: 'ts' },
    bundle: true,
    format: 'esm',
    alias: { '#gunzip': `${root}/src/source/gunzip.web.ts` },
    write: false,
    logLevel: 'silent',
  })
  const code = outputFiles[0]?.text ?? ''
  const records = someRecords(3000)
  const stored = gzipSync(JSON.stringify({ Records: records })).toString('base64')
  const seen = await withChromium(async (context) => {
    const page = await context.newPage()
    const answers: Array<{ readonly hasWasm: boolean; readonly answers: ReadonlyArray<unknown> }> = []
    for (const policy of ["script-src 'self' 'wasm-unsafe-eval'", "script-src 'self'"]) {
      await page.unrouteAll()
      await page.route('http://page.test/**', (route) =>
        route.request().url().endsWith('.js')
          ? route.fulfill({ contentType: 'text/javascript', body: code })
          : route.fulfill({
              contentType: 'text/html',
              headers: { 'content-security-policy': policy },
              body: `<!doctype html><main></main><pre hidden>${stored}</pre><script type="module" src="/a.js"></script>`,
            }),
      )
      await page.goto('http://page.test/')
      const answer = page.locator('main', { hasText: 'answers' })
      answers.push(JSON.parse((await answer.textContent()) ?? ''))
    }
    return answers
  })
  expect(seen.map(({ hasWasm }) => hasWasm)).toEqual([true, false])
  const indexes = records.flatMap((_, i) => (i % 3 === 0 ? [i] : []))
  const counts = { records: 3000, matched: 1000, unknown: 0, unmatched: 2000, left: 0, broken: 0, glue: 1000 }
  for (const { answers } of seen) expect(answers).toEqual(Array.from({ length: 4 }, () => ({ indexes, issues: [], counts })))
})
