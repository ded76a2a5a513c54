/**
 * What sort of change an update of a table is, by what is different.
 *
 * @module
 */
import type { ColumnsChange, TableChange } from './table-change.js'

/** The sorts of updates, the most telling first. `DATA_COMMIT` is a commit of data by an engine. */
type UpdateKind = 'SCHEMA' | 'LOCATION' | 'PARTITIONS' | 'PARAMETERS' | 'DATA_COMMIT'

/**
 * Parameters that engines keep for themselves, which say nothing that a person decided: where Iceberg's metadata lies
 * and what its current snapshot is, what Delta and Hudi committed last, statistics of Hive, Spark and Athena
 * (`spark.sql.statistics.` and more), and of crawlers.
 */
const ENGINE_MANAGED: ReadonlyArray<string> =
  'metadata_location previous_metadata_location current-snapshot-id current-snapshot-summary current-snapshot-timestamp-ms snapshot-count delta.lastUpdateVersion delta.lastCommitTimestamp last_commit_time_sync last_commit_completion_time_sync COLUMN_STATS_ACCURATE numFiles numFilesErasureCoded numRows rawDataSize totalSize transient_lastDdlTime last_modified_by last_modified_time averageRecordSize objectCount recordCount sizeKey'.split(
    ' ',
  )

const STATISTICS = 'spark.sql.statistics.'

/** Members of the table input that are statistics too. */
const TIMES: ReadonlyArray<string> = ['lastAccessTime', 'lastAnalyzedTime']

const ACTIONS: Readonly<Record<string, UpdateKind>> = {
  'add-schema': 'SCHEMA',
  'set-current-schema': 'SCHEMA',
  'set-location': 'LOCATION',
  'add-spec': 'PARTITIONS',
  'set-default-spec': 'PARTITIONS',
}

/** What sort of update a change is; nothing where what could not be compared may hold the change. */
export function kindOfChange(change: TableChange): UpdateKind | undefined {
  const asked = kindOfActions(change.openTableFormat)
  if (asked === 'SCHEMA' || isChanged(change.columns)) return 'SCHEMA'
  if (asked === 'LOCATION' || change.location !== undefined) return 'LOCATION'
  if (asked === 'PARTITIONS' || isChanged(change.partitionKeys)) return 'PARTITIONS'
  const parameters = change.parameters.filter(({ name }) => !ENGINE_MANAGED.includes(name) && !name.startsWith(STATISTICS))
  const others = change.other.filter((name) => !TIMES.includes(name))
  if (asked !== undefined || parameters.length + others.length + change.serde.length > 0) return 'PARAMETERS'
  if (change.unknown.length > 0) return undefined
  return change.parameters.length + change.other.length > 0 ? 'DATA_COMMIT' : 'PARAMETERS'
}

/**
 * Returns the kind of update of the actions of an open-table-format input, whatever was before; `undefined` without
 * actions.
 */
export function kindOfActions(actions: ReadonlyArray<string>): UpdateKind | undefined {
  const kinds = actions.map((action) => (Object.hasOwn(ACTIONS, action) ? ACTIONS[action] : 'PARAMETERS'))
  return (['SCHEMA', 'LOCATION', 'PARTITIONS', 'PARAMETERS'] as const).find((kind) => kinds.includes(kind))
}

function isChanged(change: ColumnsChange): boolean {
  const { added, dropped, renamed, retyped, altered, reordered } = change
  return reordered || added.length + dropped.length + renamed.length + retyped.length + altered.length > 0
}
