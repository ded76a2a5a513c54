import fc from 'fast-check'
import { GLUE_APIS, resourcesOf } from 'glue-trail'
import { describe, expect, it } from 'vitest'
import { readCatalogId } from '../../src/insight/catalog-id.js'
import { readGlueArn } from '../../src/insight/glue-arn.js'
import { placesAt, type ResourceRow, resourceRowsOf } from '../../src/insight/resource-row.js'
import { foldsCase } from '../../src/insight/stored-name.js'
import { ALL_MARKERS } from '../support/arbitrary.js'
import { eventNamed } from '../support/codecs.js'
import { AT, call, ENVELOPE, lines, OWNED } from '../support/resource-call.js'
import { type Path, sampleOf, type Value } from '../support/sample.js'
import { corpusGlueRecords, corpusRecords, describeShared } from '../support/shared.js'

describe('a call that names more than any API takes', () => {
  const many = Array.from({ length: 5001 }, (_, i) => `t${i}`)
  const gap = (...path: ReadonlyArray<string | number>) => [{ path, kind: 'NONCONFORMING', basis: 'MODEL' }]

  it.each([5000, 5001])('lists the first 5,000 of %i, and is not complete without the others', (count) => {
    const { resources, why } = resourcesOf(call('BatchDeleteTable', { databaseName: 'sales', tablesToDelete: many.slice(0, count) }))
    expect([resources.length, resources.at(-1)?.name]).toEqual([5000, 't4999'])
    expect(why).toEqual(count === 5000 ? undefined : gap('requestParameters', 'tablesToDelete'))
  })

  it('says so too where the first ones are one resource, or none', () => {
    const named = (tablesToDelete: unknown) => resourcesOf(call('BatchDeleteTable', { databaseName: 'sales', tablesToDelete }))
    expect(named(many.map(() => 'orders'))).toMatchObject({
      resources: [{ name: 'orders' }],
      complete: false,
      why: gap('requestParameters', 'tablesToDelete'),
    })
    expect(named(many.map(() => null))).toMatchObject({ resources: [], complete: false })
  })

  it('says so of maps, of lists of objects, and of `resources`', () => {
    const additionalDataSources = Object.fromEntries(many.map((name) => [name, { glueTable: { databaseName: 'sales', tableName: name } }]))
    expect(resourcesOf(call('StartDataQualityRulesetEvaluationRun', { rulesetNames: ['a'], additionalDataSources })).why).toContainEqual(
      gap('requestParameters', 'additionalDataSources')[0],
    )
    const entries = many.map((tableName) => ({ databaseName: 'sales', tableName }))
    expect(resourcesOf(call('BatchGetTableOptimizer', { entries })).why).toEqual(gap('requestParameters', 'entries'))
    const resources = many.map((name) => ({ ARN: `arn:aws:glue:eu-central-1:123456789012:job/${name}` }))
    const listed = resourcesOf({ ...call('GetTables', { databaseName: 'sales' }), resources })
    expect([listed.resources.length, listed.why]).toEqual([5001, gap('resources', 5000)])
  })
})

