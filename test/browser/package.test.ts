/**
 * The packed package in Chromium: bundled, served under a policy that forbids evaluating strings, and compared with
 * Node by the same files.
 */
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { install } from '../package/consumer.js'
import { ensureBuilt } from '../package/fresh-build.js'
import { pack } from '../package/tarball.js'
import { joined, memberOf, spacesBomb } from '../support/gzip-file.js'
import { someRecords, utf8 } from '../support/logs.js'
import { withChromium } from './chromium.js'

interface Answer {
  readonly entries: ReadonlyArray<{ readonly result: string; readonly summary: string; readonly json: string }>
  readonly issues: ReadonlyArray<string>
  readonly counts: Readonly<Record<string, number>>
  readonly bytes: number
}

/** What `answer.mjs` exports. */
interface Answers {
  readonly answerOf: (bytes: Uint8Array) => Promise<Answer>
  readonly examples: () => ReadonlyArray<readonly [result: string, json: string]>
}

/** What `page.mjs` makes global on its page. */
interface Page {
  readonly answer: (base64: string) => Promise<Answer>
  readonly examples: () => Promise<ReturnType<Answers['examples']>>
  readonly refused: () => ReadonlyArray<string>
  readonly makesCode: () => Promise<boolean>
  readonly compilesWasm: () => Promise<boolean>
}

const records = [
  ...someRecords(20),
  { eventSource: 'glue.amazonaws.com', eventName: 'UpdateTable', requestParameters: { tableInput: 7 } },
  {},
]
const inflated = utf8(JSON.stringify({ Records: records }))
const gzipped = new Uint8Array(gzipSync(inflated))
const half = Math.floor(inflated.length / 2)

const FILES: Readonly<Record<string, Uint8Array>> = {
  'a plain file': inflated,
  'a gzipped file': gzipped,
  'a file in two gzip members': joined(gzipSync(inflated.subarray(0, half)), gzipSync(inflated.subarray(half))),
  'a file in fifty gzip members': joined(
    ...Array.from({ length: 50 }, (_, i) =>
      gzipSync(inflated.subarray(Math.ceil((i * inflated.length) / 50), Math.ceil(((i + 1) * inflated.length) / 50))),
    ),
  ),
  'records, one a line': utf8(records.map((record) => JSON.stringify(record)).join('\n')),
  'bytes that are not UTF-8': joined(inflated.subarray(0, half), Uint8Array.of(0xff, 0xfe), inflated.subarray(half)),
  'an empty file': new Uint8Array(0),
  HTML: utf8('<html></html>'),
  'a file that ends too early': inflated.subarray(0, half),
  'a broken record between others': utf8(`{"Records":[${JSON.stringify(records[0])},{"eventName":},${JSON.stringify(records[1])}]}`),
  'a gzipped file with other bytes after it': joined(gzipped, utf8('junk')),
  'a gzipped file that ends too early': gzipped.subarray(0, gzipped.length - 20),
  'a gzipped file with a wrong checksum': memberOf(inflated, { checksum: 1 }),
  'a gzipped file that was damaged': gzipped.map((byte, i) => (i === 400 ? byte ^ 0xff : byte)),
  'a gzipped file, gzipped again': new Uint8Array(gzipSync(gzipped)),
  'a gigabyte of spaces in one megabyte': spacesBomb(1024),
  'records before a gigabyte of spaces': joined(gzipped, spacesBomb(1024)),
  'a million brackets': utf8('['.repeat(1_000_000)),
}

/** Node and a browser inflate in chunks of different sizes, so they exceed a limit at different bytes. */
const BOMBS = /gigabyte/
const withoutOffset = ({ bytes: _, issues, ...rest }: Answer): object => ({
  ...rest,
  issues: issues.map((line) => line.replace(/^byte \d+/, 'a byte')),
})

const POLICIES = {
  'that allows only its own scripts': { policy: "default-src 'none'; script-src 'self'", wasm: false },
  'that also allows WebAssembly': { policy: "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'", wasm: true },
}

