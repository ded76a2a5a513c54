/**
 * The members of APIs that name resources. Every API has rows, by rule or by exception, or a reason for having none; an
 * API with neither stops the generator. A resource is what a call acts on, in IAM's sense; what it only refers to (the
 * role of a job, the jobs of a trigger, the tables that a crawler will write) is not. A call on a table names the
 * table, not its database and its catalog as well.
 *
 * A row is `type:path`: the word in the resource's ARN, and the path of the member of the request that has its name or
 * its whole ARN. Also:
 *
 * - `a|b`: the first of these that is present.
 * - `[]`, `{}`: every item of a list, every value of a map.
 * - `>path`: in the response.
 * - `<path`: the name of what contains the resource, such as the database of a table, outermost first.
 * - `@path`: the member with the end of its ARN, if that is not the name; `@` alone if no member has it.
 * - `?path=VALUE`: only if this member has this value.
 * - `!` at the end: without the member, the resource is unknown. It is implied if the API requires the member.
 * - type `*`: the member has an ARN, which includes the type.
 *
 * `catalog:path` means the caller's own catalog if the member is optional and missing, as in the API.
 */
import type { ResourceModel } from './types.js'

const NO_FOLDING = 'the API page of its name states a length and a pattern, and no folding'
const ID = 'an id that the service makes'

/** Where AWS states no folding, two names that differ in case are two names. */
const KEEPS_CASE: Readonly<Record<string, string>> = {
  asset: ID,
  assetType: NO_FOLDING,
  blueprint: NO_FOLDING,
  catalog: 'names of federated catalogs belong to their source; the root catalog has an account id',
  classifier: NO_FOLDING,
  completion: ID,
  connection: NO_FOLDING,
  connectionType: 'a name that AWS gives, such as JDBC',
  crawler: NO_FOLDING,
  customEntityType: NO_FOLDING,
  dataQualityEvaluationConfig: NO_FOLDING,
  dataQualityRuleset: NO_FOLDING,
  devEndpoint: NO_FOLDING,
  formType: NO_FOLDING,
  glossary: NO_FOLDING,
  glossaryTerm: NO_FOLDING,
  integration: ID,
  integrationresourceproperty: ID,
  job: NO_FOLDING,
  mlTransform: ID,
  registry: NO_FOLDING,
  schema: NO_FOLDING,
  securityConfiguration: NO_FOLDING,
  session: NO_FOLDING,
  trigger: NO_FOLDING,
  usageProfile: NO_FOLDING,
  workflow: NO_FOLDING,
}

