/**
 * What each API does, as a sentence says it: `create connection`, in the past `created connection`. Rules by the first words of the name, and the
 * whole phrase where the rule would read badly. Reviewed one by one in `docs/reference/apis.md`.
 */

/** The verbs that names begin with. `Batch` before one makes the noun a plural. */
export const VERBS: ReadonlyArray<string> =
  'Associate Cancel Check Create Delete Describe Disassociate Get Import List Modify Publish Put Query Register Remove Rename Reset Resume Run Search Start Stop Terminate Test Update Upgrade'.split(
    ' ',
  )

/** The past of verbs that do not just take `ed` or `d`. */
export const PASTS: Readonly<Record<string, string>> = {
  cancel: 'cancelled',
  modify: 'modified',
  put: 'put',
  query: 'queried',
  read: 'read',
  reset: 'reset',
  run: 'ran',
  set: 'set',
  stop: 'stopped',
  tag: 'tagged',
  untag: 'untagged',
}

/** Whole phrases, in the present, for names that the rules read badly. */
export const PHRASES: Readonly<Record<string, string>> = {
  BatchGetDataQualityResultV2: 'read data quality results',
  BatchGetIterableForms: 'read forms',
  CheckSchemaVersionValidity: 'check validity of schema version',
  CreateScript: 'generate script',
  DeleteColumnStatisticsForPartition: 'delete column statistics of partition',
  DeleteColumnStatisticsForTable: 'delete column statistics of table',
  GetCatalogImportStatus: 'read import status of catalog',
  GetColumnStatisticsForPartition: 'read column statistics of partition',
  GetColumnStatisticsForTable: 'read column statistics of table',
  GetDashboardUrl: 'read dashboard URL',
  GetDataCatalogEncryptionSettings: 'read encryption settings of catalog',
  GetDataCatalogExportConfiguration: 'read export configuration of catalog',
  GetDataQualityResultV2: 'read data quality result',
  GetDataflowGraph: 'derive dataflow graph',
  GetEntityRecords: 'read records of entity',
  GetJobUpgradeAnalysis: 'read upgrade analysis of job',
  GetMapping: 'derive mapping',
  GetPlan: 'generate plan',
  GetSchemaByDefinition: 'look up schema by definition',
  GetSchemaVersionsDiff: 'compare schema versions',
  GetSessionEndpoint: 'read endpoint of session',
  GetSystemLogsForJobRun: 'read system logs of job run',
  GetSystemLogsForSession: 'read system logs of session',
  GetUnfilteredPartitionMetadata: 'read unfiltered metadata of partition',
  GetUnfilteredPartitionsMetadata: 'read unfiltered metadata of partitions',
  GetUnfilteredTableMetadata: 'read unfiltered metadata of table',
  ImportCatalogToGlue: 'import catalog',
  ListDataQualityResultsV2: 'list data quality results',
  ListIterableForms: 'list forms',
  PublishDataQualityResultV2: 'publish data quality result',
  PutDataCatalogEncryptionSettings: 'set encryption settings of catalog',
  PutDataCatalogExportConfiguration: 'set export configuration of catalog',
  PutResourcePolicy: 'set resource policy',
  PutSchemaVersionMetadata: 'set metadata of schema version',
  PutWorkflowRunProperties: 'set properties of workflow run',
  QuerySchemaVersionMetadata: 'query metadata of schema version',
  RemoveSchemaVersionMetadata: 'remove metadata of schema version',
  RunStatement: 'run statement',
  StartColumnStatisticsTaskRunSchedule: 'start schedule of column statistics task',
  StartCrawlerSchedule: 'start schedule of crawler',
  StartExportLabelsTaskRun: 'start export of labels',
  StartImportLabelsTaskRun: 'start import of labels',
  StartJobUpgradeAnalysis: 'start upgrade analysis of job',
  StartMLEvaluationTaskRun: 'start evaluation of ML transform',
  StartMLLabelingSetGenerationTaskRun: 'start generation of a labeling set',
  StopColumnStatisticsTaskRunSchedule: 'stop schedule of column statistics task',
  StopCrawlerSchedule: 'stop schedule of crawler',
  StopJobUpgradeAnalysis: 'stop upgrade analysis of job',
  UpdateColumnStatisticsForPartition: 'update column statistics of partition',
  UpdateColumnStatisticsForTable: 'update column statistics of table',
  UpdateCrawlerSchedule: 'update schedule of crawler',
  TagResource: 'tag',
  UntagResource: 'untag',
  UpdateJobFromSourceControl: 'pull from source control job',
  UpdateSourceControlFromJob: 'push to source control job',
}
