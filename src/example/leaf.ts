/**
 * Values without parts, from their templates.
 *
 * @module
 */
import type { Shape } from '../codec/fields.js'
import { fill, type Source } from './fill.js'
import { DAY } from './moment.js'

/** What all values of one call share. */
export interface Making extends Source {
  /** The form of its timestamps. */
  readonly form: (ms: number) => string | number
  /** The redaction marker that replaces its secrets. */
  readonly marker: string
}

const RANGE = /^(\d+)\.\.(\d+)$/
const ANY_NUMBER = '1..10'

/** Makes a value of a kind from its template, for the item of a list with this index. */
export function leafOf({ kind }: Shape, template: string, making: Making, index = 0): unknown {
  switch (kind) {
    case 'number':
    case 'number or string':
      return numberOf(template === '' ? ANY_NUMBER : template, making)
    case 'timestamp':
      return making.form(momentOf(Number(template), making))
    case 'boolean':
    case 'boolean or string':
      return template === '' ? making.draw.int(2) === 0 : template === 'true'
    case 'document':
      return template === 'true' || template === 'false' ? template === 'true' : fill(template, making, index)
    default:
      return fill(template, making, index)
  }
}

function numberOf(template: string, { draw }: Making): number {
  const [, low, high] = RANGE.exec(template) ?? []
  return low === undefined ? Number(template) : Number(low) + draw.int(Number(high) - Number(low) + 1)
}

/** Returns a time so many days before or after the event, at any time of that day; 0 is the event's second. */
function momentOf(days: number, { draw, now }: Making): number {
  return now + days * DAY + Math.sign(days) * draw.int(DAY)
}
