/**
 * Which members a call has. The API model says which are required; beyond that callers have habits.
 *
 * @module
 */
import type { Field, Shape } from '../codec/fields.js'
import type { Chance } from './chance.js'
import { isDeprecated } from './enum-values.js'

/**
 * Habits by structure; a payload has the name of its API. The members listed are present although the model does not
 * require them. Those after a minus are missing, because other members mean the same; `-*` leaves out all other
 * optional members. Of the members after `?` one is present.
 */
export const HABITS: ReadonlyArray<string> = [
  'CreateTable tableInput -name',
  'UpdateTable tableInput -name',
  'TableInput storageDescriptor partitionKeys tableType parameters',
  'PartitionInput values storageDescriptor',
  'StorageDescriptor columns location inputFormat outputFormat compressed numberOfBuckets serdeInfo storedAsSubDirectories',
  'SerDeInfo serializationLibrary parameters -name',
  'BatchGetTableOptimizerEntry catalogId databaseName tableName type',
  'DatapointInclusionAnnotation profileId statisticId inclusionAnnotation',
  'BatchStopJobRunSuccessfulSubmission jobName jobRunId',
  'Session id createdOn status role command -completedOn',
  'Trigger name type state',
  'JobBookmarkEntry jobName version run attempt',
  'DataQualityRuleResult name result',
  'DataQualityAnalyzerResult name',
  'StatisticSummary statisticId profileId statisticName',
  'SkewedInfo skewedColumnNames skewedColumnValues skewedColumnValueLocationMaps',
  'Column type -parameters',
  'PrincipalPermissions principal permissions',
  'CreateJob glueVersion workerType numberOfWorkers defaultArguments',
  'JobUpdate role command glueVersion workerType numberOfWorkers defaultArguments',
  'JobCommand name scriptLocation pythonVersion -runtime',
  'StartJobRun arguments -jobRunId',
  'ConnectionInput physicalConnectionRequirements',
  'PhysicalConnectionRequirements subnetId securityGroupIdList availabilityZone',
  'TestConnection connectionName -testConnectionInput',
  'CreateCrawler databaseName schemaChangePolicy',
  'CrawlerTargets ? s3Targets s3Targets s3Targets jdbcTargets catalogTargets dynamoDBTargets icebergTargets deltaTargets',
  'SchemaChangePolicy updateBehavior deleteBehavior',
  'UpdateCrawler schedule',
  'UpdateCrawlerSchedule schedule',
  'S3Target path',
  'JdbcTarget connectionName path',
  'DynamoDBTarget path',
  'DeltaTarget deltaTables',
  'IcebergTarget paths',
  'Predicate conditions',
  'Condition logicalOperator jobName state -*',
  'Action jobName -crawlerName',
  'TriggerUpdate actions -name',
  'UserDefinedFunctionInput functionName className ownerName ownerType',
  'ResourceUri resourceType uri',
  'RegistryId registryName -registryArn',
  'SchemaId registryName schemaName -schemaArn',
  'CreateSchema registryId compatibility schemaDefinition',
  'UpdateSchema compatibility',
  'SchemaVersionNumber versionNumber -latestVersion',
  'SchemaReference schemaId schemaVersionNumber -schemaVersionId',
  'GetSchemaVersion schemaId schemaVersionNumber -schemaVersionId',
  'QuerySchemaVersionMetadata schemaId -schemaVersionId',
  'PutSchemaVersionMetadata schemaId schemaVersionNumber -schemaVersionId',
  'RemoveSchemaVersionMetadata schemaId schemaVersionNumber -schemaVersionId',
  'MetadataKeyValuePair metadataKey metadataValue',
  'UpdateDevEndpoint customLibraries',
  'CreateDevEndpoint workerType numberOfWorkers publicKey -numberOfNodes',
  'SessionCommand name pythonVersion',
  'UpdateBlueprint description',
  'UpdateDataQualityRuleset ruleset',
  'UpdateMLTransform description',
  'UpdateWorkflow description',
  'UpdateJobFromSourceControl jobName provider repositoryName repositoryOwner branchName folder',
  'UpdateSourceControlFromJob jobName provider repositoryName repositoryOwner branchName folder',
  'UpdateColumnStatisticsTaskSettings schedule',
  'UpdateDataQualityEvaluationConfig scheduleExpression',
  'UpdateAsset description',
  'UpdateGlossary description',
  'UpdateGlossaryTerm shortDescription',
  'UpdateGlueIdentityCenterConfiguration scopes',
  'UpdateIntegrationResourceProperty targetProcessingProperties',
  'UpdateIntegrationTableProperties targetTableConfig',
  'ModifyIntegration description',
  'DataCatalogEncryptionSettings encryptionAtRest',
  'EncryptionAtRest sseAwsKmsKeyId',
  'EncryptionConfiguration s3Encryption cloudWatchEncryption',
  'Tag key value',
  'ColumnStatisticsData longColumnStatisticsData -*',
  'FindMatchesParameters primaryKeyColumnName',
  'TransformParameters findMatchesParameters',
  'IntegrationFilter name values',
  'IntegrationResourcePropertyFilter name values',
  'IntegrationTablePropertiesFilter name values',
  'TargetProcessingProperties roleArn',
  'SourceProcessingProperties roleArn',
  'TargetTableConfig targetTableName',
  'SourceTableConfig fields primaryKey',
  'CreateScript dagNodes dagEdges language',
  'Location ? s3',
  'ProfileConfiguration ? jobConfiguration sessionConfiguration',
  'ConfigurationObject defaultValue allowedValues -*',
  'RestConfiguration globalSourceConfiguration -*',
  'SourceConfiguration requestMethod requestPath -*',
  'ConnectionPropertiesConfiguration url',
  'ConnectorProperty name required propertyType -*',
  'ConnectorAuthenticationConfiguration basicAuthenticationProperties -*',
  'BasicAuthenticationProperties username password',
  'CrawlsFilter fieldName filterOperator fieldValue',
  'PropertyPredicate key value comparator',
  'SortCriterion fieldName sort',
  'MappingEntry sourcePath sourceType targetPath targetType',
]

