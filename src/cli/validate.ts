/**
 * The command `validate`: which digest and log files are what CloudTrail delivered.
 *
 * @module
 */
import { writeFile } from 'node:fs/promises'
import type { Command } from 'commander'
import { parseFilterTime } from '../filter/instant.js'
import { coverageLines, formatProblem, shardName, summaryLine } from '../integrity/format-report.js'
import type { IntegrityEvent } from '../integrity/integrity-event.js'
import type { ValidateOptions } from '../integrity/options.js'
import { IntegrityReport } from '../integrity/report.js'
import { validateTrail } from '../integrity/validate-trail.js'
import { defined } from '../source/defined.js'
import { escaped, escapedLines } from './escape.js'
import { EvidenceBundle } from './evidence-bundle.js'
import { keysOf, storeOf } from './evidence-source.js'
import { FOUND, INCOMPLETE, OK } from './exit-code.js'
import { optionFile } from './option-file.js'
import type { ValidateCommandOptions } from './options.js'
import { type Screen, type Streams, screenOf } from './screen.js'

/** Runs the command and returns its exit status. */
export async function validate(
  paths: ReadonlyArray<string>,
  options: ValidateCommandOptions,
  command: Command,
  streams: Streams,
): Promise<number> {
  const now = new Date()
  const validation = await optionsOf(options, now, command)
  const { store, scope, counts } = await storeOf(paths, options, command)
  const keys = await keysOf(paths, options, command)
  const bundle = options.evidence === undefined ? undefined : await EvidenceBundle.open(options.evidence)
  const screen = await screenOf(streams, undefined, options.color)
  const run = validateTrail(store, keys, { ...validation, ...scope, ...(bundle === undefined ? {} : { evidence: true }) })
  let bytes = 0
  for await (const event of run) {
    await bundle?.add(event)
    await screen.write(lineOf(event, options.format ?? 'text'))
    if (event.kind !== 'LOG_CHECKED') continue
    bytes += event.bytes
    screen.advance(bytes)
  }
  const plain = await run.report()
  const report = bundle === undefined ? plain : await bundle.close(plain)
  if (options.report !== undefined) await writeFile(options.report, `${JSON.stringify(report, undefined, 2)}\n`)
  await writeReport(report, options.format ?? 'text', screen)
  await screen.end(counts())
  return report.verdict === 'VERIFIED' ? OK : report.verdict === 'PROBLEMS' ? FOUND : INCOMPLETE
}

/** What is validated, from the options of the command line. */
async function optionsOf(options: ValidateCommandOptions, now: Date, command: Command): Promise<ValidateOptions> {
  const timeOption = (name: 'from' | 'to'): Date | undefined => {
    const content = options[name]
    if (content === undefined) return undefined
    const time = parseFilterTime(content, now.getTime())
    if (time === undefined)
      return command.error(`error: --${name} '${content}': expected a date, a date with a time, or a time ago such as 24h`)
    return new Date(time)
  }
  const from = timeOption('from')
  const to = timeOption('to')
  if (from !== undefined && from >= (to ?? now)) return command.error("error: '--from' has to be before '--to'")
  const after = options.after === undefined ? undefined : await reportIn(options.after, command)
  return {
    now,
    ...defined({ from, to, accounts: options.account, regions: options.region, trails: options.trail }),
    ...(options.logs === false ? { logs: 'none' } : {}),
    ...(options.unreferenced === false ? { unreferenced: false } : {}),
    ...defined({ buckets: options.followBucket, concurrency: options.workers, after }),
  }
}

async function reportIn(path: string, command: Command): Promise<IntegrityReport> {
  const bytes = await optionFile('--after', path).catch(({ message }: Error) => command.error(`error: ${message}`))
  let value: unknown
  try {
    value = JSON.parse(bytes.toString('utf8'))
  } catch {
    value = undefined
  }
  return IntegrityReport.is(value) ? value : command.error(`error: --after: ${escaped(path)} is not a report of this command`)
}

type Form = NonNullable<ValidateCommandOptions['format']>

/** What is written of an event as it comes. */
function lineOf(event: IntegrityEvent, form: Form): string {
  if (form === 'json') return ''
  if (form === 'ndjson') return `${escaped(JSON.stringify({ ...event, file: undefined, evidence: undefined }))}\n`
  if (event.kind === 'SHARD_FOUND') return `${escaped(shardName(event.shard))}\n`
  if (event.kind === 'COVERED') return ''
  return event.problems.map((problem) => `${escaped(formatProblem(problem))}\n`).join('')
}

async function writeReport(report: IntegrityReport, form: Form, { write }: Screen): Promise<void> {
  if (form === 'json') await write(`${escapedLines(JSON.stringify(report, undefined, 2))}\n`)
  else if (form === 'ndjson') await write(`${escaped(JSON.stringify({ kind: 'REPORT', report }))}\n`)
  else await write([...coverageLines(report).map(escaped), summaryLine(report), ''].join('\n'))
}
