/**
 * What a column is.
 *
 * @module
 */

/**
 * What the cells of a column are: `text`; `time`, an ISO text in a row and a UTC timestamp in Parquet; `boolean`; `integer`, below 2^31; `json`, the text of a
 * JSON value; `resources`, a list of `RowResource`.
 *
 * @category archive
 * @since 0.1.0
 */
export type ColumnType = 'text' | 'time' | 'boolean' | 'integer' | 'json' | 'resources'

/**
 * One column of an archive.
 *
 * @category archive
 * @since 0.1.0
 */
export interface ArchiveColumn {
  /** In snake_case; it does not change. */
  readonly name: string
  /** What its cells are, where they are not null. */
  readonly type: ColumnType
  /** What it says, in Markdown. */
  readonly meaning: string
}

/**
 * A resource in a cell: the part of `GlueResource` that queries ask for.
 *
 * @category archive
 * @since 0.1.0
 */
export interface RowResource {
  /** `table`, `job`, `crawler` and so on. */
  readonly type: string
  /** Its own name. */
  readonly name: string | null
  /** The names of what it lies in, outermost first, with dots between them: the database of a table. */
  readonly within: string | null
  /** Its ARN, where that is sure. */
  readonly arn: string | null
  /** The account that owns it. */
  readonly account_id: string | null
  /** Its region. */
  readonly region: string | null
  /** How the call ended for it: `SUCCEEDED`, `FAILED`, `DENIED`, `PARTIAL` or `UNKNOWN`. */
  readonly outcome: string | null
}

/** The fields of a resource, all of them texts. */
export const RESOURCE_FIELDS = ['type', 'name', 'within', 'arn', 'account_id', 'region', 'outcome'] as const satisfies ReadonlyArray<
  keyof RowResource
>

/**
 * What a cell of each type of column is, where it is not null.
 *
 * @category archive
 * @since 0.1.0
 */
export interface Cells {
  /** Any text. */
  readonly text: string
  /** The text that the record has. */
  readonly time: string
  /** Yes or no. */
  readonly boolean: boolean
  /** A whole number below 2^31. */
  readonly integer: number
  /** The text of a JSON value. */
  readonly json: string
  /** None, one or more; in the order of `resourcesOf`. */
  readonly resources: ReadonlyArray<RowResource>
}