describe('what a call names', () => {
  it.each<readonly [string, unknown, ReadonlyArray<string>]>([
    ['CreateConnection', { connectionInput: { name: 'c' } }, [`connection c ${AT}connection/c requestParameters.connectionInput.name`]],
    ['DeleteCrawler', { name: 'tes-alpha' }, [`crawler tes-alpha ${AT}crawler/tes-alpha requestParameters.name`]],
    [
      'CreateTable',
      { databaseName: 'sales', tableInput: { name: 'orders' } },
      [`table sales.orders ${AT}table/sales/orders requestParameters.tableInput.name`],
    ],
    ['CreateTable', { databaseName: 'sales', name: 'orders' }, [`table sales.orders ${AT}table/sales/orders requestParameters.name`]],
    [
      'UpdateTable',
      { databaseName: 'sales', name: 'orders', tableInput: { name: 'orders' } },
      [`table sales.orders ${AT}table/sales/orders requestParameters.name`],
    ],
    [
      'BatchDeleteTable',
      { databaseName: 'sales', tablesToDelete: ['a', 'b'] },
      [
        `table sales.a ${AT}table/sales/a requestParameters.tablesToDelete.0`,
        `table sales.b ${AT}table/sales/b requestParameters.tablesToDelete.1`,
      ],
    ],
    [
      'BatchGetTableOptimizer',
      {
        entries: [
          { databaseName: 'd1', tableName: 't1', catalogId: '111111111111' },
          { databaseName: 'd2', tableName: 't2' },
        ],
      },
      [
        'table d1.t1 arn:aws:glue:us-east-1:111111111111:table/d1/t1 requestParameters.entries.0.tableName',
        `table d2.t2 ${AT}table/d2/t2 requestParameters.entries.1.tableName`,
      ],
    ],
    [
      'BatchGetJobs',
      { jobNames: ['a/b', 'c.d'] },
      [`job a/b ${AT}job/a/b requestParameters.jobNames.0`, `job c.d ${AT}job/c.d requestParameters.jobNames.1`],
    ],
    ['BatchDeleteConnection', { connectionNameList: ['a'] }, [`connection a ${AT}connection/a requestParameters.connectionNameList.0`]],
    ['GetTables', { databaseName: 'sales' }, [`database sales ${AT}database/sales requestParameters.databaseName`]],
    ['CreateDatabase', { databaseInput: { name: 'sales' } }, [`database sales ${AT}database/sales requestParameters.databaseInput.name`]],
    [
      'CreateUserDefinedFunction',
      { databaseName: 'sales', functionInput: { functionName: 'f' } },
      [`userDefinedFunction sales.f ${AT}userDefinedFunction/sales/f requestParameters.functionInput.functionName`],
    ],
    ['DeleteConnectionType', { connectionType: 'MINE' }, [`connectionType MINE ${AT}connectionType:MINE requestParameters.connectionType`]],
    ['CreateUsageProfile', { name: 'p' }, [`usageProfile p ${AT}usageProfile/p requestParameters.name`]],
    ['StartJobRun', { jobName: 'nightly' }, [`job nightly ${AT}job/nightly requestParameters.jobName`]],
    ['RunStatement', { sessionId: 's', code: 'x' }, [`session s ${AT}session/s requestParameters.sessionId`]],
    ['GetDashboardUrl', { resourceId: 's', resourceType: 'SESSION' }, [`session s ${AT}session/s requestParameters.resourceId`]],
    ['GetCustomEntityType', { name: 'e' }, ['customEntityType e - requestParameters.name']],
    ['CreateClassifier', { jsonClassifier: { name: 'c' } }, ['classifier c - requestParameters.jsonClassifier.name']],
    ['CreateGlossaryTerm', { name: 't', glossaryIdentifier: 'g' }, ['glossaryTerm g.t - requestParameters.name']],
    [
      'DeleteSchema',
      { schemaId: { schemaName: 's', registryName: 'r' } },
      [`schema r.s ${AT}schema/r/s requestParameters.schemaId.schemaName`],
    ],
    ['DeleteSchema', { schemaId: { schemaName: 's' } }, ['schema s - requestParameters.schemaId.schemaName']],
    ['DeleteSchema', { schemaId: { schemaArn: `${AT}schema/r/s` } }, [`schema r.s ${AT}schema/r/s requestParameters.schemaId.schemaArn`]],
    [
      'CreateSchema',
      { schemaName: 's', registryId: { registryArn: `${AT}registry/r` } },
      [`schema r.s ${AT}schema/r/s requestParameters.schemaName`],
    ],
    ['TagResource', { resourceArn: `${AT}job/nightly`, tagsToAdd: {} }, [`job nightly ${AT}job/nightly requestParameters.resourceArn`]],
    ['TagResource', { resourceArn: 'nightly' }, ['unknown nightly - requestParameters.resourceArn']],
    [
      'StartDataQualityRulesetEvaluationRun',
      {
        rulesetNames: ['r1', 'r2'],
        dataSource: { dataQualityGlueTable: { databaseName: 'd', tableName: 't', catalogId: '111111111111' } },
        additionalDataSources: { more: { glueTable: { databaseName: 'd', tableName: 'u' } } },
      },
      [
        `dataQualityRuleset r1 ${AT}dataQualityRuleset/r1 requestParameters.rulesetNames.0`,
        `dataQualityRuleset r2 ${AT}dataQualityRuleset/r2 requestParameters.rulesetNames.1`,
        'table d.t arn:aws:glue:us-east-1:111111111111:table/d/t requestParameters.dataSource.dataQualityGlueTable.tableName',
        `table d.u ${AT}table/d/u requestParameters.additionalDataSources.more.glueTable.tableName`,
      ],
    ],
    ['GetDatabases', null, [`catalog - ${AT}catalog requestParameters.catalogId`]],
    ['GetResourcePolicies', null, [`catalog - ${AT}catalog requestParameters`]],
    ['PutResourcePolicy', { policyInJson: '{}' }, [`catalog - ${AT}catalog requestParameters.resourceArn`]],
    [
      'PutResourcePolicy',
      { resourceArn: `${AT}table/sales/orders` },
      [`table sales.orders ${AT}table/sales/orders requestParameters.resourceArn`],
    ],
    ['GetJobs', {}, []],
    ['CheckSchemaVersionValidity', {}, []],
  ])('%s %j', (name, request, expected) => {
    const found = resourcesOf(call(name, request))
    expect(lines(found)).toEqual(expected)
    expect(found.complete).toBe(true)
    expect(found).not.toHaveProperty('why')
  })

  it('is unknown for the dashboard of a job run, whose id names no job', () => {
    expect(resourcesOf(call('GetDashboardUrl', { resourceId: 'jr_1', resourceType: 'JOB' }))).toEqual({
      resources: [],
      complete: false,
      why: [{ path: ['requestParameters'], kind: 'UNNAMED' }],
    })
  })

  it('is all of a resource', () => {
    const request = { databaseName: 'sales', name: 'orders', catalogId: '123456789012:s3tablescatalog/bucket' }
    expect(resourcesOf(call('DeleteTable', request))).toStrictEqual({
      resources: [
        {
          type: 'table',
          path: ['requestParameters', 'name'],
          from: 'REQUEST',
          outcome: 'SUCCEEDED',
          name: 'orders',
          within: ['sales'],
          arn: `${AT}table/s3tablescatalog/bucket/sales/orders`,
          ...OWNED,
          catalogId: '123456789012:s3tablescatalog/bucket',
        },
      ],
      complete: true,
    })
  })
})

