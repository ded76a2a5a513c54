/** Records that are not ordinary calls, and what the library reports about each. None of them is dropped. */
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

export interface Special {
  /** Why the record is special; the same for all of a kind. */
  readonly title: string
  readonly lines: ReadonlyArray<string>
}

export function specialOf(record: CloudTrailRecord | NonconformingRecord, issues: ReadonlyArray<DecodeIssue>): Special | undefined {
  return matchRecord<Special | undefined>(record, {
    event: (event) => omitted(event) ?? redacted(event),
    nonconforming: () => ({
      title: 'does not match its model; kept unchanged, and reported by path and type, never by value',
      lines: formatIssues(issues),
    }),
    unmodelled: (event) => ({
      title: 'a Glue call without a model; its payload is kept unchanged',
      lines: [
        NAME_ONLY_APIS.includes(event.eventName)
          ? `UnmodelledGlueEvent: ${event.eventName} is a console action, known only by name`
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
      title: 'not a call, but an Insights record from CloudTrail itself',
      lines: [
        `InsightRecord: ${insightDetails?.insightType} ${insightDetails?.state} for ${insightDetails?.eventName}: ` +
          `${insightDetails?.insightContext?.statistics?.insight?.average} a minute, ` +
          `usually ${insightDetails?.insightContext?.statistics?.baseline?.average}`,
      ],
    }),
    aggregated: ({ eventSource }) => ({ title: 'a summary of data events', lines: [`AggregatedRecord of ${eventSource}`] }),
  })
}

function omitted(event: GlueEvent): Special | undefined {
  const lines = (['requestParameters', 'responseElements'] as const).flatMap((member) => {
    const payload: unknown = event[member]
    return isOmitted(payload) ? [`isOmitted: ${member} had ${payload.originalSize} bytes, none of which are in the log`] : []
  })
  return lines.length === 0 ? undefined : { title: 'a payload was too large to log', lines }
}

function redacted(event: GlueEvent): Special | undefined {
  const paths = sensitivePathsOf(event.eventName).filter((path) => valuesAt(event, path).some(isRedacted))
  if (paths.length === 0) return undefined
  return { title: 'CloudTrail redacted a value', lines: paths.map((path) => `isRedacted: ${path} is a redaction marker`) }
}

/** Returns the values at a path as `sensitivePathsOf` writes it: `a.b[].c{}`. */
function valuesAt(root: unknown, path: string): ReadonlyArray<unknown> {
  return path
    .replaceAll(/\[\]|\{\}/g, '.*')
    .split('.')
    .reduce<ReadonlyArray<unknown>>(
      (values, step) => values.flatMap((value) => (step === '*' ? Object.values(value ?? {}) : [memberOf(value, step)])),
      [root],
    )
}
