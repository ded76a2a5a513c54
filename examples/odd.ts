/** Records that are not plain calls, and what the library says of each. Nothing is dropped for being odd. */
import {
  type CloudTrailRecord,
  type DecodeIssue,
  formatIssues,
  type GlueEvent,
  isIdentity,
  isOmitted,
  isRedacted,
  matchRecord,
  memberOf,
  NAME_ONLY_APIS,
  type NonconformingRecord,
  sensitivePathsOf,
} from 'glue-trail'

export interface Oddity {
  /** What is odd, the same for all of a kind. */
  readonly title: string
  readonly lines: ReadonlyArray<string>
}

export function oddityOf(record: CloudTrailRecord | NonconformingRecord, issues: ReadonlyArray<DecodeIssue>): Oddity | undefined {
  return matchRecord<Oddity | undefined>(record, {
    event: (event) => omitted(event) ?? hidden(event),
    nonconforming: () => ({
      title: 'departs from the model; kept as it came, and reported by path and kind, never by value',
      lines: formatIssues(issues),
    }),
    unmodelled: (event) => ({
      title: 'a Glue call without a model; new is not wrong, its payload is kept as it came',
      lines: [
        NAME_ONLY_APIS.includes(event.eventName)
          ? `UnmodelledGlueEvent: ${event.eventName} is an action of the console, known by name only`
          : `UnmodelledGlueEvent: ${event.eventName} is newer than this version of the library`,
      ],
    }),
    otherService: (event) => {
      if (!isIdentity('Root')(event.userIdentity)) return undefined
      const mfa = memberOf(event.additionalEventData, 'MFAUsed')
      const read = typeof mfa === 'string' ? `: MFAUsed is ${mfa}` : ''
      return {
        title: 'another service, called by the root user',
        lines: [`ServiceEvent: payloads are unknown, memberOf reads them${read}`],
      }
    },
    insight: ({ insightDetails }) => ({
      title: 'no call, but an Insights record of CloudTrail itself',
      lines: [
        `InsightRecord: ${insightDetails?.insightType} ${insightDetails?.state} for ${insightDetails?.eventName}: ` +
          `${insightDetails?.insightContext?.statistics?.insight?.average} a minute, ` +
          `usually ${insightDetails?.insightContext?.statistics?.baseline?.average}`,
      ],
    }),
    aggregated: ({ eventSource }) => ({ title: 'a summary of data events', lines: [`AggregatedRecord of ${eventSource}`] }),
  })
}

function omitted(event: GlueEvent): Oddity | undefined {
  const lines = (['requestParameters', 'responseElements'] as const).flatMap((member) => {
    const payload: unknown = event[member]
    return isOmitted(payload) ? [`isOmitted: ${member} had ${payload.originalSize} bytes, and nothing is known of them`] : []
  })
  return lines.length === 0 ? undefined : { title: 'a payload was too large to log', lines }
}

function hidden(event: GlueEvent): Oddity | undefined {
  const paths = sensitivePathsOf(event.eventName).filter((path) => valuesAt(event, path).some(isRedacted))
  if (paths.length === 0) return undefined
  return { title: 'CloudTrail hid a value', lines: paths.map((path) => `isRedacted: a mark stands for ${path}`) }
}

/** What stands at a path as `sensitivePathsOf` writes it: `a.b[].c{}`. */
function valuesAt(root: unknown, path: string): ReadonlyArray<unknown> {
  return path
    .replaceAll(/\[\]|\{\}/g, '.*')
    .split('.')
    .reduce<ReadonlyArray<unknown>>(
      (values, step) => values.flatMap((value) => (step === '*' ? Object.values(value ?? {}) : [memberOf(value, step)])),
      [root],
    )
}
