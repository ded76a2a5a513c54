import { expect, it } from 'vitest'
import { dataKey, fits, shapeOfPart, shapeOfRecord } from '../../src/insight/shape.js'

const event = shapeOfRecord({ eventSource: 'glue.amazonaws.com', eventName: 'CreateTable' })
const at = (...path: ReadonlyArray<string | number>) => path.reduce(shapeOfPart, event)

it('follows structures, lists and maps, and ends where the model ends', () => {
  expect(shapeOfRecord({ Records: [] })).toBeUndefined()
  expect(at('eventName')).toMatchObject({ kind: 'literal', value: 'CreateTable' })
  expect(at('requestParameters', 'tableInput')).toMatchObject({ kind: 'structure' })
  expect(at('requestParameters', 'tableInput', 'partitionKeys', 7, 'name')).toEqual({ kind: 'string', sensitive: false })
  expect(at('requestParameters', 'tableInput', 'parameters', '__proto__')).toEqual({ kind: 'string', sensitive: false })
  expect(at('requestParameters', 'tableInput', 'constructor')).toBeUndefined()
  expect(at('requestParameters', 'tableInput', 'name', 'length')).toBeUndefined()
  expect(at('nonsense', 'more')).toBeUndefined()
})

it('distinguishes keys that are data from members of the model', () => {
  expect(dataKey(at('requestParameters'), 'tableInput')).toBeUndefined()
  expect(dataKey(at('requestParameters'), 'addedLater')).toBe('addedLater')
  expect(dataKey(at('requestParameters', 'tableInput', 'parameters'), 'k')).toBe('k')
  expect(dataKey(at('requestParameters', 'tableInput', 'partitionKeys'), 0)).toBeUndefined()
  expect(dataKey(undefined, 'k')).toBe('k')
})

it.each([
  ['requestParameters', {}, true],
  ['requestParameters', [], false],
  ['requestParameters', 'text', false],
  ['resources', [], true],
  ['resources', {}, false],
  ['eventTime', 'text', true],
  ['eventTime', 5, true],
  ['eventTime', {}, false],
  ['managementEvent', true, true],
  ['managementEvent', 'true', false],
  ['sessionCredentialFromConsole', 'true', true],
  ['additionalEventData', 'text', false],
  ['addedLater', 'text', false],
])('%s may be %j: %s', (member, value, fit) => {
  expect(fits(at(member), value)).toBe(fit)
})