describe('the response', () => {
  it('has the ARN, or what it ends in, of what was made by name', () => {
    const arn = `${AT}integration:03cabe77`
    const request = { integrationName: 'i', sourceArn: 'arn:aws:dynamodb:us-east-1:123456789012:table/t', targetArn: `${AT}database/sales` }
    expect(resourcesOf(call('CreateIntegration', request, { responseElements: { integrationArn: arn } })).resources).toStrictEqual([
      {
        type: 'integration',
        path: ['requestParameters', 'integrationName'],
        from: 'REQUEST',
        outcome: 'SUCCEEDED',
        name: 'i',
        arn,
        ...OWNED,
      },
      {
        type: 'dynamodb',
        path: ['requestParameters', 'sourceArn'],
        from: 'REQUEST',
        outcome: 'SUCCEEDED',
        arn: request.sourceArn,
        ...OWNED,
      },
      {
        type: 'database',
        path: ['requestParameters', 'targetArn'],
        from: 'REQUEST',
        outcome: 'SUCCEEDED',
        name: 'sales',
        arn: request.targetArn,
        ...OWNED,
      },
    ])
    expect(lines(resourcesOf(call('CreateIntegration', request)))[0]).toBe('integration i - requestParameters.integrationName')
    const made = call('CreateMLTransform', { name: 'x' }, { responseElements: { transformId: 'tfm-1' } })
    expect(lines(resourcesOf(made))).toEqual([`mlTransform x ${AT}mlTransform/tfm-1 requestParameters.name`])
    expect(lines(resourcesOf(call('CreateMLTransform', { name: 'x' })))).toEqual(['mlTransform x - requestParameters.name'])
  })

  it('names what an omitted request does not', () => {
    const omitted = { omitted: 'true', originalSize: '149893' }
    const found = resourcesOf(call('CreateIntegration', omitted, { responseElements: { integrationArn: `${AT}integration:03cabe77` } }))
    expect(found).toStrictEqual({
      resources: [
        {
          type: 'integration',
          path: ['responseElements', 'integrationArn'],
          from: 'RESPONSE',
          outcome: 'SUCCEEDED',
          name: '03cabe77',
          arn: `${AT}integration:03cabe77`,
          ...OWNED,
        },
      ],
      complete: false,
      why: [{ path: ['requestParameters'], kind: 'OMITTED', basis: 'DOCUMENTED' }],
    })
  })
})

