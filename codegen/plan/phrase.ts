/**
 * An API as a phrase in the present: from the exceptions of `model/verbs.ts`, else the verb that its name begins with
 * and the other words in lower case. A test holds it equal to the package's own.
 */
import { PHRASES, VERBS } from '../../model/verbs.js'

/** Verbs with another word. */
const VERB_WORDS: Readonly<Record<string, string>> = { Get: 'read', Put: 'save' }

const WORD = /[A-Z]+(?=[A-Z][a-z])|[A-Z][a-z0-9]*/g

/**
 * Returns `create user defined function` for `CreateUserDefinedFunction`, and `undefined` for a name without a known
 * verb.
 */
export function phraseOf(name: string): string | undefined {
  const exception = PHRASES[name]
  if (exception !== undefined) return exception
  const isBatch = name.startsWith('Batch')
  const [verb = '', ...nouns] = name.replace(/^Batch/, '').match(WORD) ?? []
  if (!VERBS.includes(verb)) return undefined
  // Versions are left out, and acronyms keep their case.
  const words = nouns.filter((noun) => noun !== 'V2').map((noun) => (/^(?:[A-Z]+|Glue)$/.test(noun) ? noun : noun.toLowerCase()))
  const phrase = [VERB_WORDS[verb] ?? verb.toLowerCase(), ...words].join(' ')
  return isBatch && !phrase.endsWith('s') ? `${phrase}s` : phrase
}
