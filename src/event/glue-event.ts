/**
 * Glue events: one codec per API in one table, looked up by `eventName`.
 *
 * @module
 */
import type * as t from 'io-ts'
import { type TaggedType, tagged } from '../codec/tagged.js'
import { type GlueEventByName, type GlueEventName, glueEvents } from '../generated/registry.js'

/**
 * A call of one of the modelled Glue APIs that matches its model: the union of all members of `GlueEventByName`. Narrow
 * it by `eventName`.
 *
 * The codec of the same name is an ordinary io-ts codec: it looks the API up by `eventName` and runs one compiled
 * check; it returns the same value it was given.
 *
 * @example
 * import { GlueEvent } from 'glue-trail'
 *
 * const event: unknown = JSON.parse(`{
 *   "eventSource": "glue.amazonaws.com", "eventName": "DeleteCrawler", "eventTime": "2017-10-11T22:29:49Z", "awsRegion": "us-east-1",
 *   "requestParameters": { "name": "tes-alpha" }, "responseElements": null
 * }`)
 * if (GlueEvent.is(event) && event.eventName === 'DeleteCrawler') {
 *   assert.strictEqual(event.requestParameters?.name, 'tes-alpha')
 * } else {
 *   assert.fail()
 * }
 *
 * @category models
 * @since 0.1.0
 */
export type GlueEvent = GlueEventByName[GlueEventName]

const EVENT = 'Event'.length

/** The io-ts codec of `GlueEvent`. @category codecs */
export const GlueEvent: t.Type<GlueEvent> = /* @__PURE__ */ tagged<GlueEvent>(
  'GlueEvent',
  'eventName',
  () => glueEvents().map((codec) => [codec.name.slice(0, -EVENT), codec] as const),
  'the name of a modelled Glue API',
)

/** Returns the codec of a modelled API by its name. */
export function glueEventNamed(name: string): ReturnType<ReturnType<TaggedType<GlueEvent>['table']>['get']> {
  return (GlueEvent as TaggedType<GlueEvent>).table().get(name)
}