describe('names with slashes and dots', () => {
  it('have an ARN where it can be read back', () => {
    expect(lines(resourcesOf(call('GetJob', { jobName: 'etl/2024/a.b' })))).toEqual([
      `job etl/2024/a.b ${AT}job/etl/2024/a.b requestParameters.jobName`,
    ])
    expect(lines(resourcesOf(call('GetTable', { databaseName: 'a.b', name: 'c.d' })))).toEqual([
      `table a.b.c.d ${AT}table/a.b/c.d requestParameters.name`,
    ])
    expect(lines(resourcesOf(call('GetTable', { databaseName: 'a', name: 'b/c' })))).toEqual(['table a.b/c - requestParameters.name'])
  })
})

/** The value at a path of a sample, replaced. */
function put(record: Value, path: Path, value: unknown): Value {
  const copy = structuredClone(record)
  let at: Record<string | number, unknown> = copy
  for (const key of path.slice(0, -1)) at = at[key] as Record<string | number, unknown>
  at[path.at(-1) ?? ''] = value
  return copy
}

describe('every API', () => {
  const sample = (name: string): Value => ({
    ...sampleOf(eventNamed(name)),
    ...ENVELOPE,
    resources: null,
    errorCode: null,
    errorMessage: null,
    ...(name === 'GetDashboardUrl' ? { requestParameters: { resourceId: 'some resourceId', resourceType: 'SESSION' } } : {}),
  })
  const rowsOf = (name: string): ReadonlyArray<ResourceRow> => {
    const rows = resourceRowsOf(name)
    return typeof rows === 'object' ? rows : []
  }
  const named = GLUE_APIS.filter((name) => rowsOf(name).length > 0)

  it.each(named)('%s names what it acts on', (name) => {
    const { resources, complete } = resourcesOf(sample(name))
    expect(complete).toBe(true)
    expect(resources.length).toBeGreaterThan(0)
    for (const resource of resources) {
      expect(resource.name ?? resource.arn).toBeDefined()
      expect(placesAt(sample(name), resource.path.map(String))[0]?.value ?? resource.type).toBeDefined()
    }
  })

  it('names nothing where the model has no resource', () => {
    for (const name of GLUE_APIS) {
      const rows = resourceRowsOf(name)
      if (rows === 'none') expect(resourcesOf(sample(name))).toStrictEqual({ resources: [], complete: true })
      if (rows === 'unnamed')
        expect(resourcesOf(sample(name))).toMatchObject({ resources: [], complete: false, why: [{ kind: 'UNNAMED' }] })
    }
  })

  it.each(named)('%s takes whole ARNs for names, and says where a mark stands', (name) => {
    const record = sample(name)
    for (const row of rowsOf(name)) {
      const [path = []] = row.paths
      const [place] = placesAt(record, path)
      if (place === undefined || typeof place.value !== 'string') continue
      const arn = 'arn:aws-cn:glue:cn-north-1:444444444444:job/a/b.c'
      const byArn = resourcesOf(put(record, place.path, arn)).resources.find((resource) => resource.arn === arn)
      expect(byArn).toMatchObject({ type: 'job', name: 'a/b.c', region: 'cn-north-1', accountId: '444444444444' })
      for (const mark of ALL_MARKERS) {
        const gaps = resourcesOf(put(record, place.path, mark)).why ?? []
        // Without its value, a condition is not met, and an alternative is not needed.
        if (row.condition === undefined) expect(gaps).toContainEqual({ path: place.path, kind: 'REDACTED', basis: 'DOCUMENTED' })
      }
    }
  })

  it('is not complete where its request is omitted, hidden, denied or another thing', () => {
    for (const name of named) {
      for (const requestParameters of [{ omitted: true, originalSize: 1 }, '***', 'text', []]) {
        expect([name, resourcesOf({ ...sample(name), requestParameters }).complete]).toEqual([name, false])
      }
      const denied = { ...sample(name), requestParameters: null, responseElements: null, errorCode: 'AccessDenied' }
      expect([name, resourcesOf(denied)]).toEqual([
        name,
        { resources: [], complete: false, why: [{ path: ['requestParameters'], kind: 'DENIED', basis: 'OBSERVED' }] },
      ])
    }
  })

  it('makes ARNs that parse back to their parts, whatever the names', () => {
    const partitions = { 'us-east-1': 'aws', 'cn-north-1': 'aws-cn', 'us-gov-west-1': 'aws-us-gov', 'us-iso-east-1': 'aws-iso' }
    const content = fc.oneof(fc.stringMatching(/^[a-z0-9_./ -]{1,12}$/), fc.string({ minLength: 1, unit: 'binary' }))
    let made = 0
    fc.assert(
      fc.property(
        fc.constantFrom(...named),
        content,
        content,
        fc.constantFrom(...Object.keys(partitions)),
        fc.oneof(fc.stringMatching(/^\d{12}$/), fc.stringMatching(/^\d{12}:[a-z]{1,4}(\/[a-z]{1,4})?$/), fc.constant(null)),
        (name, inner, outer, awsRegion, catalogId) => {
          const plain = sample(name)
          const [row] = rowsOf(name)
          const [place] = placesAt(plain, row?.paths[0] ?? [])
          if (place === undefined || typeof place.value !== 'string') return
          let record = put({ ...plain, awsRegion }, place.path, inner)
          const [container] = placesAt(plain, row?.within[0]?.[0] ?? [])
          if (container !== undefined && container.path.length > 0) record = put(record, container.path, outer)
          const request = record.requestParameters as Value
          if (Object.hasOwn(request, 'catalogId') && place.path.at(-1) !== 'catalogId') request.catalogId = catalogId
          for (const resource of resourcesOf(record).resources) {
            if (resource.arn === undefined || resource.from === 'RESPONSE' || resource.name === undefined) continue
            if (resource.path.join() !== place.path.join()) continue
            made++
            const parts = readGlueArn(resource.arn)
            expect(parts?.type).toBe(resource.type)
            expect(parts?.region).toBe(resource.region)
            expect(parts?.account).toBe(resource.accountId)
            const stored = (each: string): string => (foldsCase(resource.type) ? each.toLowerCase() : each)
            expect(parts?.within).toEqual((resource.within ?? []).map(stored))
            if (resource.type !== 'mlTransform' && resource.type !== 'integration') expect(parts?.name).toBe(stored(resource.name))
            expect(parts?.partition).toBe(partitions[awsRegion as keyof typeof partitions])
            if (parts?.catalog) expect(readCatalogId(resource.catalogId ?? '')?.path).toBe(parts.catalog)
          }
        },
      ),
      { numRuns: 3000 },
    )
    expect(made).toBeGreaterThan(1000)
  })
})

