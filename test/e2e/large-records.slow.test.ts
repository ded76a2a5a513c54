/** One record may be as large as it likes: the command needs little more memory for it than to parse it. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { FORMS, type Form, OTHER_FORMS, recordWith, SHAPES } from '../support/large-records.js'
import { COMMAND } from './command.js'
import { residentOf } from './resident.js'

const PARSE = "JSON.parse(require('node:fs').readFileSync(process.argv[1], 'utf8'))"

const MIB = 1024 * 1024
/** What the command may need beyond `JSON.parse`. */
const MORE = 64 * MIB

const folder = mkdtempSync(join(tmpdir(), 'glue-trail-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** Returns the path of a log with one record whose request is this JSON. */
function logWith(name: string, request: string): string {
  return written(name, `{"Records":[${recordWith(request)}]}`)
}

function written(name: string, content: string): string {
  const path = join(folder, `${name}.json`)
  writeFileSync(path, content)
  return path
}

const SMALL = logWith('small', '{}')

/** Returns what `JSON.parse` takes for a file. */
function takenByParse(path: string): number {
  const { bytes, status } = residentOf(['-e', PARSE, path])
  expect(status).toBe(0)
  return bytes
}

/**
 * Returns how much more a form needs than `JSON.parse` did, in MiB; both beyond a record without content. It is the
 * least of three runs where the first is above the limit: how much garbage there is depends on what else runs.
 */
function moreThanParse(form: Form, path: string, parsed: number): number {
  const args = form(SMALL, folder).join(' ')
  const before = base.get(args) ?? takenBy(form, SMALL)
  base.set(args, before)
  let taken = takenBy(form, path)
  for (let i = 0; i < 2 && taken - before - parsed > MORE; i++) taken = Math.min(taken, takenBy(form, path))
  return Math.round((taken - before - parsed) / MIB)
}
const base = new Map<string, number>()

function takenBy(form: Form, path: string): number {
  const args = form(path, folder)
  const { bytes, status } = residentOf([COMMAND, ...args])
  expect(status, args.join(' ')).toBe(0)
  return bytes
}

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
        expect(moreThanParse(form, path, parsed), form(shape, '').join(' ')).toBeLessThanOrEqual(MORE / MIB)
      }
    },
    120_000,
  )

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
