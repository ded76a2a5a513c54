/**
 * Redaction: a secret planted in any place that `redact` covers is gone, what matched its model still does, and a
 * second time changes nothing; `sensitiveIn` says where secrets are and never what they are.
 */
import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import { decodeRecord, redact, sensitiveIn } from 'glue-trail'
import { describe, expect, it } from 'vitest'
import type { StructureType } from '../../src/codec/structure.js'
import { changedValueOf, validOf } from '../support/arbitrary.js'
import { EVENTS, OTHERS } from '../support/codecs.js'
import { type Path, type Site, sampleOf, sitesOf, structuresIn, type Value } from '../support/sample.js'
import { corpusGlueRecords, corpusRecords, describeShared } from '../support/shared.js'

const SEED = 20240503

const CANARY = 'AKIAC4NARY/s3cr3t'

/** A string in which a rule finds the secret, wherever it occurs. */
const TELLING = `jdbc:postgresql://app:${encodeURIComponent(CANARY)}@db.example.com/orders`

const leaks = (u: unknown): boolean => /C4NARY|s3cr3t/.test(JSON.stringify(u))

/** Members that make a record what it is. */
const NAMES = ['eventSource', 'eventName', 'eventCategory', 'eventType']

const isName = ({ path, shape }: Site): boolean => shape.kind === 'literal' || (path.length === 1 && NAMES.includes(String(path[0])))

/** Whether a path is that of a sensitive place, or within one. */
const isWithin = (path: Path, sites: ReadonlyArray<Site>): boolean =>
  sites.some((site) => site.shape.sensitive && site.path.length <= path.length && site.path.every((key, i) => key === path[i]))

const takesText = ({ shape }: Site): boolean => ['string', 'timestamp', 'number or string', 'boolean or string'].includes(shape.kind)

const tagOf = (u: unknown): string => decodeRecord(u)._tag

const ALL = [...EVENTS, ...OTHERS].map((codec) => ({ name: codec.name, codec }))

/** A full sample in which members the model does not know hold the secret, in every structure. */
function sampleWithUnknown(codec: StructureType<unknown>): Value {
  const value = sampleOf(codec)
  for (const { value: structure } of structuresIn(codec, value)) {
    structure.addedLater = [CANARY, { addedLater: CANARY, [CANARY]: 1 }]
    structure[CANARY] = true
  }
  return value
}

describe('A secret', () => {
  it.each(ALL)('in every sensitive or unknown place of $name is gone', ({ codec }) => {
    const value = sampleWithUnknown(codec)
    const sites = sitesOf(codec, value)
    for (const site of sites) {
      if (site.shape.kind === 'document' || (takesText(site) && isWithin(site.path, sites))) site.set(CANARY)
    }
    if (codec.name !== 'AggregatedRecord') value.errorMessage = `no such thing: ${CANARY}`
    expect(leaks(value)).toBe(true)
    expect(tagOf(value)).toBe('Right')
    const copy = redact(value)
    expect(leaks(copy)).toBe(false)
    expect(tagOf(copy)).toBe('Right')
    expect(redact(copy)).toEqual(copy)
    expect(leaks(sensitiveIn(value))).toBe(false)
  })

  it.each(ALL)('that looks like one is gone from every string of $name, known or not, also where unknown things are kept', ({ codec }) => {
    const value = sampleOf(codec)
    for (const { value: structure } of structuresIn(codec, value)) structure.addedLater = [TELLING, { addedLater: TELLING, [TELLING]: 1 }]
    for (const site of sitesOf(codec, value)) if (!isName(site) && (takesText(site) || site.shape.kind === 'document')) site.set(TELLING)
    for (const keepUnknown of [false, true]) {
      const copy = redact(value, { keepUnknown })
      expect(leaks(copy)).toBe(false)
      expect(tagOf(copy)).toBe('Right')
      expect(redact(copy, { keepUnknown })).toEqual(copy)
    }
    const found = sensitiveIn(value)
    expect(leaks(found)).toBe(false)
    expect(found.some(({ state }) => state === 'EXPOSED')).toBe(true)
    expect(sensitiveIn(redact(value, { keepUnknown: true })).filter(({ state }) => state === 'EXPOSED')).toEqual([])
  })

  it.each(ALL)('in the wrong place of $name is gone', ({ codec }) => {
    const value = sampleOf(codec)
    for (const site of sitesOf(codec, value)) {
      if (takesText(site)) site.set([CANARY])
      else if (site.shape.kind === 'number' || site.shape.kind === 'boolean') site.set(CANARY)
    }
    if (value.eventName !== undefined) value.eventName = codec.name.replace(/Event$/, '')
    if (value.eventSource !== undefined && codec.name !== 'ServiceEvent') value.eventSource = 'glue.amazonaws.com'
    const copy = redact(value)
    expect(leaks(value)).toBe(true)
    expect(leaks(copy)).toBe(false)
    expect(redact(copy)).toEqual(copy)
  })
})

describe('Redaction of what the field lists allow', () => {
  it('leaves a record right that was right, and is done after once', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...EVENTS, ...OTHERS).chain((codec) => validOf(codec)),
        fc.boolean(),
        (value, keepUnknown) => {
          const before = structuredClone(value)
          const copy = redact(value, { keepUnknown })
          expect(isDeepStrictEqual(value, before)).toBe(true)
          expect(tagOf(copy)).toBe('Right')
          expect(isDeepStrictEqual(redact(copy, { keepUnknown }), copy)).toBe(true)
        },
      ),
      { seed: SEED, numRuns: 600 },
    )
  })

  it('never throws and is done after once, whatever it is given', () => {
    const any = fc.oneof(
      fc.jsonValue(),
      fc.constantFrom(...EVENTS, ...OTHERS).chain((codec) => changedValueOf(codec)),
    )
    fc.assert(
      fc.property(any, fc.boolean(), (value, keepUnknown) => {
        const copy = redact(value, { keepUnknown })
        expect(isDeepStrictEqual(redact(copy, { keepUnknown }), copy)).toBe(true)
        sensitiveIn(value)
      }),
      { seed: SEED, numRuns: 600 },
    )
  })
})

describeShared('Redaction of records of others', () => {
  it('leaves them what they were', () => {
    for (const { record } of [...corpusRecords(), ...corpusGlueRecords()]) {
      const copy = redact(record)
      expect(tagOf(copy)).toBe(tagOf(record))
      expect(redact(copy)).toEqual(copy)
      expect(sensitiveIn(copy).filter(({ state }) => state === 'EXPOSED' || state === 'SHOWN')).toEqual([])
    }
  })
})
