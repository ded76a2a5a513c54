/**
 * Cases for the index over the bytes of a file: generated files, hostile on purpose, read with the index and without
 * it, by both scanners, in one piece and in steps; and `JSON.parse` beside them.
 */
import { deepStrictEqual, ok } from 'node:assert'
import fc from 'fast-check'
import { allOf, compileFilter, type IndexHint, type RecordPredicate } from 'glue-trail'
import type { DecodedLog } from 'glue-trail/source'
import { decodeText } from '../../src/source/decode-log.js'
import type { Scanner } from '../../src/source/item-rows.js'
import { textOf, utf8, verdictOf } from './logs.js'
import { inSteps, SCANNERS } from './scanners.js'

const NAMES = ['eventSource', 'eventName', 'eventTime']

/** Strings that resemble the JSON around them. */
const hostile = fc.oneof(
  fc.constantFrom('glue.amazonaws.com', 's3.amazonaws.com', 'aws:s3', 'GetTable', '2024-05-14T06:10:00Z', '2025-01-01T00:00:00Z'),
  fc.constantFrom(
    ...NAMES,
    'Records',
    '"eventSource":"glue.amazonaws.com"',
    '{"Records":[',
    '}]}',
    '\\',
    '\\"',
    '",',
    '\u00e4',
    '\u2028',
    '\n',
  ),
  fc.string({ unit: 'binary', maxLength: 80 }),
  fc.array(fc.constantFrom('\\', '"', '{', '}', 'x'), { maxLength: 80 }).map((parts) => parts.join('')),
)

/** A string in JSON, some of its characters as escapes. */
export const written = (strings: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc.tuple(strings, fc.array(fc.nat({ max: 12 }), { maxLength: 2 })).map(([string, places]) => {
    const json = JSON.stringify(string)
    if (json.length !== string.length + 2) return json
    return `"${[...string].map((char, i) => (places.includes(i) ? `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}` : char)).join('')}"`
  })

/** Strings, mostly without escapes. */
export const plain = (strings: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc.oneof({ weight: 5, arbitrary: strings.map((string) => JSON.stringify(string)) }, { weight: 1, arbitrary: written(strings) })

export const { json } = fc.letrec<{ json: string }>((tie) => ({
  json: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    plain(hostile),
    fc.constantFrom('null', 'true', '-1.5e3', '9007199254740993', '1234567890123456789', '[]', '{}'),
    fc.array(tie('json'), { maxLength: 3 }).map((items) => `[${items.join(',')}]`),
    fc.array(fc.tuple(plain(hostile), tie('json')), { maxLength: 3 }).map((list) => `{${list.map((pair) => pair.join(':')).join(',')}}`),
  ),
}))

export const space = fc.constantFrom('', '', '', ' ', '\n', '\r\n', '\t ')

/** A member of a record, most often one of the three names. */
const member = fc
  .tuple(fc.oneof(plain(fc.constantFrom(...NAMES)), plain(hostile)), fc.oneof(plain(hostile), json), space, space)
  .map(([name, value, a, b]) => `${a}${name}${b}:${a}${value}${b}`)

const record = fc.oneof(
  { weight: 6, arbitrary: fc.array(member, { maxLength: 7 }).map((members) => `{${members.join(',')}}`) },
  { weight: 1, arbitrary: json },
)

export const list = fc
  .tuple(fc.array(fc.tuple(record, space, space), { maxLength: 6 }), space)
  .map(([records, end]) => `[${records.map(([content, a, b]) => a + content + b).join(',')}${end}]`)

const other = fc.tuple(plain(fc.constantFrom('Records', 'x', 'records')), fc.oneof(list, json)).map((pair) => pair.join(':'))

export const wrapped = fc.oneof(
  { weight: 5, arbitrary: fc.tuple(fc.array(other, { maxLength: 1 }), list, fc.array(other, { maxLength: 1 })).map(fileOf) },
  { weight: 2, arbitrary: list },
  { weight: 2, arbitrary: fc.array(fc.tuple(record, space), { maxLength: 6 }).map(linesOf) },
  { weight: 1, arbitrary: record },
)

function fileOf([before, records, after]: readonly [ReadonlyArray<string>, string, ReadonlyArray<string>]): string {
  return `{${[...before, `"Records":${records}`, ...after].join(',')}}`
}

