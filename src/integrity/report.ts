/**
 * The report of a validation: what is proven for each second of the range, shard by shard. Two runs over the same files
 * with the same `now` give equal reports.
 *
 * @module
 */
import * as t from 'io-ts'
import { Count } from '../scalar/count.js'
import { LABELS, type Label } from './coverage.js'
import { type Problem, type ProblemCode, SEVERITIES } from './problem.js'
import { named, nullable, nullableString, quiet, shape, string } from './quiet.js'
import type { ShardId } from './shard.js'

/** What a report says it is. */
export const SCHEMA = 'glue-trail/integrity/1'

/**
 * What a report comes to: all that was to be proven is, something is missing or fails, or nothing is wrong in what
 * could be checked and not all could be.
 *
 * @category integrity
 * @since 0.1.0
 */
export type IntegrityVerdict = 'VERIFIED' | 'INCOMPLETE' | 'PROBLEMS'

/**
 * A time of which one thing is known. Segments of a shard touch, never overlap, and add up to its range.
 *
 * @category integrity
 * @since 0.1.0
 */
export interface Segment {
  /** When it begins, in UTC. */
  readonly from: string
  /** When it ends. */
  readonly to: string
  /** What is known of it. */
  readonly label: Label
  /** The codes of problems in it, sorted. */
  readonly problems: ReadonlyArray<ProblemCode>
  /** How many digests end in it. */
  readonly digests: number
}

/**
 * The newest digest that was proven, where a later run goes on.
 *
 * @category integrity
 * @since 0.1.0
 */
export interface Anchor {
  /** Its bucket; missing in a copy. */
  readonly bucket?: string
  /** Its key. */
  readonly key: string
  /** When it ends. */
  readonly endTime: string
  /** The hash of its inflated bytes. */
  readonly hash: string
  /** Its signature. */
  readonly signature: string
}

/**
 * Digests of a shard by state.
 *
 * @category integrity
 * @since 0.1.0
 */
export interface DigestCounts {
  /** All of the range, those that a chain names and are not there included. */
  readonly total: number
  /** Proven. */
  readonly verified: number
  /** Wrong. */
  readonly invalid: number
  /** Named by a digest, and not there. */
  readonly missing: number
  /** Neither proven nor wrong. */
  readonly unproven: number
}

/**
 * Log files of a shard that digests name, by state.
 *
 * @category integrity
 * @since 0.1.0
 */
export interface NamedLogCounts extends DigestCounts {
  /** Not read, because the caller did not want them. */
  readonly skipped: number
}

/**
 * Log files that no digest names, of the account and region of a shard.
 *
 * @category integrity
 * @since 0.1.0
 */
export interface UnreferencedCounts {
  /** Delivered when a digest that is proven covers, which should name them. */
  readonly unreferenced: number
  /** Delivered after the newest digest. */
  readonly pending: number
  /** Delivered when no proven digest covers. */
  readonly outside: number
  /** Of a kind that no digest has named. */
  readonly kindNotDigested: number
}

/**
 * What was found in a shard.
 *
 * @category integrity
 * @since 0.1.0
 */
export interface ShardReport {
  /** Which shard. */
  readonly id: ShardId
  /** What is known of each second of the range, by time of delivery. */
  readonly coverage: ReadonlyArray<Segment>
  /** Its digests. */
  readonly digests: DigestCounts
  /** The log files that its digests name. */
  readonly logs: NamedLogCounts
  /** Log files of its account and region that no digest names; counted in the first shard of the two. */
  readonly unreferenced: UnreferencedCounts
  /** The newest proven digest, for a later run; null without one. */
  readonly anchor: Anchor | null
  /** The first 1,000 problems, in the order they were found. */
  readonly problems: ReadonlyArray<Problem>
  /** How many problems there are besides. */
  readonly moreProblems: number
}

/**
 * A key that was used.
 *
 * @category integrity
 * @since 0.1.0
 */
export interface UsedKey {
  /** CloudTrail's name of it: the MD5 of its DER. */
  readonly fingerprint: string
  /** The SHA-256 of its DER. */
  readonly sha256: string
  /** Bits of its modulus. */
  readonly bits: number
  /** How its DER is built. */
  readonly format: 'PKCS1' | 'SPKI'
  /** The region whose digests it signs; null where its source does not say. */
  readonly region: string | null
  /** Since when it is valid; null where its source does not say. */
  readonly from: string | null
  /** Until when it is valid. */
  readonly to: string | null
  /** Where it comes from. */
  readonly source: string
}

