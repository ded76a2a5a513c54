import { expect, it } from 'vitest'
import { apiFacts, arnForm, enumValues, memberFacts } from '../../src/describe/api-facts.js'
import { GLUE_APIS } from '../../src/index.js'

it('knows every API, and where IAM knows no action of its name', () => {
  expect(GLUE_APIS.filter((name) => apiFacts(name) === undefined)).toEqual([])
  expect(apiFacts('StartJobRun')).toEqual({ topic: 'orchestration', resourceTypes: ['job!'] })
  expect(apiFacts('ListJobs')).toEqual({ topic: 'jobs', resourceTypes: [] })
  expect(apiFacts('GetGlossary')).toEqual({ topic: 'business-catalog', resourceTypes: undefined })
  expect(apiFacts('NoSuchApi')).toBeUndefined()
  expect(apiFacts('__proto__')).toBeUndefined()
})

it('knows the ARN of every resource type that an API has', () => {
  const used = new Set(GLUE_APIS.flatMap((name) => apiFacts(name)?.resourceTypes ?? []).map((type) => type.replace('!', '')))
  expect(used.size).toBeGreaterThan(20)
  expect([...used].filter((type) => !arnForm(type).startsWith('arn:{Partition}:glue:{Region}:{Account}:'))).toEqual([])
  expect(arnForm('nothing')).toBe('')
})

it('knows enums and members of which there is something to say', () => {
  expect(enumValues('TriggerType')).toEqual(['CONDITIONAL', 'EVENT', 'ON_DEMAND', 'SCHEDULED'])
  expect(enumValues('Nothing')).toEqual([])
  const nothing = { enumName: undefined, deprecated: false, undocumented: false }
  expect(memberFacts('ConnectionInput', 'connectionType')).toEqual({ ...nothing, enumName: 'ConnectionType' })
  expect(memberFacts('ConnectionInput', 'name')).toEqual(nothing)
  expect(memberFacts('StartJobRunRequestParameters', 'allocatedCapacity')).toEqual({ ...nothing, deprecated: true })
  expect(memberFacts('TableInput', 'isRowFilteringEnabled')).toEqual({ ...nothing, undocumented: true })
  expect(memberFacts('NoSuchStructure', 'name')).toEqual(nothing)
})
