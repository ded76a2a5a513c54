/**
 * What both scanners must do.
 */
import { describe, expect, it } from 'vitest'
import {
  AFTER,
  BEFORE,
  CAPACITY,
  COUNT,
  END,
  EVENT_NAME,
  EVENT_SOURCE,
  EVENT_TIME,
  FLAGS,
  FULL,
  HAS_RECORDS,
  INSIDE,
  LAST,
  LONG_DIGITS,
  MODE,
  MORE,
  NON_ASCII,
  ODD,
  ROW,
  ROW_LENGTH,
  type Scanner,
  type ScanState,
  START,
  STOP,
  scanState,
  UNSURE,
} from '../../src/source/item-rows.js'
import { textOf, utf8 } from './logs.js'
import { inSteps, LEAST_STEP } from './scanners.js'

const COMMA = 0x2c
const NEW_LINE = 0x0a
const STOPS = { [MORE]: 'more', [FULL]: 'full', [ODD]: 'odd', [LAST]: 'last' } as Readonly<Record<number, string>>

interface Row {
  readonly record: string
  readonly source?: string
  readonly name?: string
  readonly time?: string
  readonly isUnsure?: true
  readonly hasRecords?: true
}

interface Scanned {
  readonly rows: ReadonlyArray<Row>
  readonly stop: string | undefined
  /** What was not scanned. */
  readonly rest: string
  readonly state: ScanState
  readonly flags: ReadonlyArray<number>
}

export function scanned(scanner: Scanner, json: string | Uint8Array, separator = COMMA, from = 0): Scanned {
  const bytes = typeof json === 'string' ? utf8(json) : json
  const state = scanState(separator)
  const rows: Array<Row> = []
  const flags: Array<number> = []
  let at = from
  do {
    const before = at
    at = scanner.scan(bytes, at, bytes.length, true, 0, state)
    for (let i = 0; i < (state[COUNT] ?? 0); i++) {
      const row = scanner.rows.subarray(i * ROW_LENGTH, (i + 1) * ROW_LENGTH)
      const part = (place: number): string | undefined =>
        row[place + 1] === 0 ? undefined : textOf(bytes.subarray(row[place], row[place + 1]))
      const [source, name, time] = [part(EVENT_SOURCE), part(EVENT_NAME), part(EVENT_TIME)]
      flags.push(row[FLAGS] ?? 0)
      rows.push({
        record: textOf(bytes.subarray(row[START], row[END])),
        ...(source !== undefined && { source }),
        ...(name !== undefined && { name }),
        ...(time !== undefined && { time }),
        ...((row[FLAGS] ?? 0) & UNSURE && { isUnsure: true as const }),
        ...((row[FLAGS] ?? 0) & HAS_RECORDS && { hasRecords: true as const }),
      })
    }
    if (at === before && state[COUNT] === 0) break
  } while ((state[STOP] === MORE || state[STOP] === FULL) && at < bytes.length)
  return { rows, stop: STOPS[state[STOP] ?? -1], rest: textOf(bytes.subarray(at)), state, flags }
}

const record = '{"eventSource":"glue.amazonaws.com","eventName":"GetTable","eventTime":"2024-05-14T06:10:00Z"}'
const names = { source: 'glue.amazonaws.com', name: 'GetTable', time: '2024-05-14T06:10:00Z' }

