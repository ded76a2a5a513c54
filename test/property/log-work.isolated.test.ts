/**
 * The work of reading a file grows with its bytes, whatever they are.
 */
import { describe, expect, it } from 'vitest'
import { joined, memberOf } from '../support/gzip-file.js'
import { utf8 } from '../support/logs.js'
import { countWork } from '../support/work.js'

const work = await countWork()
const { decodeLog } = await import('glue-trail/source')

const repeated = (json: string, n: number): string => json.repeat(n)

const HOSTILE: ReadonlyArray<readonly [name: string, n: number, text: (n: number) => string]> = [
  ['white space', 10000, (n) => repeated(' \n', n)],
  ['white space before one record', 10000, (n) => `${repeated(' \n', n)}{}`],
  ['white space between brackets', 5000, (n) => `{"Records":[${repeated(' ', n)},${repeated('\n', n)}]${repeated(' ', n)}}`],
  ['values without a new line between them', 200, (n) => repeated('{}', n)],
  ['commas', 250, (n) => `{"Records":[${repeated(',', n)}]}`],
  ['open brackets', 5000, (n) => repeated('[', n)],
  ['open brackets, one a line', 5000, (n) => repeated('[\n', n)],
  ['closing brackets', 5000, (n) => `{"Records":[${repeated(']', n)}`],
  ['quotes', 5000, (n) => `{"Records":[${repeated('"', n)}`],
  ['quotes, one per line after a record', 2000, (n) => `{}\n${repeated('{"\n', n)}`],
  ['backslashes', 5000, (n) => `{"Records":["${repeated('\\', n)}`],
  ['lists that do not count', 200, (n) => `{${repeated('"Records":[{}],', n)}"x":1}`],
  ['members that are no JSON', 250, (n) => `{"Records":[],${repeated('"x":1,', n)}y}`],
  ['digits', 5000, (n) => `{"Records":[${repeated('7', n)}]}`],
  ['numbers with points', 500, (n) => `{"Records":[[${repeated('1.234567890123456,', n)}1]]}`],
]

const growthFor = (json: (n: number) => string, n: number): Promise<number> =>
  work.growth((length) => {
    const bytes = utf8(json(length))
    return () => decodeLog(bytes)
  }, n)

describe('The work of reading a file', () => {
  it.each(HOSTILE)('grows no faster than the bytes for %s', async (_, n, json) => {
    expect(await growthFor(json, n)).toBeLessThan(1)
  })

  it('grows no faster than the members of a gzip file', async () => {
    const member = memberOf(utf8('{}\n'))
    const read = (length: number) => {
      const bytes = joined(...Array.from({ length }, () => member))
      return () => decodeLog(bytes)
    }
    expect(await work.growth(read, 20)).toBeLessThan(1)
  })
})
