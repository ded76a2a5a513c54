/**
 * What every API does, as one string: the names come in the order of the registry, so that they need not stand here again.
 */
import { PASTS, PHRASES } from '../../model/verbs.js'
import type { Api } from '../api.js'
import { phraseOf } from '../plan/phrase.js'
import { headerText } from './header.js'

export function phrasesText(api: Api): string {
  const modelled = api.operations.map(({ name }) => {
    const phrase = phraseOf(name)
    if (phrase === undefined) throw new Error(`${name} begins with no verb of model/verbs.ts and has no phrase there`)
    return phrase
  })
  const unmet = Object.keys(PHRASES).filter((name) => !api.operations.some((operation) => operation.name === name))
  if (unmet.length > 0) throw new Error(`phrases that meet no API: ${unmet.join(', ')}`)
  const others = api.namesOnly.map(({ name }) => phraseOf(name) ?? '')
  const pasts = Object.entries(PASTS).map(([present, past]) => `${present} ${past}`)
  return `${headerText(`model/verbs.ts and ${api.version}`)}
/** What each API does, in the present; in the order of \`${api.service.name.toUpperCase()}_APIS\`, then of \`NAME_ONLY_APIS\`, empty where no verb is known. */
export const PHRASES = '${[...modelled, ...others].join('|')}'

/** The past of verbs that do not just take \`ed\` or \`d\`. */
export const PASTS = '${pasts.join('|')}'
`
}