const words = (content: string): ReadonlySet<string> => new Set(content.split(' '))

/**
 * Members that callers rarely send: tokens of further pages, members that only engines add, members with a more common
 * alternative.
 */
const RARE = /* @__PURE__ */ words(
  'nextToken marker transactionId queryAsOfTime auditContext querySessionContext openTableFormatInput updateOpenTableFormatInput ' +
    'codeGenConfigurationNodes sourceControlDetails viewDefinition viewOriginalText viewExpandedText viewUpdateAction targetTable ' +
    'isRowFilteringEnabled force versionId schemaReference skewedInfo additionalLocations bucketColumns sortColumns publicKeys ' +
    'publicKey addPublicKeys deletePublicKeys analysisId federatedCatalog federatedDatabase federatedTable targetRedshiftCatalog ' +
    'targetDatabase eventBatchingCondition athenaProperties sparkProperties pythonProperties authenticationConfiguration ' +
    'policyHashCondition maintenanceWindow executionRoleSessionPolicy additionalContext matchCriteria catalogProperties logUri ' +
    'lastAnalyzedTime',
)

/** Members with a more common alternative, and members that are empty in the response to a successful call. */
const NEVER = /* @__PURE__ */ words('maxCapacity failureReason errorMessage errorCode initialDefault writeDefault')

/**
 * The probability of an optional member, as one in so many: at the top, in a structure, in a structure in a structure
 * ...
 */
const ONE_IN = [2, 3, 4, 6]
const ONE_IN_RARE = 12

/** What a choice depends on besides the structure. */
export interface Choice {
  readonly draw: Chance
  readonly depth: number
  /** In a response: whether it repeats this member of the request; `undefined` for members that no request has. */
  readonly answers?: (field: Field) => boolean | undefined
  /** Whether the member leads back to a structure around it. */
  readonly isRecursive: (shape: Shape) => boolean
}

let made: ReadonlyMap<string, ReadonlyArray<string>> | undefined

function habitsOf(structure: string): ReadonlyArray<string> {
  made ??= new Map(
    HABITS.map((line) => {
      const [name = '', ...members] = line.split(' ')
      return [name, members]
    }),
  )
  return made.get(structure) ?? []
}

/** Returns the members of a structure that a call has. */
export function presentOf(structure: string, fields: ReadonlyArray<Field>, choice: Choice): ReadonlyArray<Field> {
  // A payload has the name of its API, so the habits of a request must not apply to the response.
  const habits = choice.answers && choice.depth === 0 ? [] : habitsOf(structure)
  const possible = fields.filter(
    ({ name, shape, requiredByApi }) => !choice.isRecursive(shape) && (requiredByApi || !isDeprecated(structure, name)),
  )
  const single = singleOf(possible, habits, choice)
  const optional = single === undefined && !habits.includes('-*')
  const always = habits.slice(0, habits.includes('?') ? habits.indexOf('?') : undefined)
  const present = possible.filter(
    (field) =>
      field.requiredByApi ||
      field.name === single ||
      always.includes(field.name) ||
      (optional && !habits.includes(`-${field.name}`) && isDrawn(field, choice)),
  )
  // Callers do not send empty structures; an empty request is null.
  return present.length > 0 || choice.depth === 0 ? present : possible.slice(0, 1)
}

/**
 * Returns the one member of a structure that is a choice: between the members that a habit lists, or between structures
 * only.
 */
function singleOf(fields: ReadonlyArray<Field>, habits: ReadonlyArray<string>, { draw, answers, depth }: Choice): string | undefined {
  if (habits.includes('?')) return draw.pick(habits.slice(habits.indexOf('?') + 1))
  if ((answers && depth === 0) || habits.length > 0 || fields.length < 2) return undefined
  return fields.every(({ shape, requiredByApi }) => !requiredByApi && innermost(shape).kind === 'structure')
    ? draw.pick(fields).name
    : undefined
}

function innermost(shape: Shape): Shape {
  return shape.kind === 'list' || shape.kind === 'map' ? innermost(shape.item) : shape
}

function isDrawn(field: Field, { draw, depth, answers }: Choice): boolean {
  const answer = answers?.(field)
  if (answer !== undefined) return answer
  if (NEVER.has(field.name)) return false
  if (RARE.has(field.name)) return answers === undefined && draw.int(ONE_IN_RARE) === 0
  if (answers && depth === 0) return true
  return draw.int(ONE_IN[Math.min(depth, ONE_IN.length - 1)] ?? 1) === 0
}
