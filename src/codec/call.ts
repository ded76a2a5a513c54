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

/** Makes the codec of the request of an API; without a check, of a request without members. */
export function request<A>(name: string, ...members: Members): StructureType<A> {
  return payload(name + REQUEST, members)
}

/** Makes the codec of the response to a request, which it keeps; without a check, of a response without members. */
export function response<A>(requestCodec: t.Mixed, ...members: Members): Response<A> {
  return Object.assign(payload<A>(apiOf(requestCodec) + RESPONSE, members), { request: requestCodec })
}

/** The codec of a response, with that of its request. */
export type Response<A> = StructureType<A> & { readonly request: t.Mixed }

type Members = [check?: Check, packed?: string, references?: References]

function payload<A>(name: string, [check, ...fields]: Members): StructureType<A> {
  return check === undefined ? noMembers(name) : structure(name, check, ...fields)
}

const apiOf = (requestCodec: t.Mixed): string => requestCodec.name.slice(0, -REQUEST.length)

/**
 * Makes the codec of a call of the service `source` from that of its response; the API is the one that the request is
 * named after.
 */
export function call<A>(base: t.Mixed, source: string, responseCodec: t.Mixed): StructureType<A> {
  const requestCodec = (responseCodec as Response<unknown>).request
  const name = apiOf(requestCodec)
  const isRequest: Check = requestCodec.is
  const isResponse: Check = responseCodec.is
  return extension<A>(
    `${name}Event`,
    base,
    (u) => u.eventName === name && u.eventSource === source && opt(u.requestParameters, isRequest) && opt(u.responseElements, isResponse),
    'eventSource,eventName,requestParameters,responseElements.0!1!23',
    () => [source, name, requestCodec, responseCodec],
  )
}
