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
  wide: (size) => `{"tagsToAdd":{${many(size / 16, (i) => `"key${i}":"v"`)}}}`,
  'a list': (size) => `{"jobRunIds":[${'5,'.repeat(size / 2)}5]}`,
  deep: (size) => `{"tableInput":${'{"a":'.repeat(size / 6)}1${'}'.repeat(size / 6)}}`,
  'empty objects': (size) => `{"a":[${'{},'.repeat(size / 3)}{}]}`,
  'characters that are escaped': (size) => `{"databaseName":"sales","name":"${'\u202e'.repeat(size / 3)}"}`,
  formulas: (size) => `{"databaseName":"sales","name":"${';='.repeat(size / 2)}"}`,
  'many columns': (size) => table(`"storageDescriptor":{"columns":[${many(size / 32, (i) => `{"name":"c${i}","type":"int"}`)}]}`),
  'many tables': (size) => `{"databaseName":"sales","tablesToDelete":[${many(size / 4, () => '"t"')}]}`,
  'many secrets': (size) => table(`"parameters":{${many(size / 20, (i) => `"password${i}":"v"`)}}`),
}

const many = (n: number, item: (i: number) => string): string => Array.from({ length: n }, (_, i) => item(i)).join(',')
const table = (members: string): string => `{"databaseName":"sales","tableInput":{"name":"orders",${members}}}`

type Form = (path: string) => ReadonlyArray<string>

const FORMS: ReadonlyArray<Form> = [
  (path) => ['decode', path, '--format', 'table'],
  (path) => ['decode', path, '--format', 'ndjson'],
  (path) => ['decode', path, '--format', 'json', '--explain', '--resource', 'orders'],
  (path) => ['decode', path, '--format', 'csv'],
  (path) => ['decode', path, '--format', 'ndjson', '--redact'],
  (path) => ['decode', path, '--format', 'table', '--redact'],
  (path) => ['summary', path],
  (path) => ['history', 'sales.orders', path],
]

/** Forms that hold other things, for the largest records alone. */
const OTHER_FORMS: ReadonlyArray<Form> = [
  (path) => ['decode', path, '--format', 'parquet', '--out', join(folder, 'archive')],
  (path) => ['decode', path, '--format', 'parquet', '--redact', '--out', join(folder, 'archive')],
  (path) => ['history', 'sales.orders', path, '--format', 'csv', '--redact'],
  (path) => ['decode', path, '--format', 'table', '--exposed', '--columns', 'time,request_parameters,issues'],
]

/** Forms that compare records of one id. */
const FORMS_THAT_COMPARE: ReadonlyArray<Form> = [(path) => ['decode', path, '--format', 'ndjson', '--unique'], (path) => ['summary', path]]

/** Returns the path of a log with one record whose request is this JSON. */
function logWith(name: string, request: string, more = ''): string {
  return written(name, `{"Records":[${recordWith(request, more)}]}`)
}

function written(name: string, content: string): string {
  const path = join(folder, `${name}.json`)
  writeFileSync(path, content)
  return path
}

function recordWith(request: string, more = ''): string {
  const api = request.includes('"tablesToDelete"') ? 'BatchDeleteTable' : 'UpdateTable'
  const head = `"eventSource":"glue.amazonaws.com","eventName":"${api}","eventTime":"2024-05-01T12:00:00Z","awsRegion":"eu-central-1"${more}`
  return `{${head},"requestParameters":${request}}`
}

const SMALL = logWith('small', '{}')

/** Returns what `JSON.parse` takes for a file. */
function takenByParse(path: string): number {
  const { bytes, status } = residentOf(['-e', PARSE, path])
  expect(status).toBe(0)
  return bytes
}

/**
 * Returns how much more a form needs than `JSON.parse`, in MiB: the least of three comparisons, where the first is
 * above the limit. How much garbage a process has at its peak depends on what else the machine does.
 */
function moreThanParse(form: Form, path: string, parsed: number): number {
  let more = takenBy(form, path) - parsed
  for (let i = 0; i < 2 && more > MORE; i++) more = Math.min(more, takenBy(form, path) - (takenByParse(path) - OF_PARSE))
  return Math.round(more / MIB)
}

/** Returns what one run of a form takes beyond a record without content. */
function takenBy(form: Form, path: string): number {
  const args = form(SMALL).join(' ')
  const before = base.get(args) ?? residentOf([COMMAND, ...form(SMALL)]).bytes
  base.set(args, before)
  const { bytes, status } = residentOf([COMMAND, ...form(path)])
  expect(status, form(path).join(' ')).toBe(0)
  return bytes - before
}
const base = new Map<string, number>()

/** What `JSON.parse` takes for a record without content. */
const OF_PARSE = takenByParse(SMALL)

const LARGE = 3.9
const cases = Object.keys(SHAPES).flatMap((shape) => [0.1, 1, LARGE].map((mebibytes) => [shape, mebibytes] as const))

describe('one record', () => {
  it.each(cases)(
    'that is %s, of %s MiB',
    (shape, mebibytes) => {
      const path = logWith('large', SHAPES[shape]?.(Math.floor(mebibytes * MIB)) ?? '')
      const parsed = takenByParse(path) - OF_PARSE
      for (const form of mebibytes === LARGE ? [...FORMS, ...OTHER_FORMS] : FORMS) {
        expect(moreThanParse(form, path, parsed), form(shape).join(' ')).toBeLessThanOrEqual(MORE / MIB)
      }
    },
    120_000,
  )

  it.each(Object.keys(SHAPES))('that is %s is compared with others of its id', (shape) => {
    const path = logWith('large', SHAPES[shape]?.(Math.floor(LARGE * MIB)) ?? '', ',"eventID":"1"')
    const parsed = takenByParse(path) - OF_PARSE
    for (const form of FORMS_THAT_COMPARE) expect(moreThanParse(form, path, parsed), form(shape).join(' ')).toBeLessThanOrEqual(MORE / MIB)
  })

  // A line may have 4 MiB, and the record is escaped in it.
  it.each(Object.keys(SHAPES))('that is %s, in an export and in an event', (shape) => {
    const record = recordWith(SHAPES[shape]?.(2 * MIB) ?? '')
    const parsed = takenByParse(written('parsed', record)) - OF_PARSE
    const lines = [
      `{"result":{"_raw":${record}}}`,
      `{"result":{"_raw":${JSON.stringify(record)}}}`,
      `{"version":"0","source":"aws.glue","detail-type":"AWS API Call via CloudTrail","detail":${record}}`,
    ]
    for (const line of lines) {
      const path = written('export', line)
      const more = moreThanParse((file) => ['decode', file, '--format', 'csv', '--record', 'result._raw'], path, parsed)
      expect(more, line.slice(0, 24)).toBeLessThanOrEqual(MORE / MIB)
    }
  })
})
