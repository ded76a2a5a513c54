/**
 * The codec of one API call: the members every record has, two literals that name the call, and its two payloads. A payload may be absent,
 * null, or the note that it was omitted for its size; the note has only members the API does not know, which are kept like
 * all unknown members.
 *
 * @module
 */
import type * as t from 'io-ts'
import { type Check, opt } from './check.js'
import type { References } from './fields.js'
import { extension, noMembers, type StructureType, structure } from './structure.js'

const REQUEST = 'RequestParameters'
const RESPONSE = 'ResponseElements'

/** The request of the API `name`; without a field list, one without members. */
export function request<A>(name: string, packed?: string, references?: References, check?: Check): StructureType<A> {
  return payload(name + REQUEST, packed, references, check)
}

/** The response of the API `name`; without a field list, one without members. */
export function response<A>(name: string, packed?: string, references?: References, check?: Check): StructureType<A> {
  return payload(name + RESPONSE, packed, references, check)
}

function payload<A>(
  name: string,
  packed: string | undefined,
  references: References | undefined,
  check: Check | undefined,
): StructureType<A> {
  return packed === undefined || references === undefined || check === undefined
    ? noMembers(name)
    : structure(name, packed, references, check)
}

/** A call of the service `source`, of the API that the request is named after. */
export function call<A>(base: t.Mixed, source: string, requestCodec: t.Mixed, responseCodec: t.Mixed): StructureType<A> {
  const name = requestCodec.name.slice(0, -REQUEST.length)
  const isRequest: Check = requestCodec.is
  const isResponse: Check = responseCodec.is
  return extension<A>(
    `${name}Event`,
    base,
    'eventSource:0! eventName:1! requestParameters:2 responseElements:3',
    () => [source, name, requestCodec, responseCodec],
    (u) => u.eventName === name && u.eventSource === source && opt(u.requestParameters, isRequest) && opt(u.responseElements, isResponse),
  )
}