/**
 * What was requested.
 *
 * @category integrity
 * @since 0.1.0
 */
export interface RequestedRange {
  /** The start of the range; null for the start of each chain, or for the end of an earlier report. */
  readonly from: string | null
  /** The end of the range. */
  readonly to: string
  /** The shards that were wanted: accounts, organization, regions, trails; null for all. */
  readonly shards: {
    /** By account. */
    readonly accounts: ReadonlyArray<string> | null
    /** By organization. */
    readonly organization: string | null
    /** By region. */
    readonly regions: ReadonlyArray<string> | null
    /** By the name of the trail. */
    readonly trails: ReadonlyArray<string> | null
  }
  /** How it was checked. */
  readonly options: {
    /** Which log files were read. */
    readonly logs: 'all' | 'none' | 'selection'
    /** Whether log files that no digest names were searched for. */
    readonly unreferenced: boolean
    /** Other buckets that chains might lead to. */
    readonly buckets: ReadonlyArray<string>
    /** How many minutes a digest may be late. */
    readonly graceMinutes: number
    /** The end of the range of the earlier report; null without one. */
    readonly after: string | null
  }
  /**
   * What could not be looked at: accounts, regions and trails that were named and not found, and prefixes that could
   * not be listed.
   */
  readonly notChecked: ReadonlyArray<string>
}

/**
 * A report of `validateTrail`.
 *
 * @category integrity
 * @since 0.1.0
 */
export interface IntegrityReport {
  /** Which form of report it is. */
  readonly schema: typeof SCHEMA
  /** What wrote it. */
  readonly tool: {
    /** `glue-trail`. */
    readonly name: string
    /** Its version. */
    readonly version: string
  }
  /** What was requested. */
  readonly requested: RequestedRange
  /** When it was made. */
  readonly ran: {
    /** When it began; `now` where that was given. */
    readonly started: string
    /** When it ended. */
    readonly ended: string
  }
  /** The keys that were used: trust in them is trust in their source. */
  readonly keys: ReadonlyArray<UsedKey>
  /** What was found, shard by shard. */
  readonly shards: ReadonlyArray<ShardReport>
  /** Sums over the shards; seconds by label. */
  readonly totals: {
    /** How many shards there are. */
    readonly shards: number
    /** Their digests. */
    readonly digests: DigestCounts
    /** Log files that digests name. */
    readonly logs: NamedLogCounts
    /** Log files that no digest names. */
    readonly unreferenced: UnreferencedCounts
    /** How many problems there are, notes included. */
    readonly problems: number
    /** How many seconds have each label. */
    readonly seconds: Readonly<Record<Label, number>>
  }
  /** What it comes to. */
  readonly verdict: IntegrityVerdict
  /** What this does not prove. */
  readonly limits: ReadonlyArray<string>
  /** The evidence bundle that goes with it. */
  readonly evidence?: {
    /** The SHA-256 of its manifest. */
    readonly manifestSha256: string
  }
}

const flag = /* @__PURE__ */ named('a boolean', t.boolean)
const oneOf = <A extends string>(values: ReadonlyArray<A>): t.Type<A> => {
  const keys = Object.fromEntries(values.map((value) => [value, true])) as Record<A, true>
  return named(values.map((value) => `'${value}'`).join(' or '), t.keyof(keys) as t.Mixed as t.Type<A>)
}
const strings = /* @__PURE__ */ t.readonlyArray(string, 'a list of strings')
const nullableStrings = /* @__PURE__ */ nullable(strings)
const problemCode = /* @__PURE__ */ named<ProblemCode>('a code of a problem', /* @__PURE__ */ t.keyof(SEVERITIES))

