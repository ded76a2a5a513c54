/**
 * Paths in issues and messages: right inside other codecs, and safe to print whatever the keys of a record hold.
 */
import { decodeRecord, formatIssues, GlueEvent, issuesOf, TagResourceRequestParameters, toStandardSchema, UserIdentity } from 'glue-trail'
import * as t from 'io-ts'
import { PathReporter } from 'io-ts/lib/PathReporter.js'
import { describe, expect, it } from 'vitest'

const envelope = { eventSource: 'glue.amazonaws.com', eventTime: '2024-05-01T12:00:00Z', awsRegion: 'eu-central-1' }

const startJobRun = { ...envelope, eventName: 'StartJobRun', requestParameters: { jobName: 5 } }

const stopJobRuns = { ...envelope, eventName: 'BatchStopJobRun', requestParameters: { jobRunIds: ['jr', 5] } }

const messages = (codec: t.Mixed, u: unknown): ReadonlyArray<string> => {
  const decoded = codec.decode(u)
  return decoded._tag === 'Right' ? [] : decoded.left.map(({ message }) => message ?? 'no message')
}

const number = 'expected a string, received a number'

interface Case {
  readonly name: string
  readonly codec: t.Mixed
  readonly value: unknown
  readonly message: string
}

const CASES: ReadonlyArray<Case> = [
  { name: 'nothing', codec: GlueEvent, value: startJobRun, message: `requestParameters.jobName: ${number}` },
  { name: 'nothing, in a list', codec: GlueEvent, value: stopJobRuns, message: `requestParameters.jobRunIds[1]: ${number}` },
  { name: 't.array', codec: t.array(GlueEvent), value: [startJobRun], message: `[0].requestParameters.jobName: ${number}` },
  { name: 't.readonlyArray', codec: t.readonlyArray(GlueEvent), value: [startJobRun], message: `[0].requestParameters.jobName: ${number}` },
  { name: 't.type', codec: t.type({ a: GlueEvent }), value: { a: startJobRun }, message: `a.requestParameters.jobName: ${number}` },
  {
    name: 't.type of t.array',
    codec: t.type({ a: t.array(GlueEvent) }),
    value: { a: [startJobRun] },
    message: `a[0].requestParameters.jobName: ${number}`,
  },
  {
    name: 't.partial',
    codec: t.partial({ 'a b': GlueEvent }),
    value: { 'a b': startJobRun },
    message: `["a b"].requestParameters.jobName: ${number}`,
  },
  {
    name: 't.record',
    codec: t.record(t.string, GlueEvent),
    value: { first: startJobRun },
    message: `first.requestParameters.jobName: ${number}`,
  },
  { name: 't.tuple', codec: t.tuple([GlueEvent]), value: [startJobRun], message: `[0].requestParameters.jobName: ${number}` },
  { name: 't.strict', codec: t.strict({ a: GlueEvent }), value: { a: startJobRun }, message: `a.requestParameters.jobName: ${number}` },
  {
    name: 't.union',
    codec: t.type({ a: t.union([GlueEvent, t.undefined]) }),
    value: { a: startJobRun },
    message: `a.requestParameters.jobName: ${number}`,
  },
  {
    name: 't.intersection',
    codec: t.intersection([GlueEvent, t.type({ eventName: t.string })]),
    value: startJobRun,
    message: `requestParameters.jobName: ${number}`,
  },
  {
    name: 't.intersection in t.array in t.type',
    codec: t.type({ Records: t.array(t.intersection([t.type({ eventName: t.string }), GlueEvent])) }),
    value: { Records: [startJobRun] },
    message: `Records[0].requestParameters.jobName: ${number}`,
  },
  {
    name: 't.intersection of t.type',
    codec: t.intersection([t.type({ a: GlueEvent }), t.type({ b: t.unknown })]),
    value: { a: startJobRun, b: 1 },
    message: `a.requestParameters.jobName: ${number}`,
  },
  {
    name: 't.readonly of t.array',
    codec: t.type({ a: t.readonly(t.array(GlueEvent)) }),
    value: { a: [startJobRun] },
    message: `a[0].requestParameters.jobName: ${number}`,
  },
  {
    name: 't.readonly of t.intersection',
    codec: t.type({ a: t.readonly(t.intersection([GlueEvent, t.type({ eventName: t.string })])) }),
    value: { a: startJobRun },
    message: `a.requestParameters.jobName: ${number}`,
  },
  {
    name: 't.exact of t.intersection',
    codec: t.exact(t.intersection([t.type({ a: GlueEvent }), t.type({ b: t.unknown })])),
    value: { a: startJobRun, b: 1 },
    message: `a.requestParameters.jobName: ${number}`,
  },
  {
    name: 't.recursion of t.intersection',
    codec: t.recursion('Log', () => t.intersection([t.type({ a: GlueEvent }), t.type({ b: t.unknown })])),
    value: { a: startJobRun, b: 1 },
    message: `a.requestParameters.jobName: ${number}`,
  },
  {
    name: 't.brand of t.array',
    codec: t.brand(t.array(GlueEvent), (u): u is t.Branded<typeof u, { readonly Log: symbol }> => u.length > 0, 'Log'),
    value: [startJobRun],
    message: `[0].requestParameters.jobName: ${number}`,
  },
  {
    name: 'an identity in t.type',
    codec: t.type({ who: UserIdentity }),
    value: { who: { type: 'Root', sessionContext: { attributes: { creationDate: 5 } } } },
    message: `who.sessionContext.attributes.creationDate: ${number}`,
  },
]

