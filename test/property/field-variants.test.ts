/**
 * The field cases cut, doubled and wrapped twice: what is found is never more than what is there, `unwrap` and the
 * readers never reject, and a stream finds what the whole file holds.
 */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodeLog } from '../../src/source/decode-log.js'
import { decodeLogStream } from '../../src/source/decode-log-stream.js'
import { unwrap } from '../../src/source/envelope/unwrap.js'
import { notificationOf, sqsOf } from '../support/envelope.js'
import { FIELD_CASES } from '../support/field-cases.js'
import { joined } from '../support/gzip-file.js'
import { OWN_CASES } from '../support/own-cases.js'
import { describeShared, sharedBytes } from '../support/shared.js'

const RUNS = { numRuns: 40 }

interface Variant {
  readonly file: string
  readonly bytes: Uint8Array
}

const OWN: ReadonlyArray<Variant> = OWN_CASES.map(({ file, content }) => ({ file, bytes: Buffer.from(content) }))

/** The records of a file, each as JSON, read whole; a stream of two pieces has to find the same. */
async function readFrom(bytes: Uint8Array, at: number): Promise<ReadonlyArray<string>> {
  const { entries } = await decodeLog(bytes)
  const streamed: Array<unknown> = []
  for await (const { raw } of decodeLogStream([bytes.subarray(0, at), bytes.subarray(at)])) streamed.push(raw)
  expect(streamed).toEqual(entries.map(({ raw }) => raw))
  return entries.flatMap(({ raw, result }) => (result._tag === 'Left' ? [] : [JSON.stringify(raw)]))
}

async function unwrappedFrom(u: unknown): Promise<ReadonlyArray<string>> {
  const contents = (await unwrap(u)).flatMap((message) => message.contents)
  return contents.flatMap((content) => (content.kind === 'RECORDS' ? content.records.map((record) => JSON.stringify(record)) : []))
}

function itHolds(cases: ReadonlyArray<Variant>): void {
  const anyCase = fc.constantFrom(...cases)
  const stringCase = fc.constantFrom(...cases.filter(({ file }) => !file.endsWith('gz')))

  it('that are cut hold no record that was not there', async () => {
    await fc.assert(
      fc.asyncProperty(anyCase, fc.double({ min: 0, max: 1, noNaN: true }), async ({ bytes }, share) => {
        const whole = await readFrom(bytes, 1000)
        const cut = bytes.subarray(0, Math.floor(share * bytes.length))
        for (const record of [...(await readFrom(cut, 100)), ...(await unwrappedFrom(Buffer.from(cut).toString()))])
          expect(whole).toContain(record)
      }),
      RUNS,
    )
  })

  it('that follow themselves hold all records twice', async () => {
    await fc.assert(
      fc.asyncProperty(anyCase, async ({ file, bytes }) => {
        const whole = await readFrom(bytes, 1000)
        const between = file.endsWith('gz') ? new Uint8Array(0) : Buffer.from('\n')
        expect(await readFrom(joined(bytes, between, bytes), bytes.length)).toEqual([...whole, ...whole])
      }),
      RUNS,
    )
  })

  it('that are wrapped twice hold the same records', async () => {
    await fc.assert(
      fc.asyncProperty(stringCase, async ({ bytes }) => {
        const content = Buffer.from(bytes).toString()
        const plain = await unwrappedFrom(content)
        expect(await unwrappedFrom(sqsOf(JSON.stringify(notificationOf(content))))).toEqual(plain)
        expect(await readFrom(Buffer.from(JSON.stringify(sqsOf(JSON.stringify(content)))), 1000)).toEqual(plain)
      }),
      RUNS,
    )
  })
}

describe('own cases', () => itHolds(OWN))

describeShared('field cases', () => itHolds(FIELD_CASES.map(({ file }) => ({ file, bytes: sharedBytes(`cases/${file}`) }))))
