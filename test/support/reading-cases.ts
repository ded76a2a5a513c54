/**
 * Cases for the readers: what a stream returns is what the whole file returns, at the offsets that entries have, and
 * the lists `Records` and the records around a lost byte are those that were written.
 */
import { deepStrictEqual, ok } from 'node:assert'
import { crc32 } from 'node:zlib'
import fc from 'fast-check'
import { bytesOf, type DecodedLog, decodeLog, decodeLogStream, type LogEntry, type LogOptions, type TrailObject } from 'glue-trail/source'
import { decodeText } from '../../src/source/decode-log.js'
import { joined, memberOf } from './gzip-file.js'
import { changed, changes, hint, json, list, plain, predicateOf, space, wrapped, written } from './index-cases.js'
import { textOf, utf8 } from './logs.js'
import { SCANNERS } from './scanners.js'

const LIMITS = { maxRecordBytes: 100_000, maxOtherValues: 100_000 }

/** The flags of a gzip header, in the order of its fields. */
const CHECKSUM = 2
const EXTRA = 4
const NAME = 8

/** What the fields of a gzip header hold. It may look like a member. */
const FILLING = Uint8Array.from({ length: 1_200_000 }, (_, i) => [0x1f, 0x8b, 8, 1 + (i % 255)][i % 4] as number)

interface Header {
  readonly extra?: number | undefined
  readonly name?: number | undefined
  readonly hasChecksum: boolean
}

const header: fc.Arbitrary<Header> = fc.oneof(
  { weight: 12, arbitrary: fc.constant({ hasChecksum: false }) },
  {
    weight: 4,
    arbitrary: fc.record({
      extra: fc.option(fc.nat({ max: 300 }), { nil: undefined }),
      name: fc.option(fc.nat({ max: 300 }), { nil: undefined }),
      hasChecksum: fc.boolean(),
    }),
  },
  // Larger than 128 KiB, and larger than any that is read.
  {
    weight: 1,
    arbitrary: fc.record({
      extra: fc.constantFrom(undefined, 0, 65_535),
      name: fc.constantFrom(131_072, 140_001, 1_100_000),
      hasChecksum: fc.boolean(),
    }),
  },
)

/** One gzip member with these fields in its header. */
function memberWith({ extra, name, hasChecksum }: Header, bytes: Uint8Array): Uint8Array {
  const flags = (hasChecksum ? CHECKSUM : 0) | (extra === undefined ? 0 : EXTRA) | (name === undefined ? 0 : NAME)
  const fields = joined(
    ...(extra === undefined ? [] : [Uint8Array.of(extra % 256, extra >> 8), FILLING.subarray(0, extra)]),
    ...(name === undefined ? [] : [FILLING.subarray(0, name), Uint8Array.of(0)]),
  )
  if (!hasChecksum) return memberOf(bytes, { flags, fields })
  const sum = crc32(fields, crc32(Uint8Array.of(0x1f, 0x8b, 8, flags, 0, 0, 0, 0, 0, 3)))
  return memberOf(bytes, { flags, fields: joined(fields, Uint8Array.of(sum % 256, (sum >> 8) % 256)) })
}

/** Returns the bytes without the one at this place. */
const without = (bytes: Uint8Array, place: number): Uint8Array => joined(bytes.subarray(0, place), bytes.subarray(place + 1))

/** A file of one or two documents, as it is stored, and how it is read. */
export const streamCase = fc.record({
  documents: fc.array(fc.tuple(wrapped, changes), { minLength: 1, maxLength: 2 }),
  /** Of each document; not gzipped without them. */
  headers: fc.option(fc.tuple(header, header), { freq: 2, nil: undefined }),
  /** A stored byte that is lost. */
  lost: fc.option(fc.nat(), { freq: 6, nil: undefined }),
  where: fc.option(hint, { freq: 3, nil: undefined }),
  strict: fc.boolean(),
  piece: fc.oneof(fc.integer({ min: 1, max: 64 }), fc.integer({ min: 65, max: 4000 })),
})

/** Yields bytes in pieces of their own, of this length, or in 64 pieces. */
function* piecesOf(bytes: Uint8Array, piece: number): Generator<Uint8Array, void, undefined> {
  const length = Math.max(piece, Math.ceil(bytes.length / 64))
  for (let at = 0; at < bytes.length; at += length) yield bytes.slice(at, at + length)
}

/** Reads a file whole and as a stream, and compares the results. */
export async function checkStreamCase(given: typeof streamCase extends fc.Arbitrary<infer T> ? T : never): Promise<void> {
  const { documents, headers, lost, where, strict, piece } = given
  const parts = documents.map(([source, damage], i) => {
    const bytes = changed(source, damage)
    return headers === undefined ? bytes : memberWith(headers[i] as Header, bytes)
  })
  const sound = joined(...parts)
  const stored = lost === undefined || sound.length === 0 ? sound : without(sound, lost % sound.length)
  const options: LogOptions = { ...LIMITS, strict, ...(where && { where: predicateOf(where) }) }

  const whole = await decodeLog(stored, options)
  const stream = decodeLogStream(piecesOf(stored, piece), options)
  const entries: Array<LogEntry> = []
  const objects: Array<TrailObject> = []
  for await (const batch of stream.batches()) {
    entries.push(...batch.entries)
    objects.push(...(batch.objects ?? []))
  }
  const placed = ({ bytes: _, ...entry }: LogEntry): LogEntry => entry
  deepStrictEqual(entries.map(placed), whole.entries.map(placed))
  deepStrictEqual([stream.counts, stream.issues, objects], [whole.counts, whole.issues, whole.objects ?? []])
  deepStrictEqual(
    entries.map((entry) => textOf(bytesOf(stream, entry))),
    whole.entries.map((entry) => textOf(bytesOf(whole, entry))),
  )
  checkOffsets(whole)
}

