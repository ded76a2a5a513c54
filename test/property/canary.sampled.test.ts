/**
 * Discretion: a secret in any string of a wrong record appears in no issue, no formatted issue, no io-ts error however
 * it is printed, and no Standard Schema issue, alone and inside other codecs. Paths in errors are right, escaped and
 * shortened.
 */
import { inspect } from 'node:util'
import {
  AnyIdentity,
  CloudTrailRecord,
  CreateConnectionEvent,
  CreateConnectionRequestParameters,
  decodeRecord,
  formatIssues,
  GlueEvent,
  InsightRecord,
  issuesOf,
  OpenIdentity,
  RootIdentity,
  ServiceEvent,
  SessionContext,
  StartJobRunEvent,
  StartJobRunRequestParameters,
  toStandardSchema,
  UnmodelledGlueEvent,
  UserIdentity,
} from 'glue-trail'
import * as t from 'io-ts'
import { PathReporter } from 'io-ts/lib/PathReporter.js'
import { describe, expect, it } from 'vitest'
import type { StructureType } from '../../src/codec/structure.js'
import { EVENTS, eventNamed, OTHERS } from '../support/codecs.js'
import { sampled } from '../support/effort.js'
import { type Site, sampleOf, sitesOf, structuresIn, type Value } from '../support/sample.js'

const CANARY = 'AKIAC4NARY/s3cr3t'

const leaks = (content: string): boolean => content.includes('C4NARY') || content.includes('s3cr3t')

/** Members that decide the kind of a record. */
const NAMES = ['eventSource', 'eventName', 'eventCategory', 'eventType']

const isText = ({ shape }: Site): boolean =>
  ['string', 'timestamp', 'number or string', 'boolean or string', 'document'].includes(shape.kind)

/** Returns a full, matching sample with the secret in every string, unknown members included. */
function withSecrets(codec: StructureType<unknown>): { readonly value: Value; readonly sites: ReadonlyArray<Site> } {
  const value = sampleOf(codec)
  for (const { value: structure } of structuresIn(codec, value)) structure.addedLater = [CANARY, { addedLater: CANARY }]
  const sites = sitesOf(codec, value)
  for (const site of sites) if (isText(site) && !isName(site)) site.set(CANARY)
  return { value, sites: sitesOf(codec, value) }
}

const isName = ({ path }: Site): boolean => path.length === 1 && NAMES.includes(String(path[0]))

/** Returns everything that can be printed of the errors of a codec for a value. */
function printed(codec: t.Mixed, u: unknown): ReadonlyArray<string> {
  const decoded = codec.decode(u)
  if (decoded._tag === 'Right') return []
  const result = toStandardSchema(codec)['~standard'].validate(u)
  return [
    ...decoded.left.map((error) => error.message ?? ''),
    ...decoded.left.flatMap(({ context }) => context.map(({ key, type }) => `${key} ${type.name}`)),
    ...PathReporter.report(decoded),
    JSON.stringify(decoded.left.map(({ value, context }) => [value, context.map(({ key, actual }) => [key, actual])])),
    JSON.stringify(result),
  ]
}

/** Returns the issues of `decodeRecord` for a value, in every form. */
function said(u: unknown): ReadonlyArray<string> {
  const issues = issuesOf(decodeRecord(u, { maxIssues: 1000 }))
  return issues.length === 0
    ? []
    : [JSON.stringify(issues), inspect(issues, { depth: Number.POSITIVE_INFINITY, showHidden: true }), ...formatIssues(issues)]
}

const WRAPPERS: ReadonlyArray<readonly [name: string, wrap: (codec: t.Mixed) => t.Mixed, put: (u: unknown) => unknown]> = [
  ['alone', (codec) => codec, (u) => u],
  ['in t.array', (codec) => t.array(codec), (u) => [u]],
  ['in t.readonlyArray', (codec) => t.readonlyArray(codec), (u) => [u]],
  ['in t.type', (codec) => t.type({ a: codec }), (u) => ({ a: u, b: CANARY })],
  ['in t.partial', (codec) => t.partial({ a: codec, c: t.string }), (u) => ({ a: u, b: CANARY })],
  ['in t.strict', (codec) => t.strict({ a: codec }), (u) => ({ a: u, b: CANARY })],
  ['in t.record', (codec) => t.record(t.string, codec), (u) => ({ a: u })],
  ['in t.tuple', (codec) => t.tuple([codec, codec]), (u) => [u, u]],
  ['in t.readonly', (codec) => t.readonly(t.type({ a: codec })), (u) => ({ a: u })],
  ['in t.intersection', (codec) => t.intersection([codec, codec]), (u) => u],
  ['in t.type of t.array', (codec) => t.type({ a: t.array(codec) }), (u) => ({ a: [u], b: CANARY })],
  ['in t.array of t.intersection', (codec) => t.array(t.intersection([codec, t.type({ a: t.unknown })])), (u) => [withA(u)]],
]

const withA = (u: unknown): unknown => (typeof u === 'object' && u !== null ? { ...u, a: CANARY } : u)

const APIS = EVENTS.map((codec) => ({ name: codec.name, codec }))

