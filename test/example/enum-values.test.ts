import { GLUE_APIS } from 'glue-trail'
import { describeApi } from 'glue-trail/describe'
import { expect, it } from 'vitest'
import { isDeprecated, lookupName, valuesOf } from '../../src/example/enum-values.js'

it('looks payloads up by their API', () => {
  expect(lookupName('CreateJobRequestParameters')).toBe('CreateJob')
  expect(lookupName('CreateJobResponseElements')).toBe('CreateJob')
  expect(lookupName('JobCommand')).toBe('JobCommand')
})

it('knows the values of enums and what is deprecated', () => {
  expect(valuesOf('CreateTrigger', 'type')).toEqual(['CONDITIONAL', 'EVENT', 'ON_DEMAND', 'SCHEDULED'])
  expect(valuesOf('CreateTrigger', 'name')).toBeUndefined()
  expect(isDeprecated('CreateJob', 'allocatedCapacity')).toBe(true)
  expect(isDeprecated('CreateJob', 'maxCapacity')).toBe(false)
})

it('says the same as the descriptions of all APIs', () => {
  let enums = 0
  for (const api of GLUE_APIS) {
    const { request = [], response = [], shapes = [] } = describeApi(api) ?? {}
    for (const { name, members } of [{ name: api, members: request }, { name: api, members: response }, ...shapes]) {
      for (const { name: member, values, deprecated } of members) {
        if (values !== undefined) expect(valuesOf(name, member)).toEqual(values)
        if (deprecated) expect(isDeprecated(name, member)).toBe(true)
        enums += values === undefined ? 0 : 1
      }
    }
  }
  expect(enums).toBeGreaterThan(300)
})
