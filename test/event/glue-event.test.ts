import { expect, it } from 'vitest'
import { GlueEvent, glueEventNamed } from '../../src/event/glue-event.js'
import { GLUE_APIS, glueEvents } from '../../src/generated/registry.js'
import { glueCall, nonconformingCall, otherServiceCall, unmodelledCall } from '../support/records.js'

it('has a codec under the name of every API', () => {
  expect(GLUE_APIS.map((name) => glueEventNamed(name)?.name)).toEqual(GLUE_APIS.map((name) => `${name}Event`))
  expect(glueEvents()).toHaveLength(GLUE_APIS.length)
  expect(new Set(GLUE_APIS).size).toBe(GLUE_APIS.length)
  expect([...GLUE_APIS].sort()).toEqual(GLUE_APIS)
})

it.each(['Nonsense', '__proto__', 'constructor', ''])('has none under %j', (name) => {
  expect(glueEventNamed(name)).toBeUndefined()
})

it('is, decodes and encodes the very value', () => {
  expect(GlueEvent.is(glueCall)).toBe(true)
  const decoded = GlueEvent.decode(glueCall)
  expect(decoded._tag === 'Right' && decoded.right).toBe(glueCall)
  expect(GlueEvent.encode(glueCall)).toBe(glueCall)
  expect(GlueEvent.name).toBe('GlueEvent')
})

it.each([
  [nonconformingCall, 'requestParameters.tableInput.name: expected a string, received a number'],
  [unmodelledCall, 'eventName: expected the name of a modelled Glue API, received another string'],
  [{ ...otherServiceCall, eventName: 'GetTable' }, 'eventSource: expected "glue.amazonaws.com", received another string'],
  [7, 'expected an object, received a number'],
])('rejects %j', (value, message) => {
  expect(GlueEvent.is(value)).toBe(false)
  const decoded = GlueEvent.decode(value)
  expect(decoded._tag === 'Left' && decoded.left.map((error) => error.message)).toEqual([message])
})
