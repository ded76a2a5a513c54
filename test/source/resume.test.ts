import { describe, expect, it } from 'vitest'
import { decodeLog } from '../../src/source/decode-log.js'
import { type Level, LONGEST_RECORD, Resuming } from '../../src/source/resume.js'
import { TextWindow } from '../../src/source/text-window.js'
import { raws, someRecords, utf8 } from '../support/logs.js'

const found = (content: string, level: Level, isHead = false) =>
  new Resuming(TextWindow.whole(utf8(content))).find(0, content.length, level, isHead)

describe('reading resumes', () => {
  it.each<[string, Level, number | undefined]>([
    ['x},{"a":1}]}', 'WRAPPED_LIST', 3],
    ['x},{"a":1}]', 'LIST', 3],
    // These are in a list within the record, or in the other kind of list.
    ['x},{"a":1}],"b":2},{"c":3}]}', 'WRAPPED_LIST', 19],
    ['x},{"a":1}]}', 'LIST', undefined],
    ['x},{"a":1}]}}', 'WRAPPED_LIST', undefined],
    ['x},{"a":1}]} junk', 'WRAPPED_LIST', undefined],
    ['x},{"a":1}]}\n{}', 'WRAPPED_LIST', 3],
    // What encloses the list goes on after the new line.
    ['x},\n{"a":1}\n]\n}\n]}', 'WRAPPED_LIST', undefined],
    ['x},\n{"a":1}\n]\n,5]', 'LIST', undefined],
    // So it does if a comma is lost.
    ['x},\n{"a":1}\n]\n"b":5}]', 'LIST', undefined],
    ['x},\n{"a":1}\n]}\n {"b":5}]}', 'WRAPPED_LIST', 16],
    ['x},\n{"a":1}\n]}\n{"b":5}', 'WRAPPED_LIST', 4],
    ['x}\n{"a":1}\n ]}', 'TEXT', undefined],
    ['x\n{"a":1}\njunk', 'TEXT', 2],
    ['x,\n{"a":1}\n', 'TEXT', 3],
    ['x,\n{"a":\n1}\n', 'TEXT', undefined],
    ['x {"a":1}', 'TEXT', undefined],
    ['x}{"a":1}', 'TEXT', 2],
  ])('in %j as %s at %s', (content, level, at) => {
    expect(found(content, level)?.at).toBe(at)
  })

  it.each<[string, Level, boolean]>([
    [',{"a":1}]', 'LIST', true],
    [',{"a":1},{"b":nope},{"c":1}]', 'LIST', true],
    [',{"a":1}]}', 'WRAPPED_LIST', true],
    [',{"a":1},{"b":nope},{"c":1}]}', 'WRAPPED_LIST', true],
    // The list around the next item ends too early.
    [',{"a":1}],"b":2},{"c":3}]', 'LIST', false],
    [',{"a":1}],"b":2},{"c":3}]}', 'WRAPPED_LIST', false],
    [',{"a":1}]},{"c":3}]}', 'WRAPPED_LIST', false],
  ])('after a balanced record, at the comma of %j as %s: %s', (content, level, expected) => {
    expect(new Resuming(TextWindow.whole(utf8(content))).goesOn(0, level)).toBe(expected)
  })

  it('where as much follows without a fault as a record has at most', () => {
    const items = `,{"a":"${'x'.repeat(1000)}"}`.repeat(300)
    expect(items.length).toBeGreaterThan(LONGEST_RECORD)
    expect(found(`x}${items} junk`, 'LIST')?.at).toBe(3)
  })

  it('at the first item only of a list that is damaged where it begins', () => {
    expect(found('x:[{"a":1}]}', 'WRAPPED_LIST')).toBeUndefined()
    expect(found('x:[{"a":1}]}', 'WRAPPED_LIST', true)?.at).toBe(3)
  })
})

describe('one lost byte', () => {
  const records = someRecords(6)
  const json = JSON.stringify({ Records: records })
  const [first] = records.map((record) => JSON.stringify(record).length)

  it('costs the record that it was in, and no other', async () => {
    const from = '{"Records":['.length + (first ?? 0) + 1
    const end = from + JSON.stringify(records[1]).length
    for (let at = from; at < end; at++) {
      const log = await decodeLog(utf8(json.slice(0, at) + json.slice(at + 1)))
      const others = raws(log).filter((raw) => records.some((record) => JSON.stringify(record) === JSON.stringify(raw)))
      expect([at, others.length >= 5]).toEqual([at, true])
    }
  })

  it('between records costs none', async () => {
    const at = '{"Records":['.length + (first ?? 0)
    expect(raws(await decodeLog(utf8(json.slice(0, at) + json.slice(at + 1))))).toEqual(records)
  })

  // A caller of an API chooses what a request holds; indented, its lists look more like those of the file.
  it.each([undefined, 1, 2])('is not a way to make records of what a request holds, with indent %s', async (indent) => {
    const fake = { eventSource: 'glue.amazonaws.com', eventName: 'DeleteTable' }
    const record = {
      ...(records[0] as object),
      requestParameters: { name: 's{"{"x":1}', names: ['s"{{{', fake], list: [fake, fake, { x: [fake, fake] }], Records: [fake, fake] },
      resources: [fake, fake],
    }
    for (const last of [[records[2]], []]) {
      const log = JSON.stringify({ Records: [records[1], record, ...last] }, null, indent)
      for (let at = JSON.stringify(records[1], null, indent).length; at < log.length; at++) {
        const seen = raws(await decodeLog(utf8(log.slice(0, at) + log.slice(at + 1))))
        expect([at, seen.filter((raw) => JSON.stringify(raw) === JSON.stringify(fake))]).toEqual([at, []])
      }
    }
  })
})
