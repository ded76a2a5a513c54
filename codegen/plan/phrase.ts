/**
 * What an API does, as a phrase in the present: by the exceptions of `model/verbs.ts`, else the verb its name begins with and the other words
 * in small letters.
 */
import { PHRASES, VERBS } from '../../model/verbs.js'

/** `CreateUserDefinedFunction` is `create user defined function`; nothing for a name that begins with no verb we know. */
export function phraseOf(name: string): string | undefined {
  const exception = PHRASES[name]
  if (exception !== undefined) return exception
  const batch = name.startsWith('Batch')
  const [verb = '', ...nouns] = (batch ? name.slice('Batch'.length) : name).match(/[A-Z]+(?=[A-Z][a-z])|[A-Z][a-z0-9]*/g) ?? []
  if (!VERBS.includes(verb)) return undefined
  const words = nouns.map((word) => (/^[A-Z]+$/.test(word) || word === 'Glue' ? word : word.toLowerCase()))
  const plural = batch && !name.endsWith('s') ? 's' : ''
  return `${[verb === 'Get' ? 'read' : verb.toLowerCase(), ...words].join(' ')}${plural}`
}