describe('Messages', () => {
  it.each(CASES)('begin with the whole path inside $name', ({ codec, value, message }) => {
    expect(messages(codec, value)[0]).toBe(message)
    const decoded = codec.decode(value)
    expect(PathReporter.report(decoded)[0]).toBe(message)
    const result = toStandardSchema(codec)['~standard'].validate(value)
    expect('issues' in result && result.issues?.[0]?.message).toBe(message)
  })

  it('have no path where the value as a whole is wrong', () => {
    expect(messages(GlueEvent, 5)).toEqual(['expected an object, received a number'])
    expect(messages(t.type({ a: t.array(GlueEvent) }), { a: [null] })).toEqual(['a[0]: expected an object, received null'])
    expect(messages(t.array(UserIdentity), [{ type: 'Nobody' }])).toEqual([
      '[0].type: expected a documented identity type, received another string',
    ])
  })

  it('have paths in Standard Schema that say the same', () => {
    const path = (codec: t.Mixed, value: unknown): unknown => {
      const result = toStandardSchema(codec)['~standard'].validate(value)
      return 'issues' in result && result.issues?.[0]?.path
    }
    expect(path(t.type({ a: t.array(GlueEvent) }), { a: [startJobRun] })).toEqual(['a', 0, 'requestParameters', 'jobName'])
    expect(path(GlueEvent, stopJobRuns)).toEqual(['requestParameters', 'jobRunIds', 1])
  })
})

const tags = (key: string): unknown => ({
  ...envelope,
  eventName: 'TagResource',
  requestParameters: JSON.parse(`{"tagsToAdd":{${JSON.stringify(key)}:5}}`) as unknown,
})

/** The path and the message of the one issue of a wrong value under a key. */
const issueAt = (key: string): readonly [unknown, string | undefined] => {
  const issues = issuesOf(decodeRecord(tags(key)))
  return [issues[0]?.path[2], formatIssues(issues)[0]]
}

const json = (name: string): string => `requestParameters.tagsToAdd${name}: ${number}`

const long = 'k'.repeat(200)

/** A key, its form in a path, and how it is printed. */
const KEYS: ReadonlyArray<readonly [key: string, inPath: string, inText: string]> = [
  ['team', 'team', '.team'],
  ['aws:cloudformation:stack-name', 'aws:cloudformation:stack-name', '["aws:cloudformation:stack-name"]'],
  ['with space', 'with space', '["with space"]'],
  ['0', '0', '["0"]'],
  ['', '', '[""]'],
  ['Größe', 'Größe', '["Größe"]'],
  ['日本', '日本', '["日本"]'],
  ['😀', '😀', '["😀"]'],
  ['say "hi"', 'say "hi"', '["say \\"hi\\""]'],
  ['a\nb', 'a\\u000ab', '["a\\u000ab"]'],
  ['\u001b[31mred', '\\u001b[31mred', '["\\u001b[31mred"]'],
  ['a\u0000', 'a\\u0000', '["a\\u0000"]'],
  ['\u007f\u0085\u009b', '\\u007f\\u0085\\u009b', '["\\u007f\\u0085\\u009b"]'],
  ['\u202egnp.exe', '\\u202egnp.exe', '["\\u202egnp.exe"]'],
  ['\u2066a\u2069', '\\u2066a\\u2069', '["\\u2066a\\u2069"]'],
  ['\u200b\u200f\ufeff', '\\u200b\\u200f\\ufeff', '["\\u200b\\u200f\\ufeff"]'],
  ['\u2028\u2029', '\\u2028\\u2029', '["\\u2028\\u2029"]'],
  ['\ud800x', '\\ud800x', '["\\ud800x"]'],
  ['k'.repeat(64), 'k'.repeat(64), `.${'k'.repeat(64)}`],
  [long, `${'k'.repeat(63)}…`, `["${'k'.repeat(63)}…"]`],
  [`${'k'.repeat(62)}😀😀`, `${'k'.repeat(62)}\\ud83d…`, `["${'k'.repeat(62)}\\ud83d…"]`],
  ['\u202e'.repeat(20), '\\u202e'.repeat(20), `["${'\\u202e'.repeat(20)}"]`],
]

describe('Keys of a record in paths and messages', () => {
  it.each(KEYS)('%j is escaped and cut', (key, inPath, inText) => {
    expect(issueAt(key)).toEqual([inPath, json(inText)])
    expect(messages(GlueEvent, tags(key))).toEqual([json(inText)])
    expect(messages(TagResourceRequestParameters, { tagsToAdd: { [key]: 5 } })).toEqual([json(inText).slice('requestParameters.'.length)])
  })

  it('distinguish names from their replacements', () => {
    expect(issueAt('a\\')[1]).not.toBe(issueAt('a\\\\')[1])
    expect(issueAt('a"]["b')[1]).toBe(json('["a\\"][\\"b"]'))
  })

  it.each([...KEYS.map(([key]) => key), long.repeat(1000), '\u202e'.repeat(100_000)])(
    '%j breaks no line and stays short, as the name of an outer codec too',
    (key) => {
      const outer = messages(t.record(t.string, GlueEvent), JSON.parse(`{${JSON.stringify(key)}:${JSON.stringify(startJobRun)}}`))
      for (const line of [...formatIssues(issuesOf(decodeRecord(tags(key)))), ...outer]) {
        // biome-ignore lint/suspicious/noControlCharactersInRegex: none may be there
        expect(line).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff]/)
        expect(line.length).toBeLessThan(500)
      }
      expect(outer).toHaveLength(1)
    },
  )
})
