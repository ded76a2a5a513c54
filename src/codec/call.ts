/**
 * The codec of one API call: the members every record has, two literals that name the call, and its two payloads. A
 * payload may be absent, null, or the object that replaces an omitted payload; that object has only members the API
 * does not know, which are kept like all unknown members.
 *
 * @module
 */
import type * as t from 'io-ts'
import { type Check, opt } from './check.js'
import type { References } from './fields.js'
import { extension, noMembers, type StructureType, structure } from './structure.js'

const REQUEST = 'RequestParameters'
const RESPONSE = 'ResponseElements'

/** Makes the codec of the request of an API; without a field list, of a request without members. */
export function request<A>(name: string, packed?: string, references?: References, check?: Check): StructureType<A> {
  return payload(name + REQUEST, packed, references, check)
}

/** Makes the codec of the response of an API; without a field list, of a response without members. */
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

/** Makes the codec of a call of the service `source`; the API is the one that the request is named after. */
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
