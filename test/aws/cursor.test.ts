import { describe, expect, it } from 'vitest'
import { Cursor, GIVEN } from '../../src/aws/cursor.js'
import { trailKey } from './protocol/trail.js'

const LANE = 'AWSLogs/123456789012/CloudTrail/eu-central-1/'
const NOON = Date.UTC(2024, 4, 1, 12)

describe('a cursor', () => {
  it('goes on where it was, lane by lane', () => {
    const cursor = new Cursor(undefined, NOON)
    cursor.passed(LANE, trailKey(0))
    cursor.passed(GIVEN, '17')
    const again = new Cursor(cursor.toString(), NOON)
    expect(again.placeIn(LANE)).toBe(trailKey(0))
    expect(again.placeIn(GIVEN)).toBe('17')
    expect(again.placeIn('another')).toBeUndefined()
    expect(again.toString()).toBe(cursor.toString())
  })

  it('stays in front of files that were delivered within the last hour: others of their minute may follow', () => {
    const cursor = new Cursor(undefined, Date.UTC(2024, 4, 1, 2))
    cursor.passed(LANE, trailKey(56))
    cursor.passed(LANE, trailKey(60))
    cursor.passed(LANE, trailKey(64))
    expect(cursor.placeIn(LANE)).toBe(trailKey(56))
  })

  it.each(['', '{}', '[]', 'null', '{"v":2,"at":{}}', '{"v":1,"at":[]}'])('is not made of %j', (text) => {
    expect(() => new Cursor(text, NOON)).toThrow(new TypeError('cursor: expected what a reading of this version handed out'))
  })

  it('keeps lanes apart whatever they are called', () => {
    const cursor = new Cursor(undefined, NOON)
    cursor.passed('__proto__', 'x')
    expect(new Cursor(cursor.toString(), NOON).placeIn('toString')).toBeUndefined()
  })
})
