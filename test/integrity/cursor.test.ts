import { expect, it } from 'vitest'
import { type Cursor, cursorText, parseCursor } from '../../src/integrity/cursor.js'

const cursor: Cursor = {
  done: ['a'],
  shards: [],
  keys: [],
  notChecked: [],
  region: {
    name: 'b',
    state: {
      shards: { x: { judgedTo: Number.NEGATIVE_INFINITY, links: [], isAnnounced: false } },
      references: { files: [], spans: [], kinds: [] },
      logs: [''],
    },
    tally: { shards: [], unreferenced: { unreferenced: 0, pending: 0, outside: 0, kindNotDigested: 0 }, problems: [], moreProblems: 0 },
  },
}

it('is read as it was written', () => {
  expect(parseCursor(cursorText(cursor))).toEqual({ form: 'glue-trail/integrity-cursor/1', ...cursor })
})

it('is refused where it is something else', () => {
  for (const content of [
    '',
    '{}',
    '[]',
    '{"form":"glue-trail/integrity-cursor/1"}',
    '{"form":"x","done":[],"shards":[],"keys":[],"notChecked":[]}',
  ]) {
    expect(() => parseCursor(content)).toThrow(new TypeError('cursor: expected a cursor of a validation, received something else'))
  }
})
