/**
 * Why a codec has no JSON Schema: data first, messages from it.
 *
 * @module
 */
import { madeOf } from '../codec/argument.js'

/**
 * What kept a codec from becoming a schema.
 *
 * - `UNKNOWN_CODEC`: a codec that is made neither of io-ts's parts nor of this package's. Give it a schema with the
 *   option `schemas`.
 * - `REFINED`: a refinement or a brand, whose condition is code. Give it a schema with the option `schemas`.
 * - `RECURSIVE`: the codec contains itself, which only references can express.
 * - `TOO_LARGE`: the codec has more than 100,000 parts, or is nested more than 500 levels deep.
 * - `UNKNOWN_API`: no modelled API has this name.
 *
 * @category issues
 * @since 0.1.0
 */
export type SchemaIssueCode = 'UNKNOWN_CODEC' | 'REFINED' | 'RECURSIVE' | 'TOO_LARGE' | 'UNKNOWN_API'

/**
 * One part of a codec that has no schema.
 *
 * @category issues
 * @since 0.1.0
 */
export interface SchemaIssue {
  /** What is wrong. */
  readonly code: SchemaIssueCode
  /**
   * Where the part is: members apart by dots, `[]` for the items of a list, `{}` for the values of a map; empty for the
   * codec itself.
   */
  readonly path: string
  /** The name of the codec, or of the API. */
  readonly codec: string
}

const MEANINGS: Readonly<Record<SchemaIssueCode, string>> = {
  UNKNOWN_CODEC: 'no schema is known for the codec',
  REFINED: 'no schema is known for the condition of the codec',
  RECURSIVE: 'references are needed, as it contains itself: the codec',
  TOO_LARGE: 'too many parts or levels in the codec',
  UNKNOWN_API: 'no modelled API is called',
}

/**
 * Formats issues, one per line: path first, lower case, no full stop.
 *
 * @param issues - What `jsonSchemaOf` returned as `Left`.
 * @throws `TypeError` if these are not such issues.
 *
 * @example
 * import * as t from 'io-ts'
 * import { formatSchemaIssues, jsonSchemaOf } from 'glue-trail/schema'
 *
 * const even = t.refinement(t.number, (n) => n % 2 === 0, 'Even')
 * const schema = jsonSchemaOf(t.type({ counts: t.array(even) }))
 * assert.strictEqual(schema._tag, 'Left')
 * const message = 'counts[]: no schema is known for the condition of the codec Even'
 * assert.strictEqual(formatSchemaIssues(schema.left), message)
 *
 * @category issues
 * @since 0.1.0
 */
export function formatSchemaIssues(issues: ReadonlyArray<SchemaIssue>): string {
  return madeOf('formatSchemaIssues', 'the issues of jsonSchemaOf', issues, () =>
    issues.map(({ code, path, codec }) => `${path === '' ? '' : `${path}: `}${MEANINGS[code]} ${codec}`).join('\n'),
  )
}