export function scannerSuite(scanner: Scanner): void {
  const scan = (json: string | Uint8Array, separator?: number, from?: number): Scanned => scanned(scanner, json, separator, from)

  describe('the objects of a list', () => {
    it('are found up to its end', () => {
      const { rows, stop, rest } = scan(`${record} , {"a":[{"b":"]"}]},\n{}]}`)
      expect(rows).toEqual([{ record, ...names }, { record: '{"a":[{"b":"]"}]}' }, { record: '{}' }])
      expect([stop, rest]).toEqual(['last', '}'])
    })

    it('are found up to a value that is not an object', () => {
      expect(scan('{},5,{}]')).toMatchObject({ rows: [{ record: '{}' }], stop: 'odd', rest: '5,{}]' })
      expect(scan('{},,{}]')).toMatchObject({ rows: [{ record: '{}' }], stop: 'odd', rest: ',{}]' })
      expect(scan('{},]')).toMatchObject({ rows: [{ record: '{}' }], stop: 'odd', rest: ']' })
      expect(scan(']')).toMatchObject({ rows: [], stop: 'odd', rest: ']' })
    })

    it('do not count if something else follows them', () => {
      const { rows, stop, state } = scan('{},{"a":1} 5,{}]')
      expect([rows, stop, state[MODE], state[ROW + START]]).toEqual([[{ record: '{}' }], 'odd', AFTER, 3])
      expect(scan('{"a":1}{"b":2}]')).toMatchObject({ rows: [], stop: 'odd' })
    })

    it('do not count if there is a backslash outside of a string', () => {
      const { rows, stop, state } = scan('{},{\\"a":1},{}]')
      expect([rows, stop, state[MODE], state[ROW + START]]).toEqual([[{ record: '{}' }], 'odd', INSIDE, 3])
      expect(scan('{}\\,{}]')).toMatchObject({ rows: [], stop: 'odd' })
      // What follows a record does not matter.
      expect(scan('{},\\')).toMatchObject({ rows: [{ record: '{}' }], stop: 'odd', rest: '\\' })
    })

    it('may be cut', () => {
      for (const [json, mode] of [
        ['{"a":1},', BEFORE],
        ['{"a":1},  \n', BEFORE],
        ['{"a":1},{"b"', INSIDE],
        ['{"a":1},{"b":"\\', INSIDE],
        ['{"a":1},{}', AFTER],
        ['{"a":1},{} ', AFTER],
      ] as const) {
        const { rows, stop, state } = scan(json)
        expect([json, rows, stop, state[MODE]]).toEqual([json, [{ record: '{"a":1}' }], 'more', mode])
      }
    })

    it('are returned in batches', () => {
      const { rows, stop } = scan(`${'{},'.repeat(3 * CAPACITY)}{}]`)
      expect([rows.length, stop]).toEqual([3 * CAPACITY + 1, 'last'])
    })

    it('may nest to any depth', () => {
      const deep = `{"a":${'['.repeat(300_000)}${']'.repeat(300_000)}}`
      expect(scan(`${deep},${record}]`).rows).toEqual([{ record: deep }, { record, ...names }])
    })
  })

  describe('lines', () => {
    it('have one record each', () => {
      const { rows, stop, rest } = scan(`${record}\r\n\n {"a":1}\t\n{}\n`, NEW_LINE)
      expect(rows).toEqual([{ record, ...names }, { record: '{"a":1}' }, { record: '{}' }])
      expect([stop, rest]).toEqual(['more', ''])
    })

    it('with something else on them are flagged', () => {
      for (const json of ['{},\n{}', '{} {}\n', '{}]\n', '{}5\n']) expect([json, scan(json, NEW_LINE).stop]).toEqual([json, 'odd'])
      expect(scan('{}\n[]\n', NEW_LINE)).toMatchObject({ rows: [{ record: '{}' }], stop: 'odd', rest: '[]\n' })
    })

    it('may contain a log', () => {
      expect(scan('{"Records":[{"Records":1}]}\n{"a":{"Records":1}}\n', NEW_LINE).rows).toEqual([
        { record: '{"Records":[{"Records":1}]}', hasRecords: true },
        { record: '{"a":{"Records":1}}' },
      ])
    })
  })

  describe('names', () => {
    const row = (json: string): Row | undefined => scan(`${json}]`).rows[0]

    it.each([
      ['in another order', '{"x":1,"eventTime":"c","eventName":"b","eventSource":"a"}'],
      ['with white space', '{\r\n\t"eventSource" \n:\t"a" , "eventName": "b",\n"eventTime"\n:"c" }'],
      [
        'beside others',
        '{"eventSource":"a","eventName":"b","eventTime":"c","eventType":"d","eventSourceX":"e","event":"f","eventNam":"g"}',
      ],
      [
        'beside values that are called so',
        '{"x":"eventSource","y":"eventName","eventName":"b","eventSource":"a","z":"eventTime","eventTime":"c"}',
      ],
      [
        'beside nested ones',
        '{"eventName":"b","a":{"eventSource":"x"},"eventSource":"a","l":[{"eventName":"y"},"eventName"],"eventTime":"c"}',
      ],
      [
        'beside strings that resemble them',
        '{"eventName":"b","t":", \\"eventName\\":\\"x\\"","u":"x\\\\","eventSource":"a","eventTime":"c"}',
      ],
      ['twice', '{"eventName":"x","eventSource":"y","eventName":"b","eventSource":"a","eventTime":"z","eventTime":"c"}'],
    ])('%s', (_, json) => {
      expect(row(json)).toEqual({ record: json, source: 'a', name: 'b', time: 'c' })
    })

    it('may be missing or empty', () => {
      expect(row('{"eventName":""}')).toEqual({ record: '{"eventName":""}', name: '' })
    })

    it.each([
      '{"\\u0065ventSource":"a"}',
      '{"event\\u0053ource":"a"}',
      '{"eventSourc\\u0065":"a"}',
      '{"eventTim\\u0065":"a"}',
      '{"eventSource":"\\u0061"}',
      '{"eventName":"a\\\\b"}',
      '{"eventName":5}',
      '{"eventName":null}',
      '{"eventTime":["a"]}',
      '{"eventName":"a","eventName":5}',
      '{"eventSource":"\u00e4"}',
    ])('of %s are flagged as uncertain', (json) => {
      expect(row(json)?.isUnsure).toBe(true)
    })
  })

  it('flags long numbers, those with an exponent, and possibly escaped characters', () => {
    const flags = (json: string): number => scan(`${json}]`).flags[0] ?? 0
    for (let pad = 0; pad < 70; pad++) {
      expect([pad, flags(`{"${'x'.repeat(pad)}":1234567890123456}`) & LONG_DIGITS]).toEqual([pad, LONG_DIGITS])
      for (const number of ['1e999', '-12.5E-3', '0.00000000000001', '[5,1e2]'])
        expect([pad, number, flags(`{"${'x'.repeat(pad)}":${number}}`) & LONG_DIGITS]).toEqual([pad, number, LONG_DIGITS])
      for (const value of ['"1234567890123456"', '"1e999"', '123456789012345', '[1234567890123,1234567890123,1]', '[1,true,false,12]'])
        expect([pad, value, flags(`{"${'x'.repeat(pad)}":${value}}`) & LONG_DIGITS]).toEqual([pad, value, 0])
      expect([pad, flags(`{"${'x'.repeat(pad)}":"\u00e4"}`) & NON_ASCII]).toEqual([pad, NON_ASCII])
    }
  })

  describe('the same rows come out', () => {
    const jsons = [
      `${record},{"eventName":"\u00e4","a":"${'\\'.repeat(6)}"},{"eventSource":"s","x":"${'\\\\\\"'.repeat(30)}"},${record}]`,
      `${' '.repeat(70)}{"pad":"${'x'.repeat(100)}","eventName":"n"}${'\n'.repeat(70)},${JSON.stringify(JSON.parse(record), null, 4)} , {}]`,
    ]

    it('at every alignment', () => {
      for (const json of jsons) {
        const { rows } = scan(json)
        for (let shift = 0; shift < 64; shift++) expect([shift, scan(' '.repeat(shift) + json, COMMA, shift).rows]).toEqual([shift, rows])
        for (let pad = 0; pad < 64; pad++) {
          const padded = `{"pad":"${'x'.repeat(pad)}"},${json}`
          expect([pad, scan(padded).rows.slice(1)]).toEqual([pad, rows])
        }
      }
    })

    it('in steps of any length, except for names that are cut', () => {
      for (const json of jsons) {
        const { rows, stop } = scan(json)
        for (let step = LEAST_STEP; step < 400; step++) {
          const cut = scanned(inSteps(scanner, step), json)
          expect([step, cut.stop, cut.rows.map((row) => row.record)]).toEqual([step, stop, rows.map((row) => row.record)])
          for (const [i, row] of cut.rows.entries()) if (row.isUnsure !== true) expect([step, row]).toEqual([step, rows[i]])
        }
      }
    })
  })

  it('returns positions relative to the origin', () => {
    const state = scanState(COMMA)
    const json = utf8('{"eventName":"a"}]')
    expect(scanner.scan(json, 0, json.length, true, 2 ** 40, state)).toBe(json.length)
    expect([...scanner.rows.subarray(0, ROW_LENGTH)].filter((_, i) => i !== FLAGS)).toEqual([
      2 ** 40,
      2 ** 40 + 17,
      0,
      0,
      2 ** 40 + 14,
      2 ** 40 + 15,
      0,
      0,
    ])
  })
}
