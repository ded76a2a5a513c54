/**
 * APIs whose response lists, per item, what failed although the call succeeded. The generator finds every response with
 * a list or map of errors and stops at one without a decision: either how its items are read, or why its errors are not
 * those of items.
 *
 * Paths are written as in `resources.ts`; an empty path is the item itself, for a map its key.
 */
import type { BatchModel } from './types.js'

export const BATCHES: BatchModel = {
  items: {
    BatchCreatePartition: {
      requested: 'partitionInputList[]',
      requestedBy: ['values'],
      failed: 'errors[]',
      failedBy: ['partitionValues'],
      detail: 'errorDetail',
    },
    BatchDeleteConnection: { requested: 'connectionNameList[]', requestedBy: [''], failed: 'errors{}', failedBy: [''], detail: '' },
    BatchDeletePartition: {
      requested: 'partitionsToDelete[]',
      requestedBy: ['values'],
      failed: 'errors[]',
      failedBy: ['partitionValues'],
      detail: 'errorDetail',
    },
    BatchDeleteTable: {
      requested: 'tablesToDelete[]',
      requestedBy: [''],
      failed: 'errors[]',
      failedBy: ['tableName'],
      detail: 'errorDetail',
      foldsCase: true,
    },
    BatchDeleteTableVersion: {
      requested: 'versionIds[]',
      requestedBy: [''],
      failed: 'errors[]',
      failedBy: ['versionId'],
      detail: 'errorDetail',
    },
    // Its errors have a reason in words, and no code.
    BatchPutDataQualityStatisticAnnotation: {
      requested: 'inclusionAnnotations[]',
      requestedBy: ['profileId', 'statisticId'],
      failed: 'failedInclusionAnnotations[]',
      failedBy: ['profileId', 'statisticId'],
    },
    BatchStopJobRun: {
      requested: 'jobRunIds[]',
      requestedBy: [''],
      failed: 'errors[]',
      failedBy: ['jobRunId'],
      detail: 'errorDetail',
    },
    BatchUpdatePartition: {
      requested: 'entries[]',
      requestedBy: ['partitionValueList'],
      failed: 'errors[]',
      failedBy: ['partitionValueList'],
      detail: 'errorDetail',
    },
    // The request has the versions as a number or a range, such as `2-5`.
    DeleteSchemaVersions: {
      requested: 'versions',
      requestedBy: [''],
      failed: 'schemaVersionErrors[]',
      failedBy: ['versionNumber'],
      detail: 'errorDetails',
    },
    UpdateColumnStatisticsForPartition: {
      requested: 'columnStatisticsList[]',
      requestedBy: ['columnName'],
      failed: 'errors[]',
      failedBy: ['columnStatistics.columnName'],
      detail: 'error',
      foldsCase: true,
    },
    UpdateColumnStatisticsForTable: {
      requested: 'columnStatisticsList[]',
      requestedBy: ['columnName'],
      failed: 'errors[]',
      failedBy: ['columnStatistics.columnName'],
      detail: 'error',
      foldsCase: true,
    },
  },

  others: {
    'a read: nothing was to be changed': [
      'BatchGetIterableForms',
      'BatchGetTableOptimizer',
      'GetColumnStatisticsForPartition',
      'GetColumnStatisticsForTable',
    ],
    'the errors are those of the integration, which is a single resource': ['CreateIntegration', 'DeleteIntegration', 'ModifyIntegration'],
  },
}
