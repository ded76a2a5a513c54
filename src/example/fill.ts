/**
 * Templates with words in braces: `s3://{bucket}/{table}/`.
 *
 * A word in braces is a name of the platform, `{job#}` the one with the index of the item that the template is for;
 * `{uuid}`, `{hex:16}` and `{digits:13}` are random. ` | ` separates alternatives, one of which is drawn.
 *
 * @module
 */
import type { Chance } from './chance.js'
import { DAY, dateOf, isoOf } from './moment.js'
import type { Words } from './platform.js'

/** What templates are filled from. */
export interface Source {
  readonly words: Words
  readonly draw: Chance
  /** The moment of the event, in milliseconds. */
  readonly now: number
}

const WORD = /\{([A-Za-z]+)(?::([0-9]+))?(#?)\}/g

/** Draws one of the alternatives between ` | `. */
export const oneOf = (content: string, draw: Chance): string => draw.pick(content.split(' | '))

/** Fills a template for the item of a list with this index. Other braces are kept. */
export function fill(content: string, source: Source, index = 0): string {
  return content.replace(WORD, (whole, word: string, length: string | undefined, counted: string) => {
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
        return list?.[counted === '' ? 0 : index % list.length] ?? whole
      }
    }
  })
}
