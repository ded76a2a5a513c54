/**
 * What an API does, in words: `create connection`, and in the past `created connection`. Names of APIs begin with a
 * verb, and the rest reads well in lower case; the few exceptions have a phrase of their own.
 *
 * @module
 */
import { PASTS, PHRASES, VERBS } from '../generated/phrases.js'

/** An API in words. */
export interface Phrase {
  /** The verb in the present, such as `create`. */
  readonly present: string
  /** The same in the past. */
  readonly past: string
  /** The object, such as `connection`; empty if it can be any resource. */
  readonly noun: string
  /** The words after the resource's name, such as `from source control`. */
  readonly end: string
}

/** Returns what an API does; `call NAME` if no verb is known. */
export function phraseOf(name: string): Phrase {
  const phrase = valueIn(PHRASES, name) ?? ruledPhrase(name) ?? `call ${name}`
  const [start = '', end = ''] = phrase.split(' * ')
  const [present = '', ...words] = start.split(' ')
  return { present, past: valueIn(PASTS, present) ?? `${present}${present.endsWith('e') ? '' : 'e'}d`, noun: words.join(' '), end }
}

/** Returns what follows a key in a packed list. */
function valueIn(pairs: string, key: string): string | undefined {
  const pair = pairs.split('|').find((content) => content.startsWith(`${key} `))
  return pair?.slice(key.length + 1)
}

const WORD = /[A-Z]+(?=[A-Z][a-z])|[A-Z][a-z0-9]*/g
const UNCHANGED = /^(?:[A-Z]+|Glue)$/

/** No name of an API is longer. */
const LONGEST = 64

function ruledPhrase(name: string): string | undefined {
  const isBatch = name.startsWith('Batch')
  const [verb = '', ...nouns] = name.slice(isBatch ? 'Batch'.length : 0, LONGEST).match(WORD) ?? []
  if (name.length > LONGEST || !VERBS.split('|').includes(verb)) return undefined
  // Versions and acronyms are kept as they are.
  const words = nouns.filter((noun) => noun !== 'V2').map((noun) => (UNCHANGED.test(noun) ? noun : noun.toLowerCase()))
  const phrase = [verb === 'Get' ? 'read' : verb === 'Put' ? 'save' : verb.toLowerCase(), ...words].join(' ')
  return isBatch && !phrase.endsWith('s') ? `${phrase}s` : phrase
}
