/**
 * The index over the bytes of a file: reading with it gives the same as reading without it, and as `JSON.parse` with a
 * filter.
 */
import { deepStrictEqual } from 'node:assert'
import fc from 'fast-check'
import { compileFilter, type RecordPredicate } from 'glue-trail'
import { describe, expect, it } from 'vitest'
import { decodeText } from '../../src/source/decode-log.js'
import { times } from '../support/effort.js'
import { joined } from '../support/gzip-file.js'
import { checkIndexCase, indexCase } from '../support/index-cases.js'
import { raws, someRecords, textCodes, textOf, utf8, verdictOf } from '../support/logs.js'
import { SCANNERS } from '../support/scanners.js'
import { corpusGlueRecords, corpusRecords, describeShared, sharedBytes, sharedFiles } from '../support/shared.js'

const limits = { maxRecordBytes: 4_000_000 }

function glue(fields: Parameters<typeof compileFilter>[0]): RecordPredicate {
  const filter = compileFilter(fields)
  if (filter._tag === 'Left') throw new Error(JSON.stringify(filter.left))
  return filter.right
}

it('Generated files, hostile and damaged ones included, are read alike by both scanners, with and without the index', () => {
  // npm run fuzz tries other seeds.
  fc.assert(fc.property(indexCase, checkIndexCase), { numRuns: times(2000, 200) })
})

describe.each(SCANNERS)('With the scanner in %s', (_, scanner) => {
  const records = someRecords(40)
  const wrapped: ReadonlyArray<readonly [name: string, text: string]> = [
    ['minified', JSON.stringify({ Records: records })],
    ['pretty-printed', JSON.stringify({ Records: records }, null, 2)],
    ['with CRLF', JSON.stringify({ Records: records }, null, 2).replaceAll('\n', '\r\n')],
    ['with a byte order mark', `\ufeff${JSON.stringify({ Records: records })}`],
    ['a list', JSON.stringify(records)],
    ['one a line', records.map((record) => JSON.stringify(record)).join('\n')],
    ['one a line, with CRLF', records.map((record) => `${JSON.stringify(record)}\r\n`).join('')],
    ['one log a line', records.map((record) => JSON.stringify({ Records: [record] })).join('\n')],
    ['with another list beside', JSON.stringify({ Other: records, Records: records, More: records })],
    ['with Records twice', `{"Records":${JSON.stringify(records.slice(0, 10))},${JSON.stringify({ Records: records.slice(10) }).slice(1)}`],
  ]

  it.each(wrapped)('a file %s gives the requested records', (_name, json) => {
    const where = glue({ source: 'glue' })
    const log = decodeText(utf8(json), { where, ...limits }, scanner)
    expect(log.entries.map(({ index }) => index)).toEqual(records.flatMap((_record, i) => (i % 3 === 0 ? [i] : [])))
    expect(log.counts).toEqual({ records: 40, matched: 14, unknown: 0, unmatched: 26, left: 0, broken: 0, glue: 14 })
    expect(log.issues).toEqual([])
  })

  it('a skipped record is not parsed, except with strict', () => {
    const damaged = '{"eventSource":"s3.amazonaws.com","eventName":"GetObject","x":tru}'
    const json = utf8(`{"Records":[${damaged},${JSON.stringify(records[0])}]}`)
    const where = glue({ source: 'glue' })
    const log = decodeText(json, { where, ...limits }, scanner)
    expect([log.issues, log.counts.unmatched, log.entries.length]).toEqual([[], 1, 1])
    const strict = decodeText(json, { where, strict: true, ...limits }, scanner)
    expect([textCodes(strict), strict.counts.broken, strict.entries.length]).toEqual([['BROKEN_RECORD'], 1, 1])
  })

  it('Glue records that are passed over are counted', () => {
    const log = decodeText(utf8(JSON.stringify(records)), { where: glue({ api: 'Create*' }), ...limits }, scanner)
    expect(log.counts).toEqual({ records: 40, matched: 0, unknown: 0, unmatched: 40, left: 0, broken: 0, glue: 14 })
  })
})

describeShared('The records that others published', () => {
  const records = [...corpusRecords(), ...corpusGlueRecords()].map(({ record }) => record)
  const json = utf8(JSON.stringify({ Records: records }))
  const questions = [
    { source: 'glue' },
    { source: '*', api: 'Get*' },
    { from: '2020-01-01', source: '*' },
    { source: ['s3', 'sts'], to: '2019-06-01' },
  ]

  it.each(questions)('are the same for %j as after parsing all', (fields) => {
    const where = glue(fields)
    const all = decodeText(json, { where, strict: true, ...limits }, SCANNERS[0]?.[1] as (typeof SCANNERS)[0][1])
    expect(all.counts.matched).toBeGreaterThan(0)
    for (const [, scanner] of SCANNERS) deepStrictEqual(decodeText(json, { where, ...limits }, scanner), all)
  })
})

describeShared('JSONTestSuite', () => {
  const files = ['test_parsing', 'test_transform'].flatMap((folder) =>
    sharedFiles(`vectors/json-test-suite/${folder}`).map((file) => sharedBytes(`vectors/json-test-suite/${folder}/${file}`)),
  )

  it.each(SCANNERS)('gets every verdict when reading is strict, with the scanner in %s', (_, scanner) => {
    const [first, second] = someRecords(2).map((record) => utf8(JSON.stringify(record))) as [Uint8Array, Uint8Array]
    const where = glue({ source: 'glue' })
    const seen = { accepted: 0, refused: 0 }
    for (const bytes of files) {
      const record = joined(utf8('{"eventSource":"s3.amazonaws.com","eventName":"GetObject","x":'), bytes, utf8('}'))
      const whole = joined(utf8('{"Records":['), first, utf8(','), record, utf8(','), second, utf8(']}'))
      const isSound = verdictOf(textOf(whole)) !== undefined
      seen[isSound ? 'accepted' : 'refused']++
      const strict = decodeText(whole, { where, strict: true, ...limits }, scanner)
      expect(textCodes(strict).length > 0).toBe(!isSound)
      const indexed = decodeText(whole, { where, ...limits }, scanner)
      expect(raws(indexed)[0]).toEqual(JSON.parse(textOf(first)))
      if (isSound) expect(indexed).toEqual(strict)
    }
    expect(seen.accepted + seen.refused).toBe(files.length)
    expect(seen.refused).toBeGreaterThan(150)
  })
})
