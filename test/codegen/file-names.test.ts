import { expect, it } from 'vitest'
import { kebabCase } from '../../codegen/plan/file-names.js'
import { GLUE } from '../../model/glue.js'

it.each([
  ['GetMLTransform', 'get-ml-transform'],
  ['StartJobRun', 'start-job-run'],
  ['DynamoDBTarget', 'dynamodb-target'],
  ['MySQLCatalogSource', 'mysql-catalog-source'],
  ['S3DirectJDBCSource', 's3-direct-jdbc-source'],
  ['OAuth2PropertiesInput', 'oauth2-properties-input'],
  ['BatchGetDataQualityResultV2', 'batch-get-data-quality-result-v2'],
  ['DDBELTCatalogAdditionalOptions', 'ddb-elt-catalog-additional-options'],
])('%s is %s', (name, file) => {
  expect(kebabCase(name, GLUE.words)).toBe(file)
})
