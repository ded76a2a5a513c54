/**
 * What an API does, as a phrase in the present: by the exceptions of `model/verbs.ts`, else the verb its name begins with and the other words
 * in small letters. A test holds it equal to what the package says.
 */
import { PHRASES, VERBS } from '../../model/verbs.js'

/** Verbs with another word. */
const VERB_WORDS: Readonly<Record<string, string>> = { Get: 'read', Put: 'save' }

const WORD = /[A-Z]+(?=[A-Z][a-z])|[A-Z][a-z0-9]*/g

/** `CreateUserDefinedFunction` is `create user defined function`; nothing for a name that begins with no verb we know. */
export function phraseOf(name: string): string | undefined {
  const exception = PHRASES[name]
  if (exception !== undefined) return exception
  const isBatch = name.startsWith('Batch')
  const [verb = '', ...nouns] = name.replace(/^Batch/, '').match(WORD) ?? []
  if (!VERBS.includes(verb)) return undefined
  // A version is no word, and acronyms stay what they are.
  const words = nouns.filter((noun) => noun !== 'V2').map((noun) => (/^(?:[A-Z]+|Glue)$/.test(noun) ? noun : noun.toLowerCase()))
  const phrase = [VERB_WORDS[verb] ?? verb.toLowerCase(), ...words].join(' ')
  return isBatch && !phrase.endsWith('s') ? `${phrase}s` : phrase
}