describeShared('Glue records that others published', () => {
  it('name these', () => {
    expect(corpusGlueRecords().map(({ record }) => [...lines(resourcesOf(record)), resourcesOf(record).complete].join(' | '))).toEqual([
      'false',
      'devEndpoint TrailDiscover arn:aws:glue:us-east-1:192374575148:devEndpoint/TrailDiscover errorMessage | true',
      'crawler tes-alpha arn:aws:glue:us-east-1:123456789012:crawler/tes-alpha requestParameters.name | true',
      'connection test-connection-alpha arn:aws:glue:us-east-1:123456789012:connection/test-connection-alpha requestParameters.connectionInput.name | true',
      'catalog - arn:aws:glue:us-east-1:644160558196:catalog requestParameters.resourceArn | true',
      'catalog - arn:aws:glue:us-east-1:644160558196:catalog requestParameters.catalogId | true',
      'table panther_rule_errors.gsuite_activityevent arn:aws:glue:us-east-1:111222333444:table/panther_rule_errors/gsuite_activityevent requestParameters.tableName | true',
    ])
  })

  it('of other services say only what they list', () => {
    for (const { record } of corpusRecords()) {
      const { complete, resources } = resourcesOf(record)
      expect(complete).toBe(false)
      for (const { from } of resources) expect(['RESOURCES', 'ERROR_MESSAGE']).toContain(from)
    }
  })
})
