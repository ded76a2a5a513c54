/**
 * Paths into records.
 *
 * @module
 */

/**
 * A path into a record, from its root: names of members and keys of maps as strings, positions in lists as numbers.
 *
 * @category insights
 * @since 0.1.0
 */
export type RecordPath = ReadonlyArray<string | number>
