/**
 * What a column of an archive is.
 *
 * @module
 */

/**
 * The type of a column's cells: `string`; `time`, an ISO string in a row and a UTC timestamp in Parquet; `boolean`;
 * `integer`, below 2^31; `json`, a JSON value as a string; `resources`, a list of `RowResource`.
 *
 * @category archive
 * @since 0.1.0
 */
export type ColumnType = 'string' | 'time' | 'boolean' | 'integer' | 'json' | 'resources'

/**
 * One column of an archive.
 *
 * @category archive
 * @since 0.1.0
 */
export interface ArchiveColumn {
  /** The name in snake_case; it never changes. */
  readonly name: string
  /** The type of its cells; every cell may be null. */
  readonly type: ColumnType
  /** The meaning, in Markdown. */
  readonly meaning: string
}

/**
 * A resource in a cell: the part of `GlueResource` that queries need.
 *
 * @category archive
 * @since 0.1.0
 */
export interface RowResource {
  /** `table`, `job`, `crawler` and so on. */
  readonly type: string
  /** The name of the resource itself. */
  readonly name: string | null
  /** The names of what contains it, outermost first, separated by dots: the database of a table. */
  readonly within: string | null
  /** The ARN, where it is certain. */
  readonly arn: string | null
  /** The account that owns the resource. */
  readonly account_id: string | null
  /** The region of the resource. */
  readonly region: string | null
  /** How the call ended for it: `SUCCEEDED`, `FAILED`, `DENIED`, `PARTIAL` or `UNKNOWN`. */
  readonly outcome: string | null
}

/** The fields of a resource, all of them strings. */
export const RESOURCE_FIELDS = ['type', 'name', 'within', 'arn', 'account_id', 'region', 'outcome'] as const satisfies ReadonlyArray<
  keyof RowResource
>

/** The type of a cell by the type of its column; every cell may be null. */
export interface CellTypes {
  readonly string: string
  /** The string that the record has. */
  readonly time: string
  readonly boolean: boolean
  /** A whole number below 2^31. */
  readonly integer: number
  /** A JSON value as a string. */
  readonly json: string
  /** In the order of `resourcesOf`. */
  readonly resources: ReadonlyArray<RowResource>
}