const fixtures = fileURLToPath(new URL('./package', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'glue-trail-browser-'))
let inNode: Answers
let script: string
beforeAll(async () => {
  ensureBuilt()
  const project = join(folder, 'project')
  install(project, pack(join(folder, 'packed')), 'highest')
  for (const file of ['answer.mjs', 'page.mjs']) copyFileSync(join(fixtures, file), join(project, file))
  inNode = await import(/* @vite-ignore */ join(project, 'answer.mjs'))
  const { outputFiles, metafile } = await build({
    absWorkingDir: project,
    entryPoints: ['page.mjs'],
    bundle: true,
    minify: true,
    platform: 'browser',
    format: 'iife',
    write: false,
    metafile: true,
    logLevel: 'silent',
  })
  // The bundle contains only the installed packages, and of the package the modules for browsers.
  const inputs = Object.keys(metafile.inputs)
  expect(inputs.filter((file) => !/^(?:node_modules\/(?:glue-trail|io-ts|fp-ts)\/|answer\.mjs$|page\.mjs$)/.test(file))).toEqual([])
  expect(inputs.filter((file) => /gunzip/.test(file))).toEqual(['node_modules/glue-trail/dist/gunzip-web.js'])
  script = outputFiles[0]?.text ?? ''
})
afterAll(() => rmSync(folder, { recursive: true }))

describe.each(Object.entries(POLICIES))('In Chromium under a policy %s', (_, { policy, wasm }) => {
  let server: Server
  let address: string
  beforeAll(async () => {
    server = createServer(({ url }, response) => {
      response.setHeader('content-security-policy', policy)
      if (url === '/page.js') response.setHeader('content-type', 'text/javascript').end(script)
      else if (url === '/')
        response.setHeader('content-type', 'text/html').end('<!doctype html><title>page</title><script src="/page.js"></script>')
      else response.writeHead(404).end()
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    address = `http://localhost:${(server.address() as AddressInfo).port}/`
  })
  afterAll(() => server.close())

  it('the package returns what it returns in Node, and the browser refuses and reports nothing', async () => {
    await withChromium(async (context) => {
      const page = await context.newPage()
      const messages: Array<string> = []
      page.on('console', (message) => messages.push(message.text()))
      page.on('pageerror', (error) => messages.push(String(error)))
      page.on('requestfailed', (request) => messages.push(`no ${request.url()}`))
      await page.goto(address)
      const ours = await page.evaluateHandle(() => (globalThis as unknown as { readonly page: Page }).page)

      for (const [name, bytes] of Object.entries(FILES)) {
        const answer = await ours.evaluate((it, base64) => it.answer(base64), Buffer.from(bytes).toString('base64'))
        const comparable = BOMBS.test(name) ? withoutOffset : (it: Answer): object => it
        expect(comparable(answer), name).toEqual(comparable(await inNode.answerOf(bytes)))
      }
      expect(await ours.evaluate((it) => it.examples())).toEqual(inNode.examples())

      // The package works without the refused WebAssembly module, but Chromium reports it.
      const others = (lines: ReadonlyArray<string>): ReadonlyArray<string> =>
        wasm ? lines : lines.filter((line) => !/wasm|WebAssembly/.test(line))
      expect(others(await ours.evaluate((it) => it.refused()))).toEqual([])
      expect(others(messages)).toEqual([])

      // The policy is in force; otherwise the checks above would prove nothing.
      expect(await ours.evaluate((it) => it.makesCode())).toBe(false)
      expect(await ours.evaluate((it) => it.compilesWasm())).toBe(wasm)
      await expect.poll(() => ours.evaluate((it) => it.refused())).toContain('script-src eval')
    })
  })
})

describe('What is compared', () => {
  it('is what a reader of the files expects', async () => {
    const of = async (name: string): Promise<readonly [ReadonlyArray<string>, ReadonlyArray<string>]> => {
      const { entries, issues } = await inNode.answerOf(FILES[name] ?? new Uint8Array(0))
      return [entries.map(({ result }) => result), issues]
    }
    const results = [...new Array<string>(20).fill('Right'), 'Both', 'Left']
    for (const name of Object.keys(FILES).slice(0, 5)) {
      const [seen, issues] = await of(name)
      expect(seen, name).toEqual(results)
      expect(issues, name).toEqual([])
    }
    for (const name of Object.keys(FILES).slice(6)) expect((await of(name))[1], name).not.toEqual([])
    expect(inNode.examples().every(([result]) => result === 'Right')).toBe(true)
  })
})
