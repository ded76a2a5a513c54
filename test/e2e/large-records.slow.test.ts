/** One record may be as large as it likes: the command needs little more memory for it than to parse it. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { COMMAND } from './command.js'
import { residentOf } from './resident.js'

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
  'empty objects': (size) => `{"a":[${'{},'.repeat(size / 3)}{}]}`,
  'characters that are escaped': (size) => `{"databaseName":"sales","name":"${'\u202e'.repeat(size / 3)}"}`,
  formulas: (size) => `{"databaseName":"sales","name":"${';='.repeat(size / 2)}"}`,
}

const FORMS: ReadonlyArray<(path: string) => ReadonlyArray<string>> = [
  (path) => ['decode', path, '--format', 'table'],
  (path) => ['decode', path, '--format', 'ndjson'],
  (path) => ['decode', path, '--format', 'json', '--explain', '--resource', 'orders'],
  (path) => ['decode', path, '--format', 'csv'],
  (path) => ['decode', path, '--format', 'ndjson', '--redact'],
  (path) => ['decode', path, '--format', 'table', '--redact'],
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

describe('one record', () => {
  const small = logWith('small', '{}')
  const ofCommand = FORMS.map((form) => residentOf([COMMAND, ...form(small)]).bytes)
  const ofParse = residentOf(['-e', PARSE, small]).bytes

  it.each(Object.keys(SHAPES).flatMap((shape) => [0.1, 1, 3.9].map((mebibytes) => [shape, mebibytes] as const)))(
    'that is %s, of %s MiB',
    (shape, mebibytes) => {
      const path = logWith('large', SHAPES[shape]?.(Math.floor(mebibytes * MIB)) ?? '')
      const parsed = residentOf(['-e', PARSE, path]).bytes - ofParse
      FORMS.forEach((form, i) => {
        const more = residentOf([COMMAND, ...form(path)]).bytes - (ofCommand[i] ?? 0)
        expect(Math.round((more - parsed) / MIB), form(shape).join(' ')).toBeLessThanOrEqual(MORE / MIB)
      })
    },
    120_000,
  )
})
