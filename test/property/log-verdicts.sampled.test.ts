/**
 * Verdicts on whole files are those of `JSON.parse`: with every file of JSONTestSuite in place of a record, and on
 * generated files, damaged or not.
 */
import fc from 'fast-check'
import { decodeRecord } from 'glue-trail'
import { bytesOf, decodeLog } from 'glue-trail/source'
import { describe, expect, it } from 'vitest'
import { times } from '../support/effort.js'
import { joined } from '../support/gzip-file.js'
import { raws, someRecords, textCodes, textOf, utf8, verdictOf } from '../support/logs.js'
import { describeShared, sharedBytes, sharedFiles } from '../support/shared.js'

const [first, second] = someRecords(2)

/** Whether quotes and brackets are balanced, so that the end is clear: deletes strings, then pairs of brackets. */
function isEven(json: string): boolean {
  const brackets = json.replace(/"(?:[^"\\]|\\[\s\S])*"/g, '').replace(/[^"[\]{}\\]/g, '')
  let depth = 0
  for (const bracket of brackets) {
    if (bracket === '"') return false
    if (bracket === '\\') continue
    depth += bracket === '[' || bracket === '{' ? 1 : -1
    if (depth < 0) return false
  }
  return depth === 0
}

describeShared('JSONTestSuite in the place of a record', () => {
  const files = ['test_parsing', 'test_transform'].flatMap((folder) =>
    sharedFiles(`vectors/json-test-suite/${folder}`).map((file) => ({
      file,
      bytes: sharedBytes(`vectors/json-test-suite/${folder}/${file}`),
    })),
  )

  it('is found', () => {
    expect(files.length).toBe(340)
  })

  it('gets the verdict of JSON.parse, and the records around it are kept if its end is clear', async () => {
    const before = utf8(`{"Records":[${JSON.stringify(first)},`)
    const after = utf8(`,${JSON.stringify(second)}]}`)
    const seen = { accepted: 0, refused: 0, uneven: 0 }
    for (const { file, bytes } of files) {
      const whole = joined(before, bytes, after)
      const log = await decodeLog(whole)
      const verdict = verdictOf(textOf(whole))
      if (verdict !== undefined) {
        seen.accepted++
        expect(file).not.toMatch(/^n_/)
        expect([file, raws(log)]).toEqual([file, (verdict.value as { readonly Records: unknown }).Records])
        expect([file, textCodes(log)]).toEqual([file, []])
      } else {
        seen.refused++
        expect(file).not.toMatch(/^y_/)
        expect([file, textCodes(log).length > 0]).toEqual([file, true])
        expect([file, log.entries[0]?.raw]).toEqual([file, first])
        if (isEven(textOf(bytes))) expect([file, log.entries.at(-1)?.raw]).toEqual([file, second])
        else seen.uneven++
      }
      for (const entry of log.entries) expect(verdictOf(textOf(bytesOf(log, entry)))?.value).toEqual(entry.raw)
    }
    expect(seen).toEqual({ accepted: 148, refused: 192, uneven: 43 })
  })

  it('always gives an issue if JSON.parse refuses the whole file', async () => {
    const refused = files.filter(({ bytes }) => verdictOf(textOf(bytes)) === undefined)
    expect(refused.length).toBe(192)
    // Several documents are one file.
    const documents = ['n_structure_double_array.json']
    for (const { file, bytes } of refused)
      expect([file, textCodes(await decodeLog(bytes)).length > 0]).toEqual([file, !documents.includes(file)])
  })
})

const record = fc.record({ eventSource: fc.string({ unit: 'binary' }), eventName: fc.string(), other: fc.jsonValue({ maxDepth: 3 }) })
const element = fc.oneof({ weight: 4, arbitrary: record }, { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 2 }) })
const name = fc.constantFrom('"Records"', '"\\u0052ecords"', '"Record\\u0073"', '"x"', '"records"', '"Records   "', '"__proto__"')
const space = fc.constantFrom('', '', ' ', '\n', '\r\n', '\t ')

const member = fc
  .tuple(name, fc.oneof(fc.array(element, { maxLength: 4 }), fc.jsonValue({ maxDepth: 2 })), space, space)
  .map(([key, value, a, b]) => `${a}${key}${b}:${a}${JSON.stringify(value, null, b === '' ? 0 : 1)}${b}`)

