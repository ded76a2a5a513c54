/**
 * The codec of one API call: the members every record has, two literals that name the call, and its two payloads. A payload may be absent,
 * null, or the note that it was omitted for its size [A10, A11]; the note has only members the API does not know, which are kept like
 * all unknown members.
 *
 * @module
 */
import type * as t from 'io-ts'
import { opt } from './check.js'
import { extension, type StructureType } from './structure.js'

/** A call of the API `name` of the service `source`. */
export function call<A>(base: t.Mixed, source: string, name: string, request: t.Mixed, response: t.Mixed): t.Type<A> {
  return extension<A>(
    `${name}Event`,
    base as StructureType<unknown>,
    'eventSource:0! eventName:1! requestParameters:2 responseElements:3',
    () => [source, name, request, response],
    (u) => u.eventName === name && u.eventSource === source && opt(u.requestParameters, request.is) && opt(u.responseElements, response.is),
  )
}
