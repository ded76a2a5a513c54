import { GLUE_APIS } from 'glue-trail'
import { describe, expect, it } from 'vitest'
import { GLUE_SOURCE } from '../../src/generated/registry.js'
import { APIS, full } from '../support/api-sample.js'
import { pathText } from '../support/outcome.js'

/** APIs whose request has no members: nothing in it can be wrong. */
const WITHOUT_REQUEST = ['DeleteGlueIdentityCenterConfiguration', 'GetDataCatalogExportConfiguration', 'GetGlueIdentityCenterConfiguration']

/** APIs whose response has no members. */
const WITHOUT_RESPONSE = [
  'CancelDataQualityRuleRecommendationRun',
  'CancelDataQualityRulesetEvaluationRun',
  'CancelStatement',
  'CreateCatalog',
  'CreateClassifier',
  'CreateColumnStatisticsTaskSettings',
  'CreateCrawler',
  'CreateDatabase',
  'CreateIntegrationTableProperties',
  'CreatePartition',
  'CreatePartitionIndex',
  'CreateTable',
  'CreateTableOptimizer',
  'CreateUserDefinedFunction',
  'DeleteAsset',
  'DeleteAssetType',
  'DeleteCatalog',
  'DeleteClassifier',
  'DeleteColumnStatisticsForPartition',
  'DeleteColumnStatisticsForTable',
  'DeleteColumnStatisticsTaskSettings',
  'DeleteConnection',
  'DeleteConnectionType',
  'DeleteCrawler',
  'DeleteDataQualityEvaluationConfig',
  'DeleteDataQualityRuleset',
  'DeleteDatabase',
  'DeleteDevEndpoint',
  'DeleteFormType',
  'DeleteGlossary',
  'DeleteGlossaryTerm',
  'DeleteGlueIdentityCenterConfiguration',
  'DeleteIntegrationResourceProperty',
  'DeleteIntegrationTableProperties',
  'DeletePartition',
  'DeletePartitionIndex',
  'DeleteResourcePolicy',
  'DeleteSecurityConfiguration',
  'DeleteTable',
  'DeleteTableOptimizer',
  'DeleteTableVersion',
  'DeleteUsageProfile',
  'DeleteUserDefinedFunction',
  'ImportCatalogToGlue',
  'PutDataCatalogEncryptionSettings',
  'PutDataQualityProfileAnnotation',
  'PutWorkflowRunProperties',
  'StartColumnStatisticsTaskRunSchedule',
  'StartCrawler',
  'StartCrawlerSchedule',
  'StopColumnStatisticsTaskRun',
  'StopColumnStatisticsTaskRunSchedule',
  'StopCrawler',
  'StopCrawlerSchedule',
  'StopJobUpgradeAnalysis',
  'StopMaterializedViewRefreshTaskRun',
  'StopWorkflowRun',
  'TagResource',
  'TestConnection',
  'UntagResource',
  'UpdateCatalog',
  'UpdateClassifier',
  'UpdateColumnStatisticsTaskSettings',
  'UpdateConnection',
  'UpdateCrawler',
  'UpdateCrawlerSchedule',
  'UpdateDatabase',
  'UpdateDevEndpoint',
  'UpdateGlueIdentityCenterConfiguration',
  'UpdateIntegrationTableProperties',
  'UpdatePartition',
  'UpdateTable',
  'UpdateTableOptimizer',
  'UpdateUserDefinedFunction',
]

/** Members of an Iceberg field that hold any JSON. */
const ICEBERG_DOCUMENTS = ['type', 'initialDefault', 'writeDefault']

/** Where Iceberg fields stand. */
const ICEBERG_FIELDS = [
  'CreateTable requestParameters.openTableFormatInput.icebergInput.createIcebergTableInput.schema.fields[0]',
  'GetTable responseElements.table.icebergTableMetadata.schemas[0].fields[0]',
  'GetTableVersion responseElements.tableVersion.table.icebergTableMetadata.schemas[0].fields[0]',
  'GetTableVersions responseElements.tableVersions[0].table.icebergTableMetadata.schemas[0].fields[0]',
  'GetTables responseElements.tableList[0].icebergTableMetadata.schemas[0].fields[0]',
  'GetUnfilteredTableMetadata responseElements.table.icebergTableMetadata.schemas[0].fields[0]',
  'SearchTables responseElements.tableList[0].icebergTableMetadata.schemas[0].fields[0]',
  'UpdateTable requestParameters.updateOpenTableFormatInput.updateIcebergInput.updateIcebergTableInput.updates[0].schema.fields[0]',
]

/** Where the model has a document, which can hold anything and so is never wrong. */
const DOCUMENTS = [
  'CreateTable requestParameters.tableInput.isRowFilteringEnabled',
  'GetEntityRecords responseElements.records[0]',
  'GetEntityRecords responseElements.records[1]',
  'UpdateTable requestParameters.tableInput.isRowFilteringEnabled',
  ...ICEBERG_FIELDS.flatMap((field) => ICEBERG_DOCUMENTS.map((name) => `${field}.${name}`)),
]

describe('The table of APIs', () => {
  it('has every API of the registry, once', () => {
    expect(APIS.map(({ name }) => name)).toEqual([...GLUE_APIS])
    expect(new Set(GLUE_APIS).size).toBe(GLUE_APIS.length)
    expect(GLUE_APIS.length).toBeGreaterThan(300)
    expect(GLUE_SOURCE).toBe('glue.amazonaws.com')
  })

  it('exempts payloads without members from the wrong value inside', () => {
    const without = (payload: string): ReadonlyArray<string> =>
      APIS.filter((api) => !full(api).sites.some(({ path }) => path.length > 1 && path[0] === payload)).map(({ name }) => name)
    expect(without('requestParameters')).toEqual(WITHOUT_REQUEST)
    expect(without('responseElements')).toEqual(WITHOUT_RESPONSE)
    expect(WITHOUT_REQUEST.filter((name) => WITHOUT_RESPONSE.includes(name))).toEqual(['DeleteGlueIdentityCenterConfiguration'])
  })

  it('exempts documents, which occur at these paths only', () => {
    const documents = APIS.flatMap((api) =>
      full(api).sites.flatMap(({ shape, path }) => (shape.kind === 'document' ? [`${api.name} ${pathText(path)}`] : [])),
    )
    expect([...documents].sort()).toEqual([...DOCUMENTS].sort())
    expect(documents).toHaveLength(28)
  })

  it('changes this many places of each kind', () => {
    const counts: Record<string, number> = {}
    const count = (what: string): void => {
      counts[what] = (counts[what] ?? 0) + 1
    }
    for (const { shape, field } of APIS.flatMap((api) => full(api).sites)) {
      count(shape.kind)
      if (field?.requiredByApi) count('required by the API')
      if (shape.sensitive) count('sensitive')
    }
    expect(counts).toEqual({
      boolean: 669,
      document: 28,
      list: 1768,
      map: 538,
      number: 1341,
      'number or string': 25,
      string: 9617,
      structure: 3291,
      timestamp: 375,
      'required by the API': 2919,
      sensitive: 185,
    })
  })
})
