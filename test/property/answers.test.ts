/**
 * Answers about any record and any JSON: nothing throws, nothing is changed, and `whyMissing` and `valueAt` are right
 * about every member of every API.
 */
import { inspect } from 'node:util'
import fc from 'fast-check'
import {
  accountOf,
  actorOf,
  denialOf,
  GLUE_APIS,
  outcomeOf,
  parseArn,
  parseTimestamp,
  type RecordPath,
  resourcesOf,
  valueAt,
  whyMissing,
} from 'glue-trail'
import { describe, expect, it } from 'vitest'
import { anything, changedValueOf, INHERITED, validOf } from '../support/arbitrary.js'
import { EVENTS, eventNamed, OTHERS } from '../support/codecs.js'
import { SMALL_RECORDS } from '../support/kinds.js'
import { sampleOf, sitesOf } from '../support/sample.js'
import { corpusGlueRecords, corpusRecords, describeShared } from '../support/shared.js'

const SEED = 20240514

const KINDS = ['OMITTED', 'REDACTED', 'DENIED', 'FAILED', 'NULL_BY_API', 'NOT_LOGGED', 'NONCONFORMING', 'ABSENT']

const PATHS: ReadonlyArray<RecordPath> = [
  [],
  ['requestParameters'],
  ['responseElements', 'anything', 0],
  ['requestParameters', 'tableInput', 'storageDescriptor', 'columns', 0, 'name'],
  ['userIdentity', 'sessionContext', 'sessionIssuer', 'arn'],
  ['resources', 0, 'ARN'],
  ...INHERITED.map((name) => ['requestParameters', name]),
]

/** Calls every answer, and checks that the record is unchanged. */
function ask(record: unknown, path: RecordPath): void {
  const before = inspect(record, { depth: null })
  const actor = actorOf(record)
  expect(Object.keys(actor)).toContain('flags')
  accountOf(record)
  parseTimestamp(record)
  const outcome = outcomeOf(record)
  const denial = denialOf(record)
  if (outcome !== undefined) expect(outcome.kind === 'DENIED').toBe(denial !== undefined)
  const { resources, complete, why } = resourcesOf(record)
  expect(complete).toBe(why === undefined)
  for (const { name, arn } of resources) {
    expect(name ?? arn).toBeDefined()
    if (arn !== undefined) expect(parseArn(arn)).toBeDefined()
  }
  for (const each of [path, ...PATHS]) {
    const missing = whyMissing(record, each)
    const answer = valueAt(record, ...each)
    if (missing !== undefined) expect(answer).toEqual(missing)
    expect(answer.kind === 'GIVEN' || KINDS.includes(answer.kind)).toBe(true)
  }
  expect(inspect(record, { depth: null })).toBe(before)
}

const path = fc.array(fc.oneof(fc.string(), fc.nat(3), fc.constantFrom('requestParameters', 'userIdentity', 'name', ...INHERITED)), {
  maxLength: 4,
})

describe('any record', () => {
  const codecs = [...EVENTS, ...OTHERS]
  const failing = fc.constantFrom(
    {},
    {},
    { errorCode: 'AccessDenied' },
    { errorMessage: 'User: x is not authorized to perform: y on resource: z' },
  )

  it('that matches its model', () => {
    const record = fc.constantFrom(...codecs).chain(validOf)
    fc.assert(
      fc.property(record, failing, path, (r, more, p) => ask({ ...r, ...more }, p)),
      { seed: SEED, numRuns: 400 },
    )
  })

  it('that does not match its model', () => {
    const record = fc.constantFrom(...codecs).chain(changedValueOf)
    fc.assert(
      fc.property(record, failing, path, (r, more, p) => ask({ ...r, ...more }, p)),
      { seed: SEED, numRuns: 400 },
    )
  })

  it('with anything in any member', () => {
    const members = [
      'requestParameters',
      'responseElements',
      'userIdentity',
      'resources',
      'errorCode',
      'errorMessage',
      'awsRegion',
      'eventVersion',
      'recipientAccountId',
    ]
    const record = fc
      .tuple(fc.constantFrom(...SMALL_RECORDS), fc.constantFrom(...members), fc.jsonValue({ maxDepth: 3 }))
      .map(([{ record: small }, name, value]) => ({ ...small, [name]: value }))
    fc.assert(fc.property(record, path, ask), { seed: SEED, numRuns: 1000 })
  })
})

it('anything at all', () => {
  fc.assert(fc.property(fc.oneof(fc.jsonValue({ maxDepth: 4 }), anything), path, ask), { seed: SEED, numRuns: 500 })
})

describeShared('Records that others published', () => {
  it('are answered', () => {
    for (const { record } of [...corpusRecords(), ...corpusGlueRecords()]) ask(record, ['requestParameters', 'name'])
  })
})

describe('every member of every API', () => {
  it.each(GLUE_APIS)('%s: is given where it is present, and missing for a reason where it is not', (name) => {
    const codec = eventNamed(name)
    const record = sampleOf(codec)
    delete record.errorCode
    delete record.errorMessage
    for (const site of sitesOf(codec, record)) {
      expect(whyMissing(record, site.path)).toBeUndefined()
      expect(valueAt(record as unknown, ...site.path)).toStrictEqual({ kind: 'GIVEN', value: site.value })
      if (site.field === undefined || site.field.mustBeThere) continue
      site.remove()
      const missing = whyMissing(record, site.path)
      expect(['NULL_BY_API', 'NOT_LOGGED', 'ABSENT']).toContain(missing?.kind)
      if (site.path.length > 1) expect(missing?.kind === 'NOT_LOGGED').toBe(site.field.requiredByApi)
      site.set(site.value)
    }
  })
})
