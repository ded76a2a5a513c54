/**
 * One record may be as large as it likes: the command needs little more memory for it than to parse it. CSV repeats a
 * record and its payloads with doubled quotes, and a redacted list may be many times as long: both need more.
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { COMMAND } from './command.js'

/** Prints the largest resident set size of the process at its end, in kilobytes. */
const SAY_MEMORY = "data:text/javascript,process.on('exit', () => console.error('resident', process.resourceUsage().maxRSS))"
const PARSE = "JSON.parse(require('node:fs').readFileSync(process.argv[1], 'utf8'))"

const MIB = 1024 * 1024
/** What the command may need beyond `JSON.parse`. */
const MORE = 64 * MIB

const folder = mkdtempSync(join(tmpdir(), 'glue-trail-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** Returns requests of about `size` bytes. */
const SHAPES: Readonly<Record<string, (size: number) => string>> = {
  long: (size) => `{"databaseName":"sales","name":"${'x'.repeat(size)}"}`,
  'non-ASCII': (size) => `{"databaseName":"sales","name":"${'\u0628\u0651'.repeat(size / 4)}"}`,
  wide: (size) => `{"tagsToAdd":{${Array.from({ length: size / 16 }, (_, i) => `"key${i}":"v"`).join(',')}}}`,
  'a list': (size) => `{"jobRunIds":[${'5,'.repeat(size / 2)}5]}`,
  deep: (size) => `{"tableInput":${'{"a":'.repeat(size / 6)}1${'}'.repeat(size / 6)}}`,
}

const FORMS: ReadonlyArray<(path: string) => ReadonlyArray<string>> = [
  (path) => ['decode', path, '--format', 'table'],
  (path) => ['decode', path, '--format', 'ndjson'],
  (path) => ['decode', path, '--format', 'json', '--explain', '--resource', 'orders'],
  (path) => ['summary', path],
  (path) => ['history', 'sales.orders', path],
]

/** Returns the path of a log with one record whose request is this JSON. */
function logWith(name: string, request: string): string {
  const path = join(folder, `${name}.json`)
  const head = '"eventSource":"glue.amazonaws.com","eventName":"UpdateTable","eventTime":"2024-05-01T12:00:00Z","awsRegion":"eu-central-1"'
  writeFileSync(path, `{"Records":[{${head},"requestParameters":${request}}]}`)
  return path
}

/** Returns the most memory of a process in bytes. */
function memoryOf(args: ReadonlyArray<string>): number {
  const { status, stderr } = spawnSync(process.execPath, ['--import', SAY_MEMORY, ...args], {
    encoding: 'utf8',
    maxBuffer: 64 * MIB,
    env: { ...process.env, COLUMNS: '80' },
  })
  expect([0, 1], `${args.join(' ')}\n${stderr.slice(0, 2000)}`).toContain(status)
  return Number(/resident (\d+)/.exec(stderr)?.[1]) * 1024
}

describe('one record', () => {
  const small = logWith('small', '{}')
  const ofCommand = FORMS.map((form) => memoryOf([COMMAND, ...form(small)]))
  const ofParse = memoryOf(['-e', PARSE, small])

  it.each(Object.keys(SHAPES).flatMap((shape) => [0.1, 1, 3.9].map((mebibytes) => [shape, mebibytes] as const)))(
    'that is %s, of %s MiB',
    (shape, mebibytes) => {
      const path = logWith('large', SHAPES[shape]?.(Math.floor(mebibytes * MIB)) ?? '')
      const parsed = memoryOf(['-e', PARSE, path]) - ofParse
      FORMS.forEach((form, i) => {
        const more = memoryOf([COMMAND, ...form(path)]) - (ofCommand[i] ?? 0)
        expect(Math.round((more - parsed) / MIB), form(shape).join(' ')).toBeLessThanOrEqual(MORE / MIB)
      })
    },
    120_000,
  )
})
