/**
 * The members of every kind of record, changed one at a time: what may be missing or null is, what must be there is
 * named where it is not, and what is wrong is named by its exact path. Payloads of the Glue APIs have a table of their
 * own.
 */
import { AggregatedRecord, decodeRecord, InsightRecord, recordOf } from 'glue-trail'
import { describe, expect, it } from 'vitest'
import { StructureType } from '../../src/codec/structure.js'
import { anyCall, anyGlueCall } from '../../src/event/other-records.js'
import { glueEvents } from '../../src/generated/registry.js'
import { issueText, outcomeText, pathText } from '../support/outcome.js'
import { type Site, sampleOf, sitesOf, type Value } from '../support/sample.js'

interface Kind {
  readonly name: string
  readonly codec: StructureType<unknown>
  /** Members that make a record one of this kind: changing them makes it another. */
  readonly names: ReadonlyArray<string>
}

const asStructure = (codec: unknown): StructureType<unknown> => {
  if (!(codec instanceof StructureType)) throw new TypeError('no structure')
  return codec
}

const KINDS: ReadonlyArray<Kind> = [
  {
    name: 'A Glue call with a model',
    codec: asStructure(glueEvents().find(({ name }) => name === 'DeleteCrawlerEvent')),
    names: ['eventSource', 'eventName'],
  },
  { name: 'A Glue call without a model', codec: asStructure(anyGlueCall), names: ['eventSource', 'eventName'] },
  { name: 'A call of another service', codec: asStructure(anyCall), names: ['eventSource', 'eventName'] },
  { name: 'An Insights record', codec: asStructure(InsightRecord), names: [] },
  { name: 'An aggregated record', codec: asStructure(AggregatedRecord), names: [] },
]

const WANTED: Readonly<Record<string, string>> = {
  string: 'a string',
  number: 'a number',
  boolean: 'a boolean',
  'number or string': 'a number or a string',
  'boolean or string': 'a boolean or a string',
  list: 'a list',
  map: 'a map',
  structure: 'an object',
}

const wanted = ({ shape }: Site): string => (shape.kind === 'literal' ? JSON.stringify(shape.value) : (WANTED[shape.kind] ?? 'UNKNOWN'))

describe.each(KINDS)('$name', ({ codec, names }) => {
  const full = (): { readonly record: Value; readonly sites: ReadonlyArray<Site> } => {
    const record = sampleOf(codec)
    return { record, sites: sitesOf(codec, record).filter(({ path }) => !(path.length === 1 && names.includes(String(path[0])))) }
  }

  it('decodes with all its members to the very same object', () => {
    const { record } = full()
    const before = structuredClone(record)
    expect(outcomeText(decodeRecord(record))).toBe('Right')
    expect(recordOf(decodeRecord(record))).toBe(record)
    expect(record).toEqual(before)
  })

  it('takes any member as null or absent but those that must be there', () => {
    const { record, sites } = full()
    const failures: Array<string> = []
    for (const site of sites) {
      const expected = (received: string): string =>
        site.field?.mustBeThere ? `Both\n${issueText('WRONG_TYPE', site.path, wanted(site), received)}` : 'Right'
      site.set(null)
      if (outcomeText(decodeRecord(record)) !== expected('null')) failures.push(`${pathText(site.path)} as null`)
      if (site.field !== undefined) {
        site.remove()
        if (outcomeText(decodeRecord(record)) !== expected('nothing')) failures.push(`${pathText(site.path)} as absent`)
      }
      site.set(site.value)
    }
    expect(failures).toEqual([])
  })

  it('names one wrong value by its path', () => {
    const { record, sites } = full()
    const failures: Array<string> = []
    for (const site of sites) {
      if (site.shape.kind === 'document') continue
      const isText = ['string', 'number or string', 'boolean or string'].includes(site.shape.kind)
      site.set(isText ? [] : 'text')
      const received = isText ? 'a list' : site.shape.kind === 'literal' ? 'another string' : 'a string'
      const actual = outcomeText(decodeRecord(record))
      if (actual !== `Both\n${issueText('WRONG_TYPE', site.path, wanted(site), received)}`) failures.push(actual)
      site.set(site.value)
    }
    expect(failures).toEqual([])
  })

  it('keeps members it does not know', () => {
    const { record, sites } = full()
    record.addedLater = 1
    for (const { shape, value } of sites) if (shape.kind === 'structure') Reflect.set(Object(value), 'addedLater', [{}])
    expect(outcomeText(decodeRecord(record))).toBe('Right')
  })
})

describe('The kinds of records', () => {
  it('must have these members', () => {
    const must = KINDS.map(({ codec }) => codec.fields.filter((field) => field.mustBeThere).map(({ name }) => name))
    expect(must).toEqual([
      ['eventTime', 'awsRegion', 'eventSource', 'eventName'],
      ['eventTime', 'awsRegion', 'eventSource', 'eventName'],
      ['eventTime', 'awsRegion', 'eventSource', 'eventName'],
      ['eventTime', 'awsRegion', 'eventType', 'eventCategory'],
      ['eventCategory', 'eventType', 'eventSource'],
    ])
  })

  it('report members that another kind has and they may not have, null included', () => {
    const insight = { ...sampleOf(asStructure(InsightRecord)), eventName: null, eventSource: 'x.amazonaws.com' }
    expect(outcomeText(decodeRecord(insight))).toBe(
      `Both\n${issueText('WRONG_TYPE', ['eventSource'], 'nothing', 'a string')}\n${issueText('WRONG_TYPE', ['eventName'], 'nothing', 'null')}`,
    )
    const aggregated = { ...sampleOf(asStructure(AggregatedRecord)), eventName: 'GetObject' }
    expect(outcomeText(decodeRecord(aggregated))).toBe(`Both\n${issueText('WRONG_TYPE', ['eventName'], 'nothing', 'a string')}`)
  })
})