describe('A secret in every string of a wrong record', () => {
  it.each(APIS)('of $name appears in no message about it', ({ codec }) => {
    const { value, sites } = withSecrets(codec)
    expect(said(value)).toEqual([])
    const failures: Array<string> = []
    const tryAll = (what: string): void => {
      const messages = [...said(value), ...printed(codec, value), ...printed(GlueEvent, value), ...printed(CloudTrailRecord, value)]
      if (messages.length === 0) failures.push(`${what} is not wrong`)
      if (messages.some(leaks)) failures.push(`${what} leaks`)
    }
    const others = sites.filter((site) => !isText(site))
    for (const [i, site] of sampled(others, 10).entries()) {
      // The secret itself is the wrong value here, alone or inside another value.
      site.set(i % 2 === 0 ? CANARY : site.shape.kind === 'list' ? { 0: CANARY } : [CANARY])
      // CloudTrail also logs some maps as one string.
      if (site.shape.kind !== 'map' || !codec.is(value)) tryAll(site.path.join('.'))
      site.set(site.value)
    }
    for (const site of sites) if (!isName(site) && (site.shape.kind === 'number' || site.shape.kind === 'boolean')) site.set(CANARY)
    value.eventTime = [CANARY]
    value.awsRegion = { 0: CANARY }
    tryAll('all at once')
    expect(failures).toEqual([])
  })

  it.each(OTHERS)('of $name appears in no message about it', (codec) => {
    const { value, sites } = withSecrets(codec)
    const failures: Array<string> = []
    let wrongs = 0
    for (const site of sites) {
      if (isName(site) && codec.name !== 'InsightRecord') continue
      if (site.shape.kind === 'document') continue
      for (const wrong of [isText(site) ? {} : CANARY, { x: CANARY }, [CANARY], [[CANARY]]]) {
        site.set(wrong)
        const messages = [...said(value), ...printed(codec, value), ...printed(CloudTrailRecord, value)]
        if (messages.length > 0) wrongs++
        if (messages.some(leaks)) failures.push(site.path.join('.'))
      }
      site.set(site.value)
    }
    expect(failures).toEqual([])
    expect(wrongs).toBeGreaterThan(2 * sites.length)
  })

  it('appears in no message about a wrong name', () => {
    const { value } = withSecrets(eventNamed('StartJobRun'))
    for (const name of ['eventSource', 'eventName', 'eventCategory', 'eventType']) {
      for (const other of [CANARY, [CANARY], { [CANARY.length]: CANARY }, `aws:${CANARY}`]) {
        const changed = { ...value, [name]: other, awsRegion: 5 }
        const codecs = [CloudTrailRecord, GlueEvent, StartJobRunEvent, UnmodelledGlueEvent, ServiceEvent, InsightRecord]
        expect([...said(changed), ...codecs.flatMap((codec) => printed(codec, changed))].filter(leaks)).toEqual([])
      }
    }
    for (const type of [CANARY, [CANARY], { type: CANARY }]) {
      const identity = { type, arn: 5, userName: CANARY, sessionContext: CANARY }
      const codecs = [UserIdentity, AnyIdentity, OpenIdentity, RootIdentity, SessionContext]
      expect(codecs.flatMap((codec) => printed(codec, identity)).filter(leaks)).toEqual([])
      expect(printed(UserIdentity, identity).length).toBeGreaterThan(0)
    }
  })

  it.each([CANARY, [CANARY], 5, null])('appears in no message about values that are not records, such as %j', (u) => {
    const codecs = [CloudTrailRecord, GlueEvent, StartJobRunEvent, UserIdentity, AnyIdentity, StartJobRunRequestParameters, InsightRecord]
    expect(said(u).filter(leaks)).toEqual([])
    for (const codec of codecs) {
      expect(printed(codec, u).length).toBeGreaterThan(0)
      expect(printed(codec, u).filter(leaks)).toEqual([])
    }
  })
})

const wrongIdentity = { type: 'Root', arn: 5, userName: CANARY, sessionContext: { attributes: CANARY } }

const wrongEvent = (): Value => {
  const { value, sites } = withSecrets(eventNamed('CreateConnection'))
  for (const site of sites) if (site.path.at(-1) === 'physicalConnectionRequirements' || site.path.at(-1) === 'tags') site.set(CANARY)
  return { ...value, userIdentity: { ...wrongIdentity }, readOnly: CANARY }
}

const WRONG: ReadonlyArray<readonly [codec: t.Mixed, value: () => unknown]> = [
  [GlueEvent, wrongEvent],
  [CloudTrailRecord, wrongEvent],
  [CreateConnectionEvent, wrongEvent],
  [CreateConnectionRequestParameters, () => wrongEvent().requestParameters],
  [UserIdentity, () => wrongIdentity],
  [AnyIdentity, () => wrongIdentity],
  [ServiceEvent, () => ({ ...wrongEvent(), eventSource: 's3.amazonaws.com' })],
  [InsightRecord, () => ({ eventTime: CANARY, awsRegion: [CANARY], eventType: CANARY, insightDetails: CANARY })],
]

describe.each(WRAPPERS)('A secret %s', (_, wrap, put) => {
  it.each(WRONG.map(([codec, value]) => ({ name: codec.name, codec, value })))(
    'appears in no error of $name, however it is printed',
    (wrong) => {
      const codec = wrap(wrong.codec)
      const messages = printed(codec, put(wrong.value()))
      expect(messages.length).toBeGreaterThan(5)
      expect(messages.filter(leaks)).toEqual([])
    },
  )

  it('appears in no inspection of errors', () => {
    for (const [inner, value] of WRONG) {
      const decoded = wrap(inner).decode(put(value()))
      const content = inspect(decoded, { depth: Number.POSITIVE_INFINITY, showHidden: true, maxStringLength: Number.POSITIVE_INFINITY })
      expect(content.length).toBeGreaterThan(100)
      expect(leaks(content)).toBe(false)
    }
  })
})
