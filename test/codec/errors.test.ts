import * as t from 'io-ts'
import { describe, expect, it } from 'vitest'
import { isObject, optNumber } from '../../src/codec/check.js'
import { pathOf } from '../../src/codec/errors.js'
import { structure } from '../../src/codec/structure.js'

const Point = structure<{ readonly x?: number | null }>('Point', (u) => isObject(u) && optNumber(u.x), '.n')

const secret = { x: 'secret' }

/** Messages and paths of a codec that refuses a value. */
function refused(codec: t.Mixed, value: unknown): ReadonlyArray<readonly [string | undefined, string]> {
  const decoded = codec.decode(value)
  if (decoded._tag === 'Right') throw new Error('expected to be refused')
  return decoded.left.map((error) => [error.message, pathOf(error.context).join('/')])
}

const line = (path: string): string => `${path}: expected a number, received a string`

describe('errors inside the combinators of io-ts', () => {
  it.each([
    [t.array(Point), [{}, secret], '[1].x', '1/x'],
    [t.readonlyArray(Point), [secret], '[0].x', '0/x'],
    [t.type({ point: Point }), { point: secret }, 'point.x', 'point/x'],
    [t.partial({ point: Point }), { point: secret }, 'point.x', 'point/x'],
    [t.record(t.string, Point), { 'a b': secret }, '["a b"].x', 'a b/x'],
    [t.tuple([t.string, Point]), ['a', secret], '[1].x', '1/x'],
    [t.intersection([t.type({ id: t.string }), Point]), { id: 'a', ...secret }, 'x', 'x'],
    [
      t.intersection([t.type({ points: t.array(Point) }), t.type({ id: t.string })]),
      { id: 'a', points: [secret] },
      'points[0].x',
      'points/0/x',
    ],
    [t.exact(t.type({ point: Point })), { point: secret }, 'point.x', 'point/x'],
  ])('%#: the message has the whole path, and the value is nowhere', (codec, value, path, joined) => {
    expect(refused(codec as t.Mixed, value)).toEqual([[line(path), joined]])
    const decoded = (codec as t.Mixed).decode(value)
    expect(JSON.stringify(decoded)).not.toContain('secret')
  })

  it('leaves the numbers of members of unions out', () => {
    expect(refused(t.union([t.number, Point]), secret).map(([message]) => message)).toContain(line('x'))
  })
})
