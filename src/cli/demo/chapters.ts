/**
 * The chapters of the day: which records each is about, and what the library answers about them. A filter finds the
 * records, as in any trail.
 *
 * @module
 */
import {
  actorOf,
  compileFilter,
  type DecodeIssue,
  denialOf,
  type FilterFields,
  formatIssues,
  historyOf,
  isOmitted,
  lakeFormationOf,
  memberOf,
  type NonconformingRecord,
  redact,
  sensitiveIn,
  summaryOf,
  whyMissing,
} from '../../index.js'

/** A record of the trail, and where it does not match the model. */
export interface Seen {
  readonly record: NonconformingRecord
  readonly issues: ReadonlyArray<DecodeIssue>
}

/** An answer, and the function that returned it. */
export type Answer = readonly [name: string, answer: string]

export interface Chapter {
  readonly title: string
  readonly about: FilterFields
  /** Returns answers about the records of this chapter; `all` are those of the day. */
  readonly ask: (seen: ReadonlyArray<Seen>, all: ReadonlyArray<Seen>) => ReadonlyArray<Answer>
}

export const CHAPTERS: ReadonlyArray<Chapter> = [
  {
    title: '02:00  A crawler finds new orders, and a job processes them',
    about: { source: 'glue', writes: true, to: '2024-05-14T03:00' },
    ask: ([first]) => {
      const why = whyMissing(first?.record, ['responseElements'])
      return [['whyMissing', `the null response of StartCrawler is ${why?.kind}, by ${why?.basis}`]]
    },
  },
  {
    title: '06:01  A pipeline deploys a database, its table, connection, job and crawler',
    about: { source: 'glue', writes: true, actor: 'terraform-deploy', region: 'eu-central-1' },
    ask: (seen) =>
      seen.flatMap(({ record }) =>
        sensitiveIn(record)
          .filter(({ state }) => state === 'MARKED')
          .map(({ place }): Answer => ['sensitiveIn', `CloudTrail redacted ${place}`]),
      ),
  },
  {
    title: '09:04  An analyst is denied a table, and later its deletion',
    about: { source: 'glue', denied: true },
    ask: (seen) =>
      seen.flatMap(({ record }): ReadonlyArray<Answer> => {
        const { cause, action, resource } = denialOf(record) ?? {}
        // Lake Formation has members of its own for its denials.
        const [lacking] = lakeFormationOf(record)?.insufficient ?? []
        if (lacking !== undefined) return [['lakeFormationOf', `insufficient permission on ${lacking.database}.${lacking.table}`]]
        return [['denialOf', `${cause}: ${action} on ${resource}`]]
      }),
  },
  {
    title: '09:11  A user signs in as root and reads',
    about: { actor: 'root' },
    ask: ([first]) => [
      ['actorOf', `flags.root is ${actorOf(first?.record).flags.root}, by the type of the identity`],
      ['memberOf', `additionalEventData.MFAUsed is ${memberOf(first?.record.additionalEventData, 'MFAUsed')}`],
    ],
  },
  {
    title: "10:42  A password in a job's arguments",
    about: { source: 'glue', exposed: true },
    ask: (seen) =>
      seen.flatMap(({ record, issues }): ReadonlyArray<Answer> => {
        const exposures = sensitiveIn(record).flatMap((place) => place.exposures)
        const { requestParameters } = redact(record)
        return [
          ...exposures.map(({ path, rule }): Answer => ['sensitiveIn', `${path.join('.')} shows a secret, rule ${rule}`]),
          ['redact', `arguments become ${JSON.stringify(memberOf(requestParameters, 'arguments'))}`],
          ...formatIssues(issues).map((line): Answer => ['issuesOf', line]),
        ]
      }),
  },
  {
    title: '10:42  A request too large to log',
    about: { source: 'glue', api: 'UpdateTable', actor: 'orders-etl' },
    ask: ([first]) => {
      const payload = first?.record.requestParameters
      const filter = compileFilter({ resource: 'finance.ledger' })
      const size = isOmitted(payload) ? payload.originalSize : undefined
      if (first === undefined || filter._tag === 'Left') return []
      return [
        ['isOmitted', `the request had ${size} bytes, which the record does not have`],
        ['compileFilter', `is it about finance.ledger? ${filter.right.test(first.record)}`],
      ]
    },
  },
  {
    title: '16:14  A table in use is dropped',
    about: { source: 'glue', resource: 'sandbox.orders_backup' },
    ask: ([first], all) => {
      const dropped = historyOf(
        all.map(({ record }) => record),
        'sandbox.orders_backup',
      ).find(({ kind }) => kind === 'DROPPED')
      return [
        ['historyOf', `${dropped?.kind} through ${dropped?.via.kind}, by ${dropped?.via.from}`],
        ['summaryOf', summaryOf(first?.record)],
      ]
    },
  },
]
