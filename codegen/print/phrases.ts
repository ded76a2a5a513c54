/** The words for APIs: verbs, their past, and phrases for names that the rules read badly. */
import { PASTS, PHRASES, VERBS } from '../../model/verbs.js'
import type { Api } from '../api.js'
import { phraseOf } from '../plan/phrase.js'
import { headerText } from './header.js'

/** Returns the phrases of the model whose API does not exist, as lines. */
export function unmatchedPhrases({ operations, namesOnly }: Api): ReadonlyArray<string> {
  const names = [...operations, ...namesOnly].map(({ name }) => name)
  return Object.keys(PHRASES)
    .filter((name) => !names.includes(name))
    .map((name) => `phrases: ${name} is not an API`)
}

export function phrasesText(api: Api): string {
  const names = [...api.operations, ...api.namesOnly].map(({ name }) => name)
  const silent = names.filter((name) => phraseOf(name) === undefined)
  if (silent.length > 0) throw new Error(`begin with no verb of model/verbs.ts and have no phrase there: ${silent.join(', ')}`)
  const pairs = (record: Readonly<Record<string, string>>): string =>
    Object.entries(record)
      .map((pair) => pair.join(' '))
      .join('|')
  return `${headerText(`model/verbs.ts and ${api.version}`)}
/** The verbs that names of APIs begin with. */
export const VERBS = '${VERBS.join('|')}'

/** The past of irregular verbs. */
export const PASTS = '${pairs(PASTS)}'

/** APIs and their phrases. */
export const PHRASES = '${pairs(PHRASES)}'
`
}
