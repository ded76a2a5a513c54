/**
 * The time that reading a file takes grows with its bytes, whatever stands in it.
 */
import { decodeLog } from 'glue-trail/source'
import { describe, expect, it } from 'vitest'
import { joined, memberOf } from '../support/gzip-file.js'
import { utf8 } from '../support/logs.js'

const repeated = (text: string, n: number): string => text.repeat(n)

const HOSTILE: ReadonlyArray<readonly [name: string, n: number, text: (n: number) => string]> = [
  ['white space', 200_000, (n) => repeated(' \n', n)],
  ['white space in front of one record', 200_000, (n) => `${repeated(' \n', n)}{}`],
  ['white space between brackets', 100_000, (n) => `{"Records":[${repeated(' ', n)},${repeated('\n', n)}]${repeated(' ', n)}}`],
  ['values without a new line between them', 2_000, (n) => repeated('{}', n)],
  ['commas', 5_000, (n) => `{"Records":[${repeated(',', n)}]}`],
  ['open brackets', 100_000, (n) => repeated('[', n)],
  ['open brackets, one a line', 100_000, (n) => repeated('[\n', n)],
  ['closing brackets', 100_000, (n) => `{"Records":[${repeated(']', n)}`],
  ['quotes', 100_000, (n) => `{"Records":[${repeated('"', n)}`],
  ['quotes, one a line behind a record', 5_000, (n) => `{}\n${repeated('{"\n', n)}`],
  ['backslashes', 100_000, (n) => `{"Records":["${repeated('\\', n)}`],
  ['lists that do not count', 2_000, (n) => `{${repeated('"Records":[{}],', n)}"x":1}`],
  ['members that are no JSON', 5_000, (n) => `{"Records":[],${repeated('"x":1,', n)}y}`],
  ['digits', 100_000, (n) => `{"Records":[${repeated('7', n)}]}`],
  ['numbers with points', 10_000, (n) => `{"Records":[[${repeated('1.234567890123456,', n)}1]]}`],
]

/** The shortest of five runs, in milliseconds. */
async function time(run: () => Promise<unknown>): Promise<number> {
  let shortest = Number.POSITIVE_INFINITY
  for (let i = 0; i < 5; i++) {
    const start = performance.now()
    await run()
    shortest = Math.min(shortest, performance.now() - start)
  }
  return shortest
}

/** Eight times the bytes; what grows with the square takes 64 times as long. */
const GROWTH = 8
const SLACK = 32

/** Below this many milliseconds the clock says nothing. */
const FLOOR = 1

async function expectLinear(bytes: (n: number) => Uint8Array, n: number): Promise<void> {
  const [small, large] = [bytes(n), bytes(GROWTH * n)]
  const short = await time(() => decodeLog(small))
  const long = await time(() => decodeLog(large))
  expect(long).toBeLessThan(SLACK * Math.max(short, FLOOR))
}

describe('The time of reading a file', () => {
  it.each(HOSTILE)('grows no faster than the bytes for %s', async (_, n, text) => {
    await expectLinear((length) => utf8(text(length)), n)
  })

  it('grows no faster than the members of a gzip file', async () => {
    const member = memberOf(utf8('{}\n'))
    await expectLinear((length) => joined(...Array.from({ length }, () => member)), 100)
  })
})
