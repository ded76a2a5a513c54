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
    expect(again.positionIn(LANE)).toBe(trailKey(0))
    expect(again.positionIn(GIVEN)).toBe('17')
    expect(again.positionIn('another')).toBeUndefined()
    expect(again.toString()).toBe(cursor.toString())
  })

  it('stays before files that were delivered within the last hour: others of their minute may follow', () => {
    const cursor = new Cursor(undefined, Date.UTC(2024, 4, 1, 2))
    cursor.passed(LANE, trailKey(56))
    cursor.passed(LANE, trailKey(60))
    cursor.passed(LANE, trailKey(64))
    expect(cursor.positionIn(LANE)).toBe(trailKey(56))
  })

  it.each(['', '{}', '[]', 'null', '{"v":2,"at":{}}', '{"v":1,"at":[]}'])('is not made of %j', (content) => {
    expect(() => new Cursor(content, NOON)).toThrow('cursor: expected what a reading of this version returned')
  })

  it('is not made of an altered one', () => {
    const cursor = new Cursor(undefined, NOON)
    cursor.passed(LANE, trailKey(0))
    for (const content of [cursor.toString().replace('2024', '2023'), '{"v":1,"at":{}}'])
      expect(() => new Cursor(content, NOON)).toThrow(expect.objectContaining({ code: 'INVALID_CURSOR' }))
  })

  it('is not made of JSON that is deeper than the stack', () => {
    const content = `{"v":1,"sum":1,"at":{"a":${'['.repeat(50_000)}${']'.repeat(50_000)}}}`
    expect(() => new Cursor(content, NOON)).toThrow(expect.objectContaining({ code: 'INVALID_CURSOR' }))
  })

  it.each([
    ['a file that is not delivered yet', LANE, trailKey(60 * 24 * 365)],
    ['a key without a time', LANE, `${LANE}~`],
    ['an invalid count', GIVEN, 'Infinity'],
  ])('is not made of %s', (_, lane, position) => {
    const later = new Cursor(undefined, Date.UTC(2030, 0))
    later.passed(lane, position)
    const isKept = later.positionIn(lane) !== undefined
    if (isKept) expect(() => new Cursor(later.toString(), NOON)).toThrow(expect.objectContaining({ code: 'INVALID_CURSOR' }))
    else expect(lane).toBe(LANE)
  })

  it('is not moved by a key without a time', () => {
    const cursor = new Cursor(undefined, NOON)
    const poison = `${LANE}9999/12/31/123456789012_CloudTrail_eu-central-1_20200101T0000Z_x.json.gz`
    for (const key of [poison, `${LANE}~`]) cursor.passed(LANE, key)
    expect(cursor.positionIn(LANE)).toBeUndefined()
  })

  it.each([
    ['a folder of the next day', '2024/05/02', 'eu-central-1'],
    ['another region in its name', '2024/05/01', 'zz-central-1'],
  ])('is not moved past what is still to come by a key with %s', (_, day, region) => {
    const cursor = new Cursor(undefined, NOON)
    cursor.passed(LANE, trailKey(0))
    const poison = `${LANE}${day}/123456789012_CloudTrail_${region}_20240501T0000Z_x.json.gz`
    cursor.passed(LANE, poison)
    expect(cursor.positionIn(LANE)).toBe(trailKey(0))
    // Two days later, all files of its folder are there.
    const later = new Cursor(undefined, NOON + 48 * 3_600_000)
    later.passed(LANE, poison)
    expect(later.positionIn(LANE)).toBe(poison)
    expect(() => new Cursor(later.toString(), NOON - 48 * 3_600_000)).toThrow(expect.objectContaining({ code: 'INVALID_CURSOR' }))
  })

  it('keeps lanes apart whatever they are called', () => {
    const cursor = new Cursor(undefined, NOON)
    cursor.passed('__proto__#', '__proto__#1')
    expect(new Cursor(cursor.toString(), NOON).positionIn('toString')).toBeUndefined()
  })
})
