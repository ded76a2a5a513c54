/**
 * Texts with places in braces, filled in: `s3://{bucket}/{table}/`.
 *
 * A word in braces is a name of the platform, `{job#}` the one with the number of the item that the text is for; `{uuid}`, `{hex:16}` and
 * `{digits:13}` are drawn. Where ` | ` stands in a text, one of the texts between is drawn.
 *
 * @module
 */
import type { Chance } from './chance.js'
import { DAY, dateOf, isoOf } from './moment.js'
import type { Words } from './platform.js'

/** What texts are filled in from. */
export interface Source {
  readonly words: Words
  readonly draw: Chance
  /** The moment of the event, in milliseconds. */
  readonly now: number
}

const PLACE = /\{([A-Za-z]+)(?::([0-9]+))?(#?)\}/g

/** One of the texts that stand between ` | `. */
export const oneOf = (text: string, draw: Chance): string => draw.pick(text.split(' | '))

/** A text with its places filled in, for the item of a list with this number. Braces around anything else stay as they are. */
export function fill(text: string, source: Source, index = 0): string {
  return text.replace(PLACE, (place, word: string, length: string | undefined, counted: string) => {
    const { draw, now, words } = source
    switch (word) {
      case 'uuid':
        return draw.uuid()
      case 'hex':
        return draw.hex(Number(length))
      case 'digits':
        return draw.letters('123456789', Number(length))
      case 'id':
        return draw.letters('ABCDEFGHIJKLMNOPQRSTUVWXYZ234567', Number(length))
      case 'base':
        return draw.letters('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789', Number(length))
      case 'number':
        return String(index + 1)
      case 'date':
        return dateOf(now - (index + 1) * DAY)
      case 'time':
        return isoOf(now)
      default: {
        const list = words[word]
        return list?.[counted === '' ? 0 : index % list.length] ?? place
      }
    }
  })
}