const digestCounts = { total: Count, verified: Count, invalid: Count, missing: Count, unproven: Count }
const DigestCounts: t.Type<DigestCounts> = /* @__PURE__ */ shape('DigestCounts', digestCounts)
const NamedLogCounts: t.Type<NamedLogCounts> = /* @__PURE__ */ shape('NamedLogCounts', { ...digestCounts, skipped: Count })
const UnreferencedCounts: t.Type<UnreferencedCounts> = /* @__PURE__ */ shape('UnreferencedCounts', {
  unreferenced: Count,
  pending: Count,
  outside: Count,
  kindNotDigested: Count,
})
const ShardIdCodec: t.Type<ShardId> = /* @__PURE__ */ shape(
  'ShardId',
  { account: string, region: string, backfill: flag },
  { prefix: string, organization: string, trail: string, homeRegion: string },
)
const AnchorCodec: t.Type<Anchor> = /* @__PURE__ */ shape(
  'Anchor',
  { key: string, endTime: string, hash: string, signature: string },
  { bucket: string },
)
const ProblemCodec: t.Type<Problem> = /* @__PURE__ */ shape(
  'Problem',
  { code: problemCode, expected: string, received: string },
  { where: string },
)
const SegmentCodec: t.Type<Segment> = /* @__PURE__ */ shape('Segment', {
  from: string,
  to: string,
  label: /* @__PURE__ */ oneOf(LABELS),
  problems: /* @__PURE__ */ t.readonlyArray(problemCode, 'a list of codes'),
  digests: Count,
})
const ShardReportCodec: t.Type<ShardReport> = /* @__PURE__ */ shape('ShardReport', {
  id: ShardIdCodec,
  coverage: /* @__PURE__ */ t.readonlyArray(SegmentCodec, 'a list of segments'),
  digests: DigestCounts,
  logs: NamedLogCounts,
  unreferenced: UnreferencedCounts,
  anchor: /* @__PURE__ */ nullable(AnchorCodec),
  problems: /* @__PURE__ */ t.readonlyArray(ProblemCodec, 'a list of problems'),
  moreProblems: Count,
})
const UsedKeyCodec: t.Type<UsedKey> = /* @__PURE__ */ shape('UsedKey', {
  fingerprint: string,
  sha256: string,
  bits: Count,
  format: /* @__PURE__ */ oneOf(['PKCS1', 'SPKI'] as const),
  region: nullableString,
  from: nullableString,
  to: nullableString,
  source: string,
})
const Requested: t.Type<RequestedRange> = /* @__PURE__ */ shape('RequestedRange', {
  from: nullableString,
  to: string,
  shards: /* @__PURE__ */ shape('shards', {
    accounts: nullableStrings,
    organization: nullableString,
    regions: nullableStrings,
    trails: nullableStrings,
  }),
  options: /* @__PURE__ */ shape('options', {
    logs: /* @__PURE__ */ oneOf(['all', 'none', 'selection'] as const),
    unreferenced: flag,
    buckets: strings,
    graceMinutes: Count,
    after: nullableString,
  }),
  notChecked: strings,
})

/**
 * The codec of `IntegrityReport`, for reports that were stored.
 *
 * @example
 * import { IntegrityReport } from 'glue-trail/integrity'
 *
 * assert.strictEqual(IntegrityReport.is({ schema: 'glue-trail/integrity/1' }), false)
 *
 * @category integrity
 * @since 0.1.0
 */
export const IntegrityReport: t.Type<IntegrityReport> = /* @__PURE__ */ quiet(
  /* @__PURE__ */ shape(
    'IntegrityReport',
    {
      schema: /* @__PURE__ */ oneOf([SCHEMA] as const),
      tool: /* @__PURE__ */ shape('tool', { name: string, version: string }),
      requested: Requested,
      ran: /* @__PURE__ */ shape('ran', { started: string, ended: string }),
      keys: /* @__PURE__ */ t.readonlyArray(UsedKeyCodec, 'a list of keys'),
      shards: /* @__PURE__ */ t.readonlyArray(ShardReportCodec, 'a list of shards'),
      totals: /* @__PURE__ */ shape('totals', {
        shards: Count,
        digests: DigestCounts,
        logs: NamedLogCounts,
        unreferenced: UnreferencedCounts,
        problems: Count,
        seconds: /* @__PURE__ */ shape('seconds', Object.fromEntries(LABELS.map((label) => [label, Count]))),
      }),
      verdict: /* @__PURE__ */ oneOf(['VERIFIED', 'INCOMPLETE', 'PROBLEMS'] as const),
      limits: strings,
    },
    { evidence: /* @__PURE__ */ shape('evidence', { manifestSha256: string }) },
  ),
)
