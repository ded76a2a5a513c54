/**
 * Every modelled API, changed by every fact: what CloudTrail leaves out, nulls, hides, omits or adds leaves a record as
 * it is, and what is wrong is named by its exact path. One table for all APIs, made from the field lists.
 */
import { isDeepStrictEqual } from 'node:util'
import {
  decodeRecord,
  GlueEvent,
  type GlueEventName,
  isCallTo,
  isEvent,
  isFailed,
  isGlueEvent,
  isGlueRecord,
  isOmitted,
  matchRecord,
  memberOf,
  recordOf,
} from 'glue-trail'
import { describe, expect, it } from 'vitest'
import type { Shape } from '../../src/codec/fields.js'
import { APIS, full, isOfPayload } from '../support/api-sample.js'
import { sampled } from '../support/effort.js'
import { issueText, outcomeText, pathText } from '../support/outcome.js'
import { type Site, sitesOf, structuresIn, type Value } from '../support/sample.js'

const PAYLOADS = ['requestParameters', 'responseElements'] as const

/** What a record of an API has at least, and nothing in its payloads. */
const bare = (name: string): Value => ({
  eventSource: 'glue.amazonaws.com',
  eventName: name,
  eventTime: '2024-05-01T12:00:00Z',
  awsRegion: 'eu-central-1',
})

/**
 * Puts a value at each site in turn, and back again, and gathers the sites where the outcome is another than expected.
 */
function unexpected(
  record: Value,
  sites: ReadonlyArray<Site>,
  change: (site: Site, index: number) => unknown,
  expected: (site: Site) => string,
): ReadonlyArray<string> {
  return sampled(sites, 30).flatMap((site, index) => {
    site.set(change(site, index))
    const actual = outcomeText(decodeRecord(record))
    site.set(site.value)
    return actual === expected(site) ? [] : [`${pathText(site.path)}: ${actual}`]
  })
}

const right = (): string => 'Right'

/** Forms in which CloudTrail writes times inside payloads. */
const TIMES: ReadonlyArray<string | number> = [
  'Jan 22, 2021 12:46:28 AM',
  'Jan 22, 2021, 12:46:28 AM',
  'Jan 22, 2021, 12:46:28\u202fAM',
  '2021-01-22T00:46:28Z',
  '2021-01-22T00:46:28.123Z',
  '2021-01-22T00:46:28.123456789Z',
  '2021-01-22T00:46:28+0000',
  1611276388123,
  1611276388.123,
  1611276388,
]

/** Redaction markers. */
const MARKS: ReadonlyArray<string> = [
  'HIDDEN_DUE_TO_SECURITY_REASONS',
  'HIDDEN_FOR_SECURITY_REASONS',
  '***',
  '********************',
  '<sensitiveDataRemoved>',
  'Value hidden due to security reasons.',
]

/** Texts that look like marks and are ordinary values. */
const ORDINARY: ReadonlyArray<string> = ['*', '**', 'REDACTED', '***a', 'hidden_due_to_security_reasons']

type Kind = Shape['kind'] | 'map or string'

const shapeKind = (shape: Shape): Kind => (shape.kind === 'map' && shape.orString ? 'map or string' : shape.kind)

/** What the model wants at a place of a kind, in words. */
const WANTED: Readonly<Record<Kind, string>> = {
  string: 'a string',
  number: 'a number',
  boolean: 'a boolean',
  timestamp: 'a number or a string',
  'number or string': 'a number or a string',
  'boolean or string': 'a boolean or a string',
  list: 'a list',
  map: 'a map',
  'map or string': 'a map or a string',
  structure: 'an object',
  literal: 'not in payloads',
  document: 'not to be wrong',
  absent: 'not in payloads',
}

/** Values that are wrong at a place of a kind, and what they are called. */
const WRONG: Readonly<Record<Kind, ReadonlyArray<readonly [value: unknown, received: string]>>> = {
  string: [
    [5, 'a number'],
    [true, 'a boolean'],
    [['s'], 'a list'],
    [{ s: 's' }, 'an object'],
  ],
  number: [
    ['5', 'a string'],
    [false, 'a boolean'],
    [[5], 'a list'],
    [{}, 'an object'],
  ],
  boolean: [
    ['true', 'a string'],
    [0, 'a number'],
    [[], 'a list'],
    [{}, 'an object'],
  ],
  timestamp: [
    [true, 'a boolean'],
    [[1], 'a list'],
    [{}, 'an object'],
  ],
  'number or string': [
    [true, 'a boolean'],
    [[], 'a list'],
    [{}, 'an object'],
  ],
  'boolean or string': [
    [1, 'a number'],
    [[], 'a list'],
  ],
  list: [
    [{ 0: 'a' }, 'an object'],
    ['a', 'a string'],
    [1, 'a number'],
    [true, 'a boolean'],
  ],
  map: [
    [[], 'a list'],
    ['a', 'a string'],
    [1, 'a number'],
    [true, 'a boolean'],
  ],
  'map or string': [
    [[], 'a list'],
    [1, 'a number'],
    [true, 'a boolean'],
  ],
  structure: [
    [[], 'a list'],
    ['a', 'a string'],
    [1, 'a number'],
    [true, 'a boolean'],
  ],
  literal: [],
  document: [],
  absent: [],
}