export const RESOURCES: ResourceModel = {
  formats: {
    // The IAM data has only the schema's name; AWS's guide to the schema registry has the registry's name before it.
    schema: 'schema/{RegistryName}/{SchemaName}',
  },

  /**
   * Types inside catalogs, which may be inside other catalogs: their ARNs begin with the catalog's path, as in
   * `table/s3tablescatalog/bucket/sales/orders`.
   */
  inCatalog: ['database', 'table', 'tableVersion', 'userDefinedFunction'],

  /** Types that a catalog's account owns, outside its path. */
  ofCatalog: ['connection'],

  /** Types without a resource type in IAM, and therefore without an ARN. */
  withoutArn: [
    'asset',
    'assetType',
    'classifier',
    'dataQualityEvaluationConfig',
    'formType',
    'glossary',
    'glossaryTerm',
    'securityConfiguration',
  ],

  foldsCase: {
    database: 'API page of DatabaseInput, Name: "folded to lowercase when it is stored"',
    table: 'API page of TableInput, Name: "folded to lowercase when it is stored"',
    tableVersion: 'its names are those of the table and the database; the version is a number',
    userDefinedFunction: 'folded to lower case like tables and databases when it is stored, for Hive compatibility',
  },
  keepsCase: KEEPS_CASE,

  rules: [
    { has: ['databaseName', 'tableName'], rows: ['table:tableName<databaseName'] },
    { api: /Table/, has: ['databaseName', 'name'], rows: ['table:name<databaseName'] },
    { has: ['databaseName', 'functionName'], rows: ['userDefinedFunction:functionName<databaseName'] },
    { api: /Database/, has: ['name'], rows: ['database:name'] },

    { has: ['blueprintName'], rows: ['blueprint:blueprintName'] },
    { has: ['connectionName'], rows: ['connection:connectionName'] },
    { has: ['connectionNameList'], rows: ['connection:connectionNameList[]'] },
    { has: ['connectionType'], rows: ['connectionType:connectionType'] },
    { has: ['crawlerName'], rows: ['crawler:crawlerName'] },
    { has: ['crawlerNameList'], rows: ['crawler:crawlerNameList[]'] },
    { has: ['crawlerNames'], rows: ['crawler:crawlerNames[]'] },
    { has: ['devEndpointNames'], rows: ['devEndpoint:devEndpointNames[]'] },
    { has: ['endpointName'], rows: ['devEndpoint:endpointName'] },
    { has: ['integrationIdentifier'], rows: ['integration:integrationIdentifier@>integrationArn'] },
    { has: ['jobName'], rows: ['job:jobName'] },
    { has: ['jobNames'], rows: ['job:jobNames[]'] },
    { has: ['registryName'], rows: ['registry:registryName'] },
    { has: ['schemaId'], rows: ['schema:schemaId.schemaArn|schemaId.schemaName<schemaId.registryName!'] },
    { has: ['sessionId'], rows: ['session:sessionId'] },
    { has: ['transformId'], rows: ['mlTransform:transformId'] },
    { has: ['triggerNames'], rows: ['trigger:triggerNames[]'] },
    { has: ['resourceArn'], rows: ['*:resourceArn'] },
    { has: ['assetIdentifier'], rows: ['asset:assetIdentifier'] },

    { api: /Blueprint/, has: ['name'], rows: ['blueprint:name'] },
    { api: /Blueprint/, has: ['names'], rows: ['blueprint:names[]'] },
    { api: /Classifier/, has: ['name'], rows: ['classifier:name'] },
    { api: /Connection/, has: ['name'], rows: ['connection:name'] },
    { api: /Crawler/, has: ['name'], rows: ['crawler:name'] },
    { api: /CustomEntityType/, has: ['name'], rows: ['customEntityType:name@'] },
    { api: /CustomEntityType/, has: ['names'], rows: ['customEntityType:names[]@'] },
    { api: /DataQualityEvaluationConfig/, has: ['name'], rows: ['dataQualityEvaluationConfig:name'] },
    { api: /DataQualityRuleset/, has: ['name'], rows: ['dataQualityRuleset:name'] },
    { api: /Job/, has: ['name'], rows: ['job:name'] },
    { api: /SecurityConfiguration/, has: ['name'], rows: ['securityConfiguration:name'] },
    { api: /Session/, has: ['id'], rows: ['session:id'] },
    { api: /Trigger/, has: ['name'], rows: ['trigger:name'] },
    { api: /UsageProfile/, has: ['name'], rows: ['usageProfile:name'] },
    { api: /Workflow/, has: ['name'], rows: ['workflow:name'] },
    { api: /Workflow/, has: ['names'], rows: ['workflow:names[]'] },

    { api: /AssetType/, has: ['identifier'], rows: ['assetType:identifier'] },
    { api: /Asset/, has: ['identifier'], rows: ['asset:identifier'] },
    { api: /FormType/, has: ['identifier'], rows: ['formType:identifier'] },
    { api: /GlossaryTerm/, has: ['identifier'], rows: ['glossaryTerm:identifier'] },
    { api: /Glossary/, has: ['identifier'], rows: ['glossary:identifier'] },

    { has: ['databaseName'], rows: ['database:databaseName'] },
    { has: ['catalogId'], rows: ['catalog:catalogId'] },
  ],

  exceptions: {
    AssociateGlossaryTerms: ['asset:assetIdentifier', 'glossaryTerm:glossaryTermIdentifiers[]'],
    BatchDeleteTable: ['table:tablesToDelete[]<databaseName'],
    BatchGetTableOptimizer: ['table:entries[].tableName<entries[].databaseName'],
    CreateCatalog: ['catalog:name'],
    CreateClassifier: ['classifier:grokClassifier.name|xMLClassifier.name|jsonClassifier.name|csvClassifier.name!'],
    CreateConnection: ['connection:connectionInput.name'],
    CreateDatabase: ['database:databaseInput.name'],
    CreateGlossary: ['glossary:name'],
    CreateGlossaryTerm: ['glossaryTerm:name<glossaryIdentifier'],
    CreateIntegration: ['integration:integrationName@>integrationArn', '*:sourceArn', '*:targetArn'],
    CreateIntegrationResourceProperty: ['*:resourceArn', '*:>resourcePropertyArn'],
    CreateMLTransform: ['mlTransform:name@>transformId'],
    CreateSchema: ['schema:schemaName<registryId.registryName|registryId.registryArn|>registryName'],
    CreateTable: ['table:tableInput.name|name<databaseName!'],
    CreateUserDefinedFunction: ['userDefinedFunction:functionInput.functionName<databaseName'],
    // Without the ARN of a resource, these are about the policy of the catalog.
    DeleteResourcePolicy: ['catalog:resourceArn'],
    DescribeInboundIntegrations: ['*:integrationArn', '*:targetArn'],
    DescribeIntegrations: ['integration:integrationIdentifier@'],
    DisassociateGlossaryTerms: ['asset:assetIdentifier', 'glossaryTerm:glossaryTermIdentifiers[]'],
    GetCatalogs: ['catalog:parentCatalogId'],
    // With the type JOB it is the id of a run, which names no job.
    GetDashboardUrl: ['session:resourceId?resourceType=SESSION'],
    GetIntegrationResourceProperty: ['*:resourceArn', '*:>resourcePropertyArn'],
    GetMapping: ['table:source.tableName<source.databaseName', 'table:sinks[].tableName<sinks[].databaseName'],
    GetPlan: ['table:source.tableName<source.databaseName', 'table:sinks[].tableName<sinks[].databaseName'],
    GetRegistry: ['registry:registryId.registryArn|registryId.registryName'],
    GetResourcePolicies: ['catalog:'],
    GetResourcePolicy: ['catalog:resourceArn'],
    DeleteRegistry: ['registry:registryId.registryArn|registryId.registryName'],
    ListGlossaryTerms: ['glossary:glossaryIdentifier'],
    ListSchemas: ['registry:registryId.registryArn|registryId.registryName'],
    PublishDataQualityResultV2: ['dataQualityRuleset:rulesetName'],
    PutAssetType: ['assetType:name'],
    PutFormType: ['formType:name'],
    PutResourcePolicy: ['catalog:resourceArn'],
    StartDataQualityRuleRecommendationRun: [
      'table:dataSource.glueTable.tableName|dataSource.dataQualityGlueTable.tableName<dataSource.glueTable.databaseName|dataSource.dataQualityGlueTable.databaseName',
      'dataQualityRuleset:createdRulesetName',
    ],
    StartDataQualityRulesetEvaluationRun: [
      'dataQualityRuleset:rulesetNames[]',
      'table:dataSource.glueTable.tableName|dataSource.dataQualityGlueTable.tableName<dataSource.glueTable.databaseName|dataSource.dataQualityGlueTable.databaseName',
      'table:additionalDataSources{}.glueTable.tableName<additionalDataSources{}.glueTable.databaseName',
      'table:additionalDataSources{}.dataQualityGlueTable.tableName<additionalDataSources{}.dataQualityGlueTable.databaseName',
    ],
    UpdateClassifier: ['classifier:grokClassifier.name|xMLClassifier.name|jsonClassifier.name|csvClassifier.name!'],
    UpdateIntegrationResourceProperty: ['*:resourceArn', '*:>resourcePropertyArn'],
    UpdateJobFromSourceControl: ['job:jobName!'],
    UpdateRegistry: ['registry:registryId.registryArn|registryId.registryName'],
    UpdateSourceControlFromJob: ['job:jobName!'],
    // The name beside the input is the table's; an Iceberg commit has no other.
    UpdateTable: ['table:name|tableInput.name<databaseName!'],
  },

  besideIam: {
    CreateConnection:
      'IAM checks the catalog that the connection will belong to; the type of the connection, such as JDBC, is mostly no resource',
    CreateUserDefinedFunction: 'IAM checks the database that the function will lie in',
  },

  none: {
    'lists what there is in the account and region': [
      'GetClassifiers',
      'GetCrawlers',
      'GetDevEndpoints',
      'GetJobs',
      'GetMLTransforms',
      'GetSecurityConfigurations',
      'GetTriggers',
      'ListAssetTypes',
      'ListBlueprints',
      'ListColumnStatisticsTaskRuns',
      'ListConnectionTypes',
      'ListCrawlers',
      'ListCustomEntityTypes',
      'ListDataQualityEvaluationConfigs',
      'ListDataQualityResults',
      'ListDataQualityResultsV2',
      'ListDataQualityRuleRecommendationRuns',
      'ListDataQualityRulesetEvaluationRuns',
      'ListDataQualityRulesets',
      'ListDataQualityStatisticAnnotations',
      'ListDataQualityStatistics',
      'ListDevEndpoints',
      'ListFormTypes',
      'ListGlossaries',
      'ListIntegrationResourceProperties',
      'ListIntegrationTableProperties',
      'ListJobs',
      'ListMLTransforms',
      'ListRegistries',
      'ListSessions',
      'ListTriggers',
      'ListUsageProfiles',
      'ListWorkflows',
      'SearchAssets',
    ],
    'works on its parameters alone': ['CheckSchemaVersionValidity', 'CreateScript', 'GetDataflowGraph'],
    'a setting of the account as a whole': [
      'CreateGlueIdentityCenterConfiguration',
      'DeleteGlueIdentityCenterConfiguration',
      'GetDataCatalogExportConfiguration',
      'GetGlueIdentityCenterConfiguration',
      'PutDataCatalogExportConfiguration',
      'UpdateGlueIdentityCenterConfiguration',
    ],
  },

  unnamed: {
    'names a run, not what it ran on': [
      'BatchGetDataQualityRulesetEvaluationRun',
      'CancelDataQualityRuleRecommendationRun',
      'CancelDataQualityRulesetEvaluationRun',
      'GetColumnStatisticsTaskRun',
      'GetDataQualityRuleRecommendationRun',
      'GetDataQualityRulesetEvaluationRun',
      'GetMaterializedViewRefreshTaskRun',
    ],
    'names a result, a statistic or a profile, not the ruleset or job it is of': [
      'BatchGetDataQualityResult',
      'BatchGetDataQualityResultV2',
      'BatchPutDataQualityStatisticAnnotation',
      'GetDataQualityModel',
      'GetDataQualityModelResult',
      'GetDataQualityResult',
      'GetDataQualityResultV2',
      'PutDataQualityProfileAnnotation',
    ],
  },
}
