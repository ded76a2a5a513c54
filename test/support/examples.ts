/** Examples of every API and outcome. */
import { GLUE_APIS } from 'glue-trail'
import { type ExampleOutcome, exampleOf } from 'glue-trail/example'
import { eventNamed } from './codecs.js'
import { type Site, sitesOf } from './sample.js'

export const OUTCOMES: ReadonlyArray<ExampleOutcome> = ['SUCCEEDED', 'DENIED', 'FAILED']
export const SEEDS = [0, 1, 2, 3, 4, 'five', -6, 7.5, 1e21]

/** Every API and outcome with several seeds: seed, event, and whatever in it the model knows. */
export const events = SEEDS.flatMap((seed) =>
  GLUE_APIS.flatMap((name) => OUTCOMES.map((outcome) => ({ name, seed, outcome, event: exampleOf(name, { seed, outcome }) }))),
)

export const sites: ReadonlyArray<Site & { readonly api: string }> = events.flatMap(({ name, event }) =>
  sitesOf(eventNamed(name), event).map((site) => ({ ...site, api: name })),
)

/** Every string in a value, by its path. */
export function stringsIn(value: unknown, path = ''): ReadonlyArray<readonly [path: string, text: string]> {
  if (typeof value === 'string') return [[path, value]]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) => stringsIn(inner, `${path}.${key}`))
}
