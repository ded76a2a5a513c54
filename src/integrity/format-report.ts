/**
 * Formats reports: for a terminal, or as Markdown for a ticket.
 *
 * @module
 */
import { madeOf } from '../codec/argument.js'
import { printable } from '../codec/path.js'
import type { Problem } from './problem.js'
import type { IntegrityReport, Segment, ShardReport } from './report.js'
import type { ShardId } from './shard.js'

/**
 * Formats a report as lines: coverage of each shard, problems, sums, and what it does not prove.
 *
 * @param report - As `validateTrail` returns it.
 * @param form - `text` unless given.
 * @returns Text that ends with a line break.
 * @throws `TypeError` if `report` is not such a report.
 *
 * @example
 * import { formatReport, validateTrail } from 'glue-trail/integrity'
 *
 * const store = { kind: 'copy', list: async function* () {}, folders: async () => [], read: async () => ({ error: 'ENOENT' }) } as const
 * const report = await validateTrail(store, async () => []).report()
 * assert.ok(formatReport(report).startsWith('0 shards, 0 digests, 0 logs: incomplete; 0 problems'))
 *
 * @category integrity
 * @since 0.1.0
 */
export function formatReport(report: IntegrityReport, form: 'text' | 'markdown' = 'text'): string {
  return madeOf(
    'formatReport',
    'the report of validateTrail',
    report,
    () => `${(form === 'text' ? textOf(report) : markdownOf(report)).join('\n')}\n`,
  )
}

function textOf(report: IntegrityReport): ReadonlyArray<string> {
  return [
    ...coverageLines({ ...report, requested: { ...report.requested, notChecked: [] } }),
    ...report.shards.flatMap(({ problems, moreProblems }) => [...problems.map(formatProblem), ...moreLine(moreProblems)]),
    ...report.requested.notChecked,
    summaryLine(report),
  ]
}

/** Returns what is known of each shard, segment by segment, and what could not be looked at. */
export const coverageLines = ({ shards, requested }: Pick<IntegrityReport, 'shards' | 'requested'>): ReadonlyArray<string> => [
  ...shards.flatMap((shard) => [shardLine(shard), ...shard.coverage.map((segment) => `  ${segmentLine(segment)}`)]),
  ...requested.notChecked,
]

/** Returns a problem as a line: where, code, expected, received. */
export const formatProblem = ({ code, expected, received, where }: Problem): string =>
  `${where === undefined ? '' : `${where}: `}${code}: expected ${expected}, received ${received}`

/** Returns the name of a shard, in words. */
export const shardName = ({ prefix, organization, account, region, trail, backfill }: ShardId): string =>
  [prefix, organization, account, region, trail ?? '(no digests)', ...(backfill ? ['backfill'] : [])]
    .flatMap((part) => (part === undefined ? [] : printable(part)))
    .join(' ')

const shardLine = ({ id, digests, logs }: ShardReport): string =>
  `${shardName(id)}: ${plural(digests.total, 'digest')}, ${plural(logs.total, 'log')}`

const segmentLine = ({ from, to, label, problems }: Segment): string =>
  `${from} to ${to}  ${wordOf(label)}${problems.length === 0 ? '' : `  ${problems.join(', ')}`}`

const wordOf = (label: string): string => label.toLowerCase().replaceAll('_', ' ')

const moreLine = (more: number): ReadonlyArray<string> => (more === 0 ? [] : [`and ${number(more)} problems more`])

const number = (value: number): string => value.toLocaleString('en-US')

/** Returns the last line of a report: how much there is, what it comes to, and what is proven. */
export function summaryLine({ totals, verdict, shards }: IntegrityReport): string {
  const { digests, logs, unreferenced, problems } = totals
  const verified = shards.flatMap(({ coverage }) => coverage.filter(({ label }) => label === 'VERIFIED'))
  const from = verified.map((segment) => segment.from).sort()[0]
  const to = verified
    .map((segment) => segment.to)
    .sort()
    .at(-1)
  const parts = [
    `${plural(totals.shards, 'shard')}, ${plural(digests.total, 'digest')}, ${plural(logs.total, 'log')}: ${wordOf(verdict)}`,
    plural(problems, 'problem'),
    ...(unreferenced.outside + unreferenced.pending + unreferenced.kindNotDigested === 0
      ? []
      : [`${number(unreferenced.outside + unreferenced.pending + unreferenced.kindNotDigested)} logs not covered`]),
    ...(from === undefined || to === undefined ? [] : [`covered ${from} to ${to}${hasGaps(shards, from, to) ? ', with gaps' : ''}`]),
  ]
  return parts.join('; ')
}

const hasGaps = (shards: ReadonlyArray<ShardReport>, from: string, to: string): boolean =>
  shards.some(({ coverage }) => coverage.some((segment) => segment.label !== 'VERIFIED' && segment.from < to && segment.to > from))

const plural = (value: number, noun: string): string => `${number(value)} ${noun}${value === 1 ? '' : 's'}`

function markdownOf(report: IntegrityReport): ReadonlyArray<string> {
  const problems = report.shards.flatMap((shard) => shard.problems)
  return [
    '# Integrity of CloudTrail log files',
    '',
    `**${summaryLine(report)}**`,
    '',
    '| shard | from | to | what is known | problems |',
    '| --- | --- | --- | --- | --- |',
    ...report.shards.flatMap((shard) =>
      shard.coverage.map(
        ({ from, to, label, problems: codes }) =>
          `| ${cell([shard.id.account, shard.id.region, shard.id.trail ?? ''].join(' '))} | ${from} | ${to} | ${wordOf(label)} | ${codes.join(', ')} |`,
      ),
    ),
    ...(problems.length === 0 ? [] : ['', '## Problems', '', ...problems.map((problem) => `- ${cell(formatProblem(problem))}`)]),
    '',
    '## Keys',
    '',
    ...report.keys.map(({ fingerprint, sha256, bits, source }) => `- ${fingerprint}, SHA-256 ${sha256}, ${bits} bits: ${cell(source)}`),
    '',
    '## What this does not prove',
    '',
    ...report.limits.map((limit) => `- ${limit}`),
  ]
}

/** Markdown of a table is cut by pipes. */
const cell = (value: string): string => value.replaceAll('|', '\\|')