const OPEN: ReadonlyArray<Kind> = ['string', 'timestamp', 'number or string', 'boolean or string', 'map or string', 'document']

describe.each(APIS)('$name', (api) => {
  it('decodes a full record to the very same object, untouched, and encodes it to itself', () => {
    const { record } = full(api)
    const before = structuredClone(record)
    const outcome = decodeRecord(record)
    expect(outcomeText(outcome)).toBe('Right')
    expect(recordOf(outcome)).toBe(record)
    for (const codec of [api.codec, GlueEvent]) {
      const decoded = codec.decode(record)
      expect(decoded._tag === 'Right' && decoded.right).toBe(record)
      expect(codec.encode(record as never)).toBe(record)
    }
    expect(isDeepStrictEqual(record, before)).toBe(true)
    expect(isEvent(api.name as GlueEventName)(record)).toBe(true)
    expect(isGlueEvent(record)).toBe(true)
  })

  it('takes every member as null and as absent, and every item and map value as null', () => {
    const { record, sites } = full(api)
    expect(unexpected(record, sites, () => null, right)).toEqual([])
    const members = sites.filter((site) => site.field !== undefined)
    const refused = sampled(members, 30).flatMap((site) => {
      site.remove()
      const actual = outcomeText(decodeRecord(record))
      site.set(site.value)
      return actual === 'Right' ? [] : [`${pathText(site.path)}: ${actual}`]
    })
    expect(refused).toEqual([])
    for (const site of members) if (site.path.length === 2) site.set(null)
    expect(outcomeText(decodeRecord(record))).toBe('Right')
    expect(outcomeText(decodeRecord({ ...bare(api.name), requestParameters: {}, responseElements: {} }))).toBe('Right')
    expect(outcomeText(decodeRecord(bare(api.name)))).toBe('Right')
  })

  it('takes a record in which all that the API requires is missing', () => {
    const { record, sites } = full(api)
    for (const site of sites) if (site.field?.requiredByApi) site.remove()
    expect(sitesOf(api.codec, record).filter((site) => isOfPayload(site) && site.field?.requiredByApi)).toEqual([])
    expect(outcomeText(decodeRecord(record))).toBe('Right')
  })

  it('takes every timestamp in every form', () => {
    const { record, sites } = full(api)
    const times = sites.filter((site) => site.shape.kind === 'timestamp')
    for (const time of TIMES) expect(unexpected(record, times, () => time, right)).toEqual([])
  })

  it('keeps members it does not know, in every structure', () => {
    const { record } = full(api)
    const structures = structuresIn(api.codec, record)
    const added = { isAddedLater: [true, null, { deep: 1 }] }
    for (const { value } of structures) value.notInTheModel = added
    const before = structuredClone(record)
    const outcome = decodeRecord(record)
    expect(outcomeText(outcome)).toBe('Right')
    expect(recordOf(outcome)).toBe(record)
    expect(isDeepStrictEqual(record, before)).toBe(true)
    expect(structures.filter(({ value }) => memberOf(value, 'notInTheModel') !== added)).toEqual([])
    expect(memberOf(record.requestParameters, 'notInTheModel')).toBe(added)
  })

  it('takes a redaction marker where the model has a string or a secret, and reports it as redacted elsewhere', () => {
    const { record, sites } = full(api)
    const expected = ({ shape, path }: Site): string =>
      OPEN.includes(shapeKind(shape)) || shape.sensitive
        ? 'Right'
        : `Both\n${issueText('REDACTED', path, WANTED[shapeKind(shape)], 'a redacted value')}`
    for (const turn of [0, 3]) expect(unexpected(record, sites, (_, i) => MARKS[(i + turn) % MARKS.length], expected)).toEqual([])
    const one = sites.filter(({ shape }) => !OPEN.includes(shapeKind(shape)))
    const ordinary = ({ shape, path }: Site): string => `Both\n${issueText('WRONG_TYPE', path, WANTED[shapeKind(shape)], 'a string')}`
    expect(unexpected(record, one, (_, i) => ORDINARY[i % ORDINARY.length], ordinary)).toEqual([])
    for (const payload of PAYLOADS) {
      expect(outcomeText(decodeRecord({ ...bare(api.name), [payload]: MARKS[0] }))).toBe(
        `Both\n${issueText('REDACTED', [payload], 'an object', 'a redacted value')}`,
      )
    }
  })

  it('takes the note of an omitted payload, in strings and in booleans and numbers', () => {
    for (const payload of PAYLOADS) {
      const reason = `${payload} too large`
      for (const note of [
        { reason, omitted: 'true', originalSize: '149893' },
        { reason, omitted: true, originalSize: 149893 },
      ]) {
        const record = { ...bare(api.name), [payload]: note }
        expect(outcomeText(decodeRecord(record))).toBe('Right')
        expect(isOmitted(note)).toBe(true)
        expect(isEvent(api.name as GlueEventName)(record)).toBe(true)
      }
    }
    expect(isOmitted(full(api).record.requestParameters)).toBe(false)
  })

  it('takes a denied call, whose payloads are null', () => {
    const record = {
      ...bare(api.name),
      errorCode: 'AccessDenied',
      errorMessage: `User: x is not authorized to perform: glue:${api.name}`,
      requestParameters: null,
      responseElements: null,
    }
    expect(outcomeText(decodeRecord(record))).toBe('Right')
    expect(isFailed(record)).toBe(true)
    expect(isFailed({ ...record, errorCode: undefined, errorMessage: undefined })).toBe(false)
  })

  it('names one wrong value by its exact path, whatever it is and wherever', () => {
    const { record, sites } = full(api)
    const failures: Array<string> = []
    for (const [i, site] of sampled(sites, 30).entries()) {
      const values = WRONG[shapeKind(site.shape)]
      const wrong = values[i % values.length]
      if (wrong === undefined) continue
      const [value, received] = wrong
      const wanted = WANTED[shapeKind(site.shape)]
      const at = pathText(site.path)
      site.set(value)
      const outcome = decodeRecord(record)
      if (outcomeText(outcome) !== `Both\n${issueText('WRONG_TYPE', site.path, wanted, received)}`)
        failures.push(`${at}: ${outcomeText(outcome)}`)
      if (recordOf(outcome) !== record) failures.push(`${at}: another object`)
      for (const codec of [api.codec, GlueEvent]) {
        const decoded = codec.decode(record)
        const errors = decoded._tag === 'Left' ? decoded.left : []
        const keys = errors[0]?.context.slice(1).map(({ key }) => key)
        const said = errors.map(({ message }) => message).join('\n')
        const same = said === `${at}: expected ${wanted}, received ${received}` && isDeepStrictEqual(keys, site.path.map(String))
        if (!same) failures.push(`${codec.name}: ${said} at ${keys?.join('.')}`)
      }
      site.set(site.value)
    }
    expect(failures).toEqual([])
    expect(outcomeText(decodeRecord(record))).toBe('Right')
  })

  it('is never lost where one value is wrong: found by name, and classified as nonconforming', () => {
    const handlers = {
      event: () => 'event',
      nonconforming: () => 'nonconforming',
      unmodelled: () => 'unmodelled',
      otherService: () => 'otherService',
      insight: () => 'insight',
      aggregated: () => 'aggregated',
    }
    const name = api.name as GlueEventName
    const { record, sites } = full(api)
    expect(isCallTo(name)(record)).toBe(true)
    expect(matchRecord(record, handlers)).toBe('event')
    for (const site of sampled(sites, 30)) {
      const [wrong] = WRONG[shapeKind(site.shape)]
      if (wrong === undefined) continue
      site.set(wrong[0])
      const found = [isCallTo(name)(record), isGlueRecord(record), isEvent(name)(record), matchRecord(record, handlers)]
      if (!isDeepStrictEqual(found, [true, true, false, 'nonconforming'])) expect([pathText(site.path), found]).toEqual([])
      site.set(site.value)
    }
    const odd = { ...bare(api.name), requestParameters: 'odd' }
    expect(isCallTo(name)(odd)).toBe(true)
    expect(isGlueRecord(odd)).toBe(true)
    expect(matchRecord(odd, handlers)).toBe('nonconforming')
    expect(isCallTo(name)({ ...odd, eventSource: 's3.amazonaws.com' })).toBe(false)
  })
})
