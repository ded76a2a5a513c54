import type { Overlay } from '../types.js'

/**
 * APIs whose response CloudTrail logs as null although the API returns one. Read-only does not imply it: GetTags has
 * been seen with its response.
 */
export const nullResponses: Overlay = {
  evidence: 'the list of the Glue guide; for the observed ones the record is named',
  nullResponses: {
    documented: [
      'BatchGetPartition',
      'CreateScript',
      'GetCatalogImportStatus',
      'GetClassifier',
      'GetClassifiers',
      'GetConnection',
      'GetConnections',
      'GetCrawler',
      'GetCrawlerMetrics',
      'GetCrawlers',
      'GetDataflowGraph',
      'GetDatabase',
      'GetDatabases',
      'GetDevEndpoint',
      'GetDevEndpoints',
      'GetJob',
      'GetJobRun',
      'GetJobRuns',
      'GetJobs',
      'GetMapping',
      'GetObjects',
      'GetPartition',
      'GetPartitions',
      'GetPlan',
      'GetTable',
      'GetTableVersions',
      'GetTables',
      'GetTrigger',
      'GetTriggers',
      'GetUserDefinedFunction',
      'GetUserDefinedFunctions',
    ],
    observed: {
      CreateConnection: 'the CreateConnection record of the Glue guide, a call that succeeded',
    },
  },
}
