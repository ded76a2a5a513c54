/**
 * Values without parts, from their texts.
 *
 * @module
 */
import type { Shape } from '../codec/fields.js'
import { fill, type Source } from './fill.js'
import { DAY } from './moment.js'

/** What the values of one call have in common. */
export interface Making extends Source {
  /** The form of its timestamps. */
  readonly form: (ms: number) => string | number
  /** What stands in place of its secrets. */
  readonly mark: string
}

const RANGE = /^(\d+)\.\.(\d+)$/
const ANY_NUMBER = '1..10'

/** A value of a kind from the text for it, for the item of a list with this number. */
export function leafOf({ kind }: Shape, text: string, making: Making, index = 0): unknown {
  switch (kind) {
    case 'number':
    case 'number or string':
      return numberOf(text === '' ? ANY_NUMBER : text, making)
    case 'timestamp':
      return making.form(momentOf(Number(text), making))
    case 'boolean':
    case 'boolean or string':
      return text === '' ? making.draw.int(2) === 0 : text === 'true'
    case 'document':
      return text === 'true' || text === 'false' ? text === 'true' : fill(text, making, index)
    default:
      return fill(text, making, index)
  }
}

function numberOf(text: string, { draw }: Making): number {
  const [, low, high] = RANGE.exec(text) ?? []
  return low === undefined ? Number(text) : Number(low) + draw.int(Number(high) - Number(low) + 1)
}

/** So many days before or after the event, at any time of that day; 0 is the event's second. */
function momentOf(days: number, { draw, now }: Making): number {
  return now + days * DAY + Math.sign(days) * draw.int(DAY)
}
