/**
 * Schemas under test: a validator for each target, and JSON values that are nearly right.
 */
import { Ajv, type ValidateFunction } from 'ajv'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { type JsonSchema, type JsonSchemaTarget, jsonSchemaOf } from 'glue-trail/schema'
import type * as t from 'io-ts'
import { MARKERS } from '../../src/codec/redacted.js'

export const TARGETS: ReadonlyArray<JsonSchemaTarget> = ['draft-2020-12', 'draft-07', 'openapi-3.1', 'openapi-3.0']

/** A validator of a target. JSON Schema is read strictly, and what the validator warns of fails. */
export function ajvOf(target: JsonSchemaTarget): Ajv {
  const fail = (message: unknown): never => {
    throw new Error(String(message))
  }
  const options = {
    strict: !target.startsWith('openapi'),
    logger: { log: fail, warn: fail, error: fail },
    inlineRefs: false,
    strictTuples: false,
    formats: { 'date-time': true as const },
  }
  return target === 'draft-07' || target === 'openapi-3.0' ? new Ajv(options) : new Ajv2020(options)
}

/** A document's validator, and those of its definitions by name. */
export function validatorOf(target: JsonSchemaTarget, document: JsonSchema): (name?: string) => ValidateFunction {
  const ajv = ajvOf(target)
  const home = target === 'draft-07' ? 'definitions' : target === 'draft-2020-12' ? '$defs' : 'components/schemas'
  const made = new Map<string, ValidateFunction>()
  ajv.addSchema(document, 'https://example.com/document')
  return (name = '') => {
    const known = made.get(name)
    if (known !== undefined) return known
    const validate = ajv.compile({ $ref: `https://example.com/document${name === '' ? '' : `#/${home}/${name}`}` })
    made.set(name, validate)
    return validate
  }
}

/** Of every JSON type, and what only looks like another. */
const POOL: ReadonlyArray<unknown> = [
  null,
  'text',
  '',
  '*',
  '***\n',
  ...MARKERS,
  '****',
  0,
  1.5,
  true,
  {},
  { a: 'text' },
  { a: 1 },
  { a: null },
  { a: {} },
  [],
  [null],
  ['text'],
  [1],
  [{}],
  [[]],
]

/** Pseudo-random whole numbers below a limit, always the same. */
export function chanceFrom(seed: number): (below: number) => number {
  let state = seed >>> 0
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

/** A copy of a value with one place, at any depth, replaced by a value of the pool or taken away. */
export function changed(value: unknown, chance: (below: number) => number): unknown {
  const copy: unknown = structuredClone(value)
  const places: Array<readonly [holder: Record<string, unknown>, key: string]> = []
  const open: Array<unknown> = [copy]
  for (let holder = open.pop(); holder !== undefined; holder = open.pop()) {
    if (typeof holder !== 'object' || holder === null) continue
    for (const [key, member] of Object.entries(holder)) {
      places.push([holder as Record<string, unknown>, key])
      open.push(member)
    }
  }
  const place = places[chance(places.length)]
  if (place === undefined) return POOL[chance(POOL.length)]
  const [holder, key] = place
  if (!Array.isArray(holder) && chance(8) === 0) delete holder[key]
  else holder[key] = structuredClone(POOL[chance(POOL.length)])
  return copy
}

const IDENTITY = { type: 'AssumedRole', arn: 'arn:aws:sts::123456789012:assumed-role/etl/nightly' }
const CALL = { eventSource: 's3.amazonaws.com', eventName: 'GetObject', eventTime: '2024-05-01T12:00:00Z', awsRegion: 'us-east-1' }
const GLUE_CALL = { ...CALL, eventSource: 'glue.amazonaws.com' }
const INSIGHT = { eventType: 'AwsCloudTrailInsight', eventCategory: 'Insight', eventTime: 'a', awsRegion: 'b' }

/** Values at the borders between kinds of records, of identities and of strings. */
const BORDERS: ReadonlyArray<unknown> = [
  ...[
    '123456789012',
    '12345678901',
    '123456789012\n',
    'arn:aws:glue:us-east-1:123456789012:table/a/b',
    'arn:aws:glue:::\n',
    'arn:aws:glue:::',
  ],
  IDENTITY,
  { ...IDENTITY, type: 'NewKind' },
  { ...IDENTITY, type: null },
  { ...IDENTITY, type: 5 },
  { accountId: '1' },
  CALL,
  { ...CALL, eventSource: 'aws:s3' },
  { ...CALL, eventCategory: 'Insight' },
  { ...CALL, eventType: 'AwsAggregatedEvent' },
  INSIGHT,
  { ...INSIGHT, eventName: null },
  { eventType: 'AwsAggregatedEvent', eventCategory: 'Aggregated', eventSource: 's3.amazonaws.com' },
  GLUE_CALL,
  { ...GLUE_CALL, eventName: 'StartCrawler', requestParameters: { name: 'raw' } },
  { ...GLUE_CALL, eventName: 'StartCrawler', requestParameters: { name: 5 } },
  { ...GLUE_CALL, eventName: 'StartCrawler', eventCategory: 'Aggregated' },
]

/**
 * Of values at borders, of the pool and of changed ones: those which a codec and its own schema do not decide alike.
 */
export function disagreements(
  target: JsonSchemaTarget,
  codecs: ReadonlyArray<t.Mixed>,
  others: ReadonlyArray<unknown> = [],
): ReadonlyArray<string> {
  const chance = chanceFrom(7)
  return codecs.flatMap((codec) => {
    const schema = jsonSchemaOf(codec, { target })
    if (schema._tag === 'Left') return [`${codec.name} has no schema`]
    const validate = validatorOf(target, schema.right)()
    const values = [...others, ...BORDERS, ...POOL, ...BORDERS.map((value) => changed(value, chance))]
    return values.flatMap((value) =>
      (codec.decode(value)._tag === 'Right') === validate(value) ? [] : [`${codec.name}: ${JSON.stringify(value)}`],
    )
  })
}
