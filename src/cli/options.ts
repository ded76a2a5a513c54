/**
 * The options of each command, and the words that they take.
 *
 * @module
 */
import type { FilterFieldName } from '../filter/field-names.js'
import type { JsonSchemaTarget } from '../schema/dialect.js'
import type { FILTER_FIELDS } from './filter-fields.js'

/** The formats of every command that writes. */
export const FORMATS = ['table', 'ndjson', 'json', 'csv'] as const

/** The format of `decode` that is written into a folder. */
export const PARQUET = 'parquet'

/** The format of `describe` for pages. */
export const MARKDOWN = 'markdown'

/** The formats of `validate`. */
export const REPORTS = ['text', 'json', 'ndjson'] as const

/** The values of `--fail-on`. */
export const FAILURES = ['nonconforming', 'broken', 'denied', 'invalid', 'other'] as const

export type Format = (typeof FORMATS)[number]
export type Failure = (typeof FAILURES)[number]

/** The options of every command that writes. */
export interface WritingOptions {
  readonly color?: boolean
  readonly keys?: string
}

/** The options of every command that reads log files. */
export interface ReadingOptions extends WritingOptions {
  readonly strict?: boolean
  /** The member that holds the record in each value. */
  readonly record?: string
  /** Whether symbolic links that lead out of a folder are followed. */
  readonly followLinks?: boolean
}

/** The values of the options that select records, by what the field of the filter takes. */
interface Given {
  readonly PATTERNS: ReadonlyArray<string>
  readonly KINDS: ReadonlyArray<string>
  readonly TIME: string
  readonly FLAG: boolean
}

/** The options that select records, as the user types them. */
export type SelectionOptions = { readonly [N in FilterFieldName]?: Given[(typeof FILTER_FIELDS)[N]['takes']] | undefined }

/** The options that compare log files with digests. */
export interface VerifyOptions {
  readonly verify?: boolean
  readonly verifiedOnly?: boolean
  readonly publicKeys?: string
  readonly signatures?: string
  readonly failOn?: ReadonlyArray<Failure>
}

/** The options of `decode`. */
export interface DecodeCommandOptions extends SelectionOptions, ReadingOptions, VerifyOptions {
  readonly format?: Format | typeof PARQUET | undefined
  readonly columns?: ReadonlyArray<string>
  readonly out?: string
  readonly stream?: boolean
  readonly limit?: number
  /** Leave out records that were delivered before. */
  readonly unique?: boolean
  readonly knownOnly?: boolean
  /** Say why the filter cannot decide about a record. */
  readonly explain?: boolean
  readonly redact?: boolean
  readonly workers?: number
  readonly failOn: ReadonlyArray<Failure>
}

/** The options of `decode` where it writes to standard output. */
export interface TextCommandOptions extends DecodeCommandOptions {
  readonly format?: Format | undefined
}

/** The options of `history`. */
export interface HistoryCommandOptions extends ReadingOptions {
  readonly format?: Format
  readonly knownOnly?: boolean
  readonly redact?: boolean
}

/** The options of `summary`. */
export interface SummaryCommandOptions extends SelectionOptions, ReadingOptions, VerifyOptions {
  readonly top: number
  readonly format?: Format
  readonly knownOnly?: boolean
  readonly workers?: number
}

/** The options of `describe`. */
export interface DescribeCommandOptions extends WritingOptions {
  readonly format?: Format | typeof MARKDOWN
  readonly all?: boolean
}

/** The options of `validate`. */
export interface ValidateCommandOptions extends WritingOptions {
  readonly from?: string
  readonly to?: string
  readonly publicKeys?: string
  readonly signatures?: string
  readonly account?: ReadonlyArray<string>
  readonly region?: ReadonlyArray<string>
  readonly trail?: ReadonlyArray<string>
  readonly logs?: boolean
  readonly unreferenced?: boolean
  readonly followBucket?: ReadonlyArray<string>
  readonly after?: string
  readonly report?: string
  readonly evidence?: string
  readonly format?: (typeof REPORTS)[number]
  readonly workers?: number
}

/** The options of `schema`. */
export interface SchemaCommandOptions {
  readonly target?: JsonSchemaTarget
  readonly openapi?: boolean
  readonly eventbridge?: boolean
  readonly all?: boolean
}

/** The options of `table`. */
export interface TableCommandOptions {
  readonly athena?: boolean
  readonly spark?: boolean
  readonly duckdb?: boolean
  readonly table: string
  readonly location: string
}

/** The name of the record around every call, where the name of an API may be given. No API has this name. */
export const RECORD = 'record'

/** The name of calls of every API in one schema for EventBridge. No API has this name. */
export const ANY = 'any'

/** The folder of `demo`. The examples of the help read it. */
export const DEMO = 'glue-trail-demo'

/** What is wrong with `--explain` in formats of columns. */
export const EXPLAINED = "error: '--explain' is for '--format table', '--format ndjson' and '--format json'"
