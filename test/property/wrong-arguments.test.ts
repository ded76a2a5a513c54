/** Mistakes that plain JavaScript allows: each is reported in one line that names the function. */
import {
  actorLabel,
  allOf,
  anyOf,
  applyAddenda,
  decodeRecord,
  decodeRecords,
  deduplicate,
  formatFilterIssues,
  formatIssues,
  historyOf,
  isEvent,
  issuesOf,
  matchEvent,
  matchRecord,
  not,
  outcomeLabel,
  parseArn,
  recordOf,
  resourceLabel,
  resourcesLabel,
  serviceLabel,
  sortByTime,
  toStandardSchema,
  valueAt,
  whyMissing,
} from 'glue-trail'
import { exampleOf } from 'glue-trail/example'
import { decodeLog, parseTrailKey } from 'glue-trail/source'
import { describe, expect, it } from 'vitest'

/** A function as plain JavaScript calls it. */
const call = (f: unknown, ...args: ReadonlyArray<unknown>): unknown => (f as (...args: ReadonlyArray<unknown>) => unknown)(...args)

describe.each([undefined, null, 5])('%s', (value) => {
  it.each([
    ['actorLabel', actorLabel],
    ['allOf', allOf],
    ['anyOf', anyOf],
    ['applyAddenda', applyAddenda],
    ['decodeRecords', (records: Iterable<unknown>) => [...decodeRecords(records)]],
    ['formatFilterIssues', formatFilterIssues],
    ['formatIssues', formatIssues],
    ['historyOf', (records: Iterable<unknown>) => historyOf(records, 'a.b')],
    ['issuesOf', issuesOf],
    ['matchEvent', (handlers: unknown) => call(matchEvent, {}, handlers)],
    ['matchRecord', (handlers: unknown) => call(matchRecord, {}, handlers)],
    ['not', not],
    ['recordOf', recordOf],
    ['resourceLabel', resourceLabel],
    ['resourcesLabel', resourcesLabel],
    ['serviceLabel', serviceLabel],
    ['sortByTime', sortByTime],
    ['toStandardSchema', toStandardSchema],
    ['whyMissing', (path: unknown) => call(whyMissing, {}, path)],
  ])('is a wrong argument of %s', (name, f) => {
    expect(() => call(f, value)).toThrow(TypeError)
    expect(() => call(f, value)).toThrow(new RegExp(`^${name}: expected .+, received (?:nothing|null|a number)$`))
  })

  it.each([
    ['deduplicate', deduplicate],
    ['outcomeLabel', outcomeLabel],
  ])('is a wrong argument of %s, unless it is undefined', (name, f) => {
    if (value === undefined) expect(() => call(f, value)).not.toThrow()
    else expect(() => call(f, value)).toThrow(new RegExp(`^${name}: expected .+, received (?:null|a number)$`))
  })

  it('is no ARN and no key', () => {
    expect([call(parseArn, value), call(parseTrailKey, value)]).toEqual([undefined, undefined])
  })
})

it('labels take whole answers', () => {
  expect(() => call(resourcesLabel, {})).toThrow('resourcesLabel: expected an answer of resourcesOf, received an object')
  expect(() => call(outcomeLabel, {})).toThrow('outcomeLabel: expected an answer of outcomeOf, received an object')
})

it.each([undefined, null, true, {}, [], Object.create(null), Symbol('a')])('paths have names and indexes alone: %s', (key) => {
  const expected = /^(?:valueAt|whyMissing): expected a list of names and indexes, received a list$/
  expect(() => call(valueAt, {}, 'requestParameters', key)).toThrow(expected)
  expect(() => call(whyMissing, {}, ['requestParameters', key])).toThrow(expected)
})

it('decodeLog takes bytes', async () => {
  await expect(call(decodeLog, '{"Records":[]}')).rejects.toThrow('decodeLog: expected bytes (a Uint8Array), received a string')
  await expect(call(decodeLog, undefined)).rejects.toThrow(TypeError)
})

it('a log file is not a record, and says so', () => {
  expect(formatIssues(issuesOf(decodeRecord({ Records: [] })))).toEqual([
    'expected a CloudTrail record, received a log file (use decodeLog, or decodeRecords(x.Records))',
  ])
})

it('unknown names of APIs are errors', () => {
  expect(() => call(isEvent, 'UpdateTabel')).toThrow('isEvent: expected the name of a modelled Glue API, received "UpdateTabel"')
  expect(() => call(exampleOf, 'UpdateTabel')).toThrow('exampleOf: expected the name of a Glue API, received "UpdateTabel"')
  expect(() => call(exampleOf, undefined)).toThrow(TypeError)
})
