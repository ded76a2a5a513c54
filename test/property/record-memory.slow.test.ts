/**
 * Every exported function that takes a record needs at most 64 MiB more for one record of up to 4 MiB than `JSON.parse`
 * does, whatever the shape of the record; so does reading its bytes. `record-work.isolated.test.ts` counts the work of
 * the same functions.
 */
import { describe, expect, it } from 'vitest'
import { programs } from '../support/child.js'
import { recordWith, SHAPES } from '../support/large-records.js'

/** In MB, as `run` answers. */
const MORE = (64 * 2 ** 20) / 1e6
const SIZES = [0.1, 1, 3.9].map((mebibytes) => Math.floor(mebibytes * 2 ** 20))

const { file, run } = programs(
  `
import { historyOf } from './src/index.ts'
import { ANSWERS } from './test/support/answers.ts'
import { READERS, STRICT, TOTAL } from './test/support/subpath-answers.ts'
export { rowsOf } from './src/archive/index.ts'
export { decodeLog, decodeLogStream } from './src/source/index.ts'
export { filePieces } from './src/node/index.ts'
const ofTable = { 'historyOf, its table': (record) => historyOf([record, record], 'sales.orders') }
export const functions = { ...ANSWERS, ...TOTAL, ...STRICT, ...READERS, ...ofTable }
`,
  ['node'],
)

const PARSE = 'const log = JSON.parse(new TextDecoder().decode(readFile(path)))'

/** Calls functions one after the other, and returns how many MB more than `JSON.parse` the process took up to each. */
const callsOf = (names: ReadonlyArray<string>): string => `
  ${PARSE}
  const before = peakMemory()
  const peaks = []
  for (const name of ${JSON.stringify(names)}) {
    // Some refuse the record.
    try { await glue.functions[name](log.Records[0]) } catch {}
    gc()
    peaks.push((peakMemory() - before) / 1e6)
  }
  return peaks
`

const NAMES = 'return Object.keys(glue.functions)'

const READING = {
  decodeLog: 'return (await glue.decodeLog(readFile(path))).counts.records',
  'decodeLog and rowsOf': 'return [...glue.rowsOf(await glue.decodeLog(readFile(path)))].length',
  'decodeLog and rowsOf, redacted': 'return [...glue.rowsOf(await glue.decodeLog(readFile(path)), { redact: true })].length',
  decodeLogStream: `
    const stream = glue.decodeLogStream(glue.filePieces(path))
    for await (const _ of stream);
    return stream.counts.records`,
}

const cases = Object.keys(SHAPES).flatMap((shape) => SIZES.map((size) => [shape, size] as const))

describe.each(cases)('a record that is %s, of %i bytes', (shape, size) => {
  const written = (): string => file('log.json', Buffer.from(`{"Records":[${recordWith(SHAPES[shape]?.(size) ?? '')}]}`))

  it('needs little memory in any function', () => {
    const path = written()
    const names = run(NAMES, path).answer as ReadonlyArray<string>
    expect(names.length).toBeGreaterThan(100)
    // Memory of the ones before may be left over: what comes to be above the limit is called again, first.
    for (let left = names; left.length > 0; ) {
      const peaks = run(callsOf(left), path).answer as ReadonlyArray<number>
      expect(peaks[0], left[0]).toBeLessThan(MORE)
      const above = peaks.findIndex((peak) => peak >= MORE)
      left = above === -1 ? [] : left.slice(above)
    }
  })

  it.each(Object.entries(READING))('needs little memory in %s', (_, read) => {
    const path = written()
    const parsed = run(`${PARSE}; return log.Records.length`, path)
    const { answer, megabytes } = run(read, path)
    expect(answer).toBe(1)
    expect(megabytes - parsed.megabytes).toBeLessThan(MORE)
  })
})