function linesOf(lines: ReadonlyArray<readonly [string, string]>): string {
  return lines.map(([line, end]) => `${line}${end}\n`).join('')
}

/** Changes of single bytes, in one case of four. */
export const changes = fc.oneof(
  { weight: 3, arbitrary: fc.constant([]) },
  {
    weight: 1,
    arbitrary: fc.array(fc.tuple(fc.nat(), fc.boolean(), fc.constantFrom(...utf8('{}[],:"\\ \n0a'), 0xff)), { minLength: 1, maxLength: 2 }),
  },
)

export function changed(content: string, list: ReadonlyArray<readonly [number, boolean, number]>): Uint8Array {
  const all = [...utf8(content)]
  for (const [place, insert, byte] of list) all.splice(place % (all.length + 1), insert ? 0 : 1, byte)
  return Uint8Array.from(all)
}

export const hint: fc.Arbitrary<IndexHint> = fc.oneof(
  fc.constant({ sources: ['glue.amazonaws.com'] }),
  fc.constant({ names: ['Get*'] }),
  fc.constant({ sources: ['glue.amazonaws.com', 'aws:s3'], from: Date.UTC(2024, 11, 1) }),
  fc.constant({ to: Date.UTC(2024, 11, 1) }),
)

/** One case. */
export const indexCase = fc.tuple(wrapped, changes, hint, fc.integer({ min: 80, max: 300 }))

/** Returns a predicate that knows only its hint. */
export function predicateOf({ sources, names, from, to }: IndexHint): RecordPredicate {
  const filter = compileFilter({
    ...(sources && { source: sources }),
    ...(names && { source: '*', api: names }),
    ...(from !== undefined && { from: new Date(from).toISOString() }),
    ...(to !== undefined && { to: new Date(to).toISOString() }),
  })
  if (filter._tag === 'Left') throw new Error(JSON.stringify(filter.left))
  return allOf([filter.right])
}

function read(bytes: Uint8Array, scanner: Scanner, where: RecordPredicate, strict: boolean): DecodedLog {
  return decodeText(bytes, { where, strict, maxRecordBytes: 100_000, maxOtherValues: 100_000 }, scanner)
}

/** Reads a case in every way, and compares the results. */
export function checkIndexCase([source, list, hint, step]: typeof indexCase extends fc.Arbitrary<infer T> ? T : never): void {
  const bytes = changed(source, list)
  const where = predicateOf(hint)
  const [, first] = SCANNERS[0] as (typeof SCANNERS)[0]
  const strict = read(bytes, first, where, true)
  const isSound = strict.counts.broken === 0
  for (const scanner of SCANNERS.flatMap(([, whole]) => [whole, inSteps(whole, step)])) {
    deepStrictEqual(read(bytes, scanner, where, true), strict)
    const indexed = read(bytes, scanner, where, false)
    deepStrictEqual(indexed.entries, strict.entries)
    if (isSound) {
      deepStrictEqual([indexed.counts, indexed.issues], [strict.counts, strict.issues])
    } else {
      // A damaged record that is skipped counts as unmatched.
      const { unmatched, broken, ...counts } = indexed.counts
      deepStrictEqual(counts.records, strict.counts.records)
      deepStrictEqual(unmatched + broken, strict.counts.unmatched + strict.counts.broken)
      const kept = indexed.issues.map((issue) => JSON.stringify(issue))
      ok(strict.issues.filter((issue) => !kept.includes(JSON.stringify(issue))).every(({ code }) => code === 'BROKEN_RECORD'))
      ok(kept.length <= strict.issues.length)
    }
  }
  checkAgainstParse(bytes, strict)
}

/** If `JSON.parse` reads the whole as a list or a log, the same records were found. */
function checkAgainstParse(bytes: Uint8Array, log: DecodedLog): void {
  // Of several lists `Records` all are read, where `JSON.parse` keeps the last.
  if (textOf(bytes).split(/Records|\\u/).length > 2) return
  const value = verdictOf(textOf(bytes))?.value
  const isLog = typeof value === 'object' && value !== null && Object.hasOwn(value, 'Records')
  const records = Array.isArray(value) ? value : isLog ? (value as { readonly Records: unknown }).Records : undefined
  if (!Array.isArray(records) || log.issues.some(({ code }) => code === 'NOT_A_LOG')) return
  deepStrictEqual(log.counts.records, records.length)
  for (const { index, raw } of log.entries) deepStrictEqual(raw, records[index])
}
