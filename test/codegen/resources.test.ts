import { beforeAll, describe, expect, it } from 'vitest'
import type { Api } from '../../codegen/api.js'
import { planResources, type ResourcePlan } from '../../codegen/plan/resources.js'
import { resourcesText } from '../../codegen/print/resources.js'
import { readApi } from '../../codegen/read/api.js'
import { type Resources, readResources } from '../../codegen/read/resources.js'
import { GLUE, GLUE_OVERLAYS } from '../../model/glue.js'
import { RESOURCES } from '../../model/resources.js'
import type { ResourceModel } from '../../model/types.js'

let api: Api
let iam: Resources

beforeAll(async () => {
  api = await readApi(GLUE, GLUE_OVERLAYS)
  iam = await readResources(GLUE.iamService)
})

const plan = (changes: Partial<ResourceModel>): ResourcePlan => planResources(api, { ...RESOURCES, ...changes }, iam)
const except = (exceptions: ResourceModel['exceptions']): ResourcePlan => plan({ exceptions: { ...RESOURCES.exceptions, ...exceptions } })

describe('the plan', () => {
  it('has every API, with rows or a reason', () => {
    const { apis } = plan({})
    expect([...apis.keys()]).toEqual(api.operations.map(({ name }) => name))
    expect(apis.get('ListJobs')).toEqual({ kind: 'none', reason: 'lists what there is in the account and region' })
    expect(apis.get('GetColumnStatisticsTaskRun')).toEqual({ kind: 'unnamed', reason: 'names a run, not what it ran on' })
  })

  it('adds what the API requires', () => {
    const { apis } = plan({})
    expect(apis.get('DeleteTable')).toMatchObject({ rows: [{ type: 'table', paths: ['name'], must: true }] })
    expect(apis.get('ListEntities')).toMatchObject({ rows: [{ type: 'connection', paths: ['connectionName'], must: false }] })
  })

  it('refuses an API without rows and without a reason', () => {
    const { CreateConnection: _, ...exceptions } = RESOURCES.exceptions
    const rules = RESOURCES.rules.filter(({ has }) => has[0] !== 'catalogId')
    expect(() => plan({ exceptions, rules })).toThrow('CreateConnection has neither resources nor a reason for having none')
  })

  it('refuses rows that do not fit the API', () => {
    expect(() => except({ CreateConnection: ['connection:connectionInput.nothing'] })).toThrow(
      'CreateConnection: no string at connectionInput.nothing',
    )
    expect(() => except({ CreateConnection: ['connection:connectionInput'] })).toThrow('CreateConnection: no string at connectionInput')
    expect(() => except({ CreateConnection: ['connection:connectionInput.name<nothing'] })).toThrow(
      'CreateConnection: no string at nothing',
    )
    expect(() => except({ CreateConnection: ['connection:connectionInput.name@>nothing'] })).toThrow(
      'CreateConnection: no string at >nothing',
    )
    expect(() => except({ BatchGetJobs: ['job:jobNames'] })).toThrow('BatchGetJobs: no string at jobNames')
    expect(() => except({ BatchGetJobs: ['work:jobNames[]'] })).toThrow('BatchGetJobs: no resource type work')
  })

  it('refuses rows that are not what IAM says, unless that has a reason, and reasons without need', () => {
    expect(() => except({ DeleteCrawler: ['job:name'] })).toThrow('DeleteCrawler: IAM has crawler; the rows have job')
    expect(() => plan({ besideIam: {} })).toThrow('CreateConnection: IAM has connectionType, catalog; the rows have connection')
    expect(() => plan({ besideIam: { ...RESOURCES.besideIam, DeleteCrawler: 'none' } })).toThrow(
      'DeleteCrawler: IAM has crawler; the rows have crawler',
    )
  })

  it('reports what no API needs, all at once', () => {
    expect(plan({}).unmatched).toEqual([])
    const { unmatched } = plan({
      exceptions: { ...RESOURCES.exceptions, NoSuchApi: [] },
      none: { ...RESOURCES.none, more: ['NoSuchRead'] },
      rules: [...RESOURCES.rules, { has: ['nothing'], rows: ['job:nothing'] }],
    })
    expect(unmatched).toEqual([
      'resources: NoSuchRead is not an API',
      'resources: NoSuchApi is not an API',
      'resources: the rule job:nothing matches no API',
    ])
  })

  it('refuses resources and a reason for having none', () => {
    expect(() => plan({ none: { ...RESOURCES.none, more: ['CreateConnection'] } })).toThrow(
      'CreateConnection has resources and a reason for having none',
    )
  })
})

describe('the table', () => {
  it('is small, and one string for equal rows', () => {
    const content = resourcesText(api, plan({}))
    expect(content.length).toBeLessThan(5000)
    expect(content.match(/crawler:name!/g)).toHaveLength(1)
  })
})