/** The bytes of each entry are its value. Those of a value that was opened are made of the record. */
function checkOffsets({ entries, bytes }: Pick<DecodedLog, 'entries' | 'bytes'>): void {
  for (const { raw, start, end, bytes: own } of entries) {
    if (own === undefined) deepStrictEqual(JSON.parse(textOf(bytes.subarray(start, end))), raw)
  }
}

/** The members of a log that has several lists `Records`, and what else may have that name. */
export const listsCase = fc.tuple(
  fc.array(
    fc.tuple(
      fc.oneof({ weight: 4, arbitrary: written(fc.constant('Records')) }, { weight: 1, arbitrary: plain(fc.constantFrom('x', 'records')) }),
      fc.oneof(
        { weight: 6, arbitrary: list },
        { weight: 2, arbitrary: fc.constant('null') },
        { weight: 1, arbitrary: fc.constantFrom('3', 'true', '"x"', '{"Records":[1]}') },
        { weight: 1, arbitrary: json },
      ),
      space,
    ),
    { minLength: 2, maxLength: 5 },
  ),
)

/** All lists `Records` are read, in their order; what is neither a list nor null is reported once. */
export function checkListsCase([members]: typeof listsCase extends fc.Arbitrary<infer T> ? T : never): void {
  const content = `{${members.map(([name, value, white]) => `${white}${name}${white}:${value}`).join(',')}}`
  const values = members.filter(([name]) => JSON.parse(name) === 'Records').map(([, value]) => JSON.parse(value) as unknown)
  const lists = values.filter((value): value is ReadonlyArray<unknown> => Array.isArray(value))
  if (lists.length === 0) return
  const isInvalid = values.some((value) => value !== null && !Array.isArray(value))
  for (const [, scanner] of SCANNERS) {
    const log = decodeText(utf8(content), LIMITS, scanner)
    deepStrictEqual(
      log.entries.map(({ raw }) => raw),
      lists.flat(1),
    )
    deepStrictEqual(log.issues.filter(({ code }) => code === 'BROKEN_TEXT').length, isInvalid ? 1 : 0)
    checkOffsets(log)
  }
}

/**
 * Strings in which JSON may be seen after a lost quote. They have no closing brackets, which may cost more records: see
 * `docs/decisions/damaged-files.md`.
 */
const likeJson = fc.array(fc.constantFrom('{', '[', ',', ':', '"', '\\', ' ', '",{"', 'x', '\u00e4'), { maxLength: 6 })
const shortString = likeJson.map((parts) => JSON.stringify(`s${parts.join('')}`))

const { value: anyValue } = fc.letrec<{ value: string; object: string }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 2, withCrossShrink: true },
    shortString,
    fc.constantFrom('null', 'true', '0', '-1.5e3', '1234567'),
    tie('object'),
    fc.array(fc.oneof(tie('object'), shortString), { maxLength: 3 }).map((items) => `[${items.join(',')}]`),
  ),
  object: fc
    .array(fc.tuple(fc.constantFrom('"name"', '"eventName"', '"eventSource"', '"list"'), tie('value')), { maxLength: 3 })
    .map((members) => `{${members.map((pair) => pair.join(':')).join(',')}}`),
}))

/** The records of a log, how they are written, and the byte that is lost. */
export const lossCase = fc.record({
  records: fc.array(fc.array(anyValue, { maxLength: 3 }), { minLength: 2, maxLength: 6 }),
  form: fc.constantFrom('log', 'list', 'lines'),
  indent: fc.constantFrom(undefined, 1),
  place: fc.nat(),
})

/** One byte that is lost costs at most the record it was in, and makes no other. */
export function checkLossCase({ records, form, indent, place }: typeof lossCase extends fc.Arbitrary<infer T> ? T : never): void {
  const values = records.map((members, i): unknown =>
    JSON.parse(`{"eventSource":"s3.amazonaws.com","eventName":"Call${i}"${members.map((value, n) => `,"m${n}":${value}`).join('')}}`),
  )
  const lines = values.map((value) => JSON.stringify(value, undefined, form === 'lines' ? undefined : indent))
  const [head, between, end] = form === 'lines' ? ['', '\n', '\n'] : form === 'list' ? ['[', ',', ']'] : ['{"Records":[', ',', ']}']
  const sound = utf8(`${head}${lines.join(between)}${end}`)
  // Without its beginning, a file is another one.
  const first = Math.max(1, head.length)
  const lost = first + (place % (sound.length - first))
  const bytes = without(sound, lost)
  for (const [, scanner] of SCANNERS) {
    const log = decodeText(bytes, LIMITS, scanner)
    const others = log.entries.filter(({ raw }) => !values.some((value) => JSON.stringify(value) === JSON.stringify(raw)))
    const kept = log.entries.filter((entry) => !others.includes(entry)).map(({ raw }) => JSON.stringify(raw))
    const expected = values.map((value) => JSON.stringify(value)).filter((value) => kept.includes(value))
    deepStrictEqual(kept, expected)
    ok(kept.length >= values.length - 1, textOf(bytes))
    for (const { start, end: after, raw } of others) {
      // A string or a list of the damaged record may be left over: nobody takes that for a record.
      const isObject = typeof raw === 'object' && raw !== null && !Array.isArray(raw)
      ok(!isObject || (start <= lost && lost <= after), `${JSON.stringify(raw)} at ${start} of ${textOf(bytes)}`)
    }
    checkOffsets(log)
  }
}
