/**
 * What an API does, in words: `create connection`, and in the past `created connection`.
 *
 * @module
 */
import { PASTS, PHRASES } from '../generated/phrases.js'
import { GLUE_APIS, NAME_ONLY_APIS } from '../generated/registry.js'

/** An API in words. */
export interface Phrase {
  /** The verb in the present, such as `create`. */
  readonly present: string
  /** The same in the past. */
  readonly past: string
  /** What it is done to, such as `connection`; empty where it can be any resource. */
  readonly noun: string
}

const table = /* @__PURE__ */ new Map<string, string>()

/** What an API does; `call NAME` where no verb is known. */
export function phraseOf(name: string): Phrase {
  if (table.size === 0) {
    const phrases = PHRASES.split('|')
    for (const [place, api] of [...GLUE_APIS, ...NAME_ONLY_APIS].entries()) table.set(api, phrases[place] ?? '')
  }
  const phrase = table.get(name) || `call ${name}`
  const end = phrase.indexOf(' ')
  const present = end < 0 ? phrase : phrase.slice(0, end)
  return { present, past: pastOf(present), noun: end < 0 ? '' : phrase.slice(end + 1) }
}

function pastOf(verb: string): string {
  for (const pair of PASTS.split('|')) if (pair.startsWith(`${verb} `)) return pair.slice(verb.length + 1)
  return `${verb}${verb.endsWith('e') ? 'd' : 'ed'}`
}
