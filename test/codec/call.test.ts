import { describe, expect, it } from 'vitest'
import { call, request, response } from '../../src/codec/call.js'
import { isObject, optString } from '../../src/codec/check.js'
import { type StructureType, structure } from '../../src/codec/structure.js'

const Base = structure('Base', (u) => isObject(u) && optString(u.region))
const Request = request<{ readonly name?: string | null }>('Rename', (u) => isObject(u) && optString(u.name))
const Response = response(Request)
const Event = call<unknown>(Base, 'names.example.com', Response) as StructureType<unknown>

const event = { eventSource: 'names.example.com', eventName: 'Rename', requestParameters: { name: 'a' }, responseElements: null }

describe('a call', () => {
  it('names its codecs after the API', () => {
    expect([Event.name, Request.name, Response.name]).toEqual(['RenameEvent', 'RenameRequestParameters', 'RenameResponseElements'])
  })

  it.each([
    event,
    { ...event, requestParameters: null },
    { ...event, requestParameters: { reason: 'requestParameters too large', omitted: 'true', originalSize: '149893' } },
    { ...event, responseElements: { any: 1 } },
  ])('takes %j', (value) => {
    expect(Event.is(value)).toBe(true)
  })

  it.each([
    [{ ...event, eventName: 'Other' }, 'eventName: expected "Rename", received another string'],
    [{ ...event, eventSource: 'other' }, 'eventSource: expected "names.example.com", received another string'],
    [{ ...event, requestParameters: 'a' }, 'requestParameters: expected an object, received a string'],
    [{ ...event, requestParameters: { name: 1 } }, 'requestParameters.name: expected a string, received a number'],
    [{ ...event, responseElements: [] }, 'responseElements: expected an object, received a list'],
    [{ ...event, region: 1 }, 'region: expected a string, received a number'],
  ])('rejects %j', (value, message) => {
    const decoded = Event.decode(value)
    expect(decoded._tag === 'Left' && decoded.left.map((error) => error.message)).toEqual([message])
  })
})
