import { describe, expect, it } from 'vitest'
import { isValue, sitesOf } from '../../src/arbitrary/site.js'
import { eventNamed } from '../support/codecs.js'

const event = () => ({
  eventSource: 'glue.amazonaws.com',
  eventName: 'CreateConnection',
  unknown: { name: 'not a site' },
  requestParameters: { connectionInput: { matchCriteria: ['a', null], connectionProperties: JSON.parse('{"__proto__":"b"}') } },
})

describe('sitesOf', () => {
  it('finds every place that the model knows and that holds something, outer before inner', () => {
    const paths = sitesOf(eventNamed('CreateConnection'), event()).map(({ path }) => path.join('.'))
    expect(paths).toEqual([
      'eventSource',
      'eventName',
      'requestParameters',
      'requestParameters.connectionInput',
      'requestParameters.connectionInput.connectionProperties',
      'requestParameters.connectionInput.connectionProperties.__proto__',
      'requestParameters.connectionInput.matchCriteria',
      'requestParameters.connectionInput.matchCriteria.0',
      'requestParameters.connectionInput.matchCriteria.1',
    ])
  })

  it('puts other values in their place, and takes members away', () => {
    const value = event()
    const at = (path: string) => sitesOf(eventNamed('CreateConnection'), value).find((site) => site.path.join('.') === path)
    at('requestParameters.connectionInput.connectionProperties.__proto__')?.set(5)
    at('requestParameters.connectionInput.matchCriteria')?.remove()
    expect(JSON.stringify(value.requestParameters)).toBe('{"connectionInput":{"connectionProperties":{"__proto__":5}}}')
  })
})

describe('isValue', () => {
  it('is true of objects with members', () => {
    expect([{}, [], null, 'a', 1].map(isValue)).toEqual([true, false, false, false, false])
  })
})