/** Of several lists `Records`, all are read, where `JSON.parse` keeps the last: only one is left. */
const withOneList = (members: ReadonlyArray<string>): ReadonlyArray<string> => {
  const isRecords = (content: string): boolean => Object.hasOwn(JSON.parse(`{${content}}`) as object, 'Records')
  const first = members.findIndex(isRecords)
  return members.filter((content, i) => i === first || !isRecords(content))
}

/** Texts of files of every form. */
const file = fc.oneof(
  { weight: 3, arbitrary: fc.array(member, { minLength: 1, maxLength: 4 }).map((members) => `{${withOneList(members).join(',')}}`) },
  { weight: 1, arbitrary: fc.array(element, { maxLength: 3 }).map((list) => JSON.stringify(list)) },
  { weight: 1, arbitrary: element.map((value) => JSON.stringify(value)) },
  { weight: 1, arbitrary: fc.array(record, { maxLength: 3 }).map((list) => list.map((value) => JSON.stringify(value)).join('\n')) },
)

/** Changes of single bytes. */
const changes = fc.array(
  fc.tuple(fc.nat(), fc.constantFrom('delete', 'insert', 'replace'), fc.constantFrom(...utf8('{}[],:"\\ \n0a'), 0xff, 0)),
  { maxLength: 2 },
)

function changed(bytes: Uint8Array, list: ReadonlyArray<readonly [number, string, number]>): Uint8Array {
  const all = [...bytes]
  for (const [place, what, byte] of list) {
    if (all.length > 0) all.splice(place % all.length, what === 'insert' ? 0 : 1, ...(what === 'delete' ? [] : [byte]))
  }
  return Uint8Array.from(all)
}

/** Returns the values of a string with one per line. */
function linesOf(json: string): ReadonlyArray<unknown> | undefined {
  const lines = json.split('\n').filter((line) => /[^ \t\r]/.test(line))
  const verdicts = lines.map(verdictOf)
  return verdicts.every((verdict) => verdict !== undefined) ? verdicts.map(({ value }) => value) : undefined
}

/**
 * Returns the documents of a string that consists of them: objects and lists, with white space between them or nothing.
 */
function documentsOf(json: string): ReadonlyArray<unknown> | undefined {
  const documents: Array<unknown> = []
  for (let rest = json.replace(/^[ \t\r\n]+/, ''); rest !== ''; ) {
    const ends = /^[[{]/.test(rest) ? [...rest.matchAll(/[\]}]/g)].map(({ index }) => index + 1) : []
    const end = ends.find((to) => verdictOf(rest.slice(0, to)) !== undefined)
    if (end === undefined) return undefined
    documents.push(JSON.parse(rest.slice(0, end)))
    rest = rest.slice(end).replace(/^[ \t\r\n]+/, '')
  }
  return documents
}

/** The records that a value which is a file holds. */
function recordsOf(value: unknown): ReadonlyArray<unknown> {
  if (Array.isArray(value)) return value
  const list = typeof value === 'object' && value !== null && Object.hasOwn(value, 'Records') && (value as { Records: unknown }).Records
  return Array.isArray(list) ? list : [value]
}

describe('Generated files', () => {
  it('hold the records that JSON.parse finds, and an issue where it finds none', async () => {
    await fc.assert(
      fc.asyncProperty(file, changes, async (json, list) => {
        const bytes = changed(utf8(json), list)
        const seen = textOf(bytes)
        const log = await decodeLog(bytes)
        const verdict = verdictOf(seen)
        const values = verdict === undefined ? (linesOf(seen) ?? documentsOf(seen)) : [verdict.value]
        const { records, matched, left, broken } = log.counts
        expect(records).toBe(matched + left + broken)
        for (const entry of log.entries) expect(verdictOf(textOf(bytesOf(log, entry)))?.value).toEqual(entry.raw)
        if (values === undefined) {
          expect(textCodes(log).length).toBeGreaterThan(0)
        } else if (textCodes(log).length > 0) {
          // JSON, and no log.
          expect(textCodes(log)).toEqual([seen.trim() === '' ? 'EMPTY' : 'NOT_A_LOG'])
          expect(log.entries).toEqual([])
          expect(values.flatMap(recordsOf).filter((value) => decodeRecord(value)._tag !== 'Left')).toEqual([])
        } else {
          expect(raws(log)).toEqual(values.flatMap(recordsOf))
        }
      }),
      { numRuns: times(4000, 400) },
    )
  })
})
