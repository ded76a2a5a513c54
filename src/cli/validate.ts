/**
 * The command `validate`: which digest and log files are what CloudTrail delivered.
 *
 * @module
 */
import { createHash } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import type { Command } from 'commander'
import { awsKeys } from '../aws/aws-keys.js'
import { trailStore } from '../aws/trail-store.js'
import { parseFilterTime } from '../filter/instant.js'
import { coverageLines, formatProblem, shardName, summaryLine } from '../integrity/format-report.js'
import type { IntegrityEvent } from '../integrity/integrity-event.js'
import { keysFromText } from '../integrity/key-text.js'
import type { ValidateOptions } from '../integrity/options.js'
import { IntegrityReport } from '../integrity/report.js'
import { validateTrail } from '../integrity/validate-trail.js'
import { folderStore } from '../node/folder-store.js'
import type { EvidenceStore, KeySource } from '../source/evidence.js'
import { escaped } from './escape.js'
import { EvidenceBundle } from './evidence-bundle.js'
import { FOUND, INCOMPLETE, OK } from './exit-code.js'
import type { ValidateCommandOptions } from './program.js'
import { isS3Path, s3PathOf } from './s3-path.js'
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
  screen.end(counts())
  return report.verdict === 'VERIFIED' ? OK : report.verdict === 'PROBLEMS' ? FOUND : INCOMPLETE
}

/** What is validated, from the options of the command line. */
async function optionsOf(options: ValidateCommandOptions, now: Date, command: Command): Promise<ValidateOptions> {
  const timeOf = (name: 'from' | 'to'): Date | undefined => {
    const content = options[name]
    if (content === undefined) return undefined
    const time = parseFilterTime(content, now.getTime())
    if (time === undefined) return command.error(`error: --${name}: expected a date, a date with a time, or a time ago such as 24h`)
    return new Date(time)
  }
  const from = timeOf('from')
  const to = timeOf('to')
  if (from !== undefined && from >= (to ?? now)) return command.error("error: '--from' has to be before '--to'")
  const after = options.after === undefined ? undefined : await reportIn(options.after, command)
  return {
    now,
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
    ...(options.account === undefined ? {} : { accounts: options.account }),
    ...(options.region === undefined ? {} : { regions: options.region }),
    ...(options.trail === undefined ? {} : { trails: options.trail }),
    ...(options.logs === false ? { logs: 'none' } : {}),
    ...(options.unreferenced === false ? { unreferenced: false } : {}),
    ...(options.followBucket === undefined ? {} : { buckets: options.followBucket }),
    ...(options.workers === undefined ? {} : { concurrency: options.workers }),
    ...(after === undefined ? {} : { after }),
  }
}

async function reportIn(path: string, command: Command): Promise<IntegrityReport> {
  let value: unknown
  try {
    value = JSON.parse(await readFile(path, 'utf8'))
  } catch {
    value = undefined
  }
  return IntegrityReport.is(value) ? value : command.error(`error: --after: ${escaped(path)} is no report of this command`)
}

interface Source {
  readonly store: EvidenceStore
  /** What of a bucket the path names. */
  readonly scope: Pick<ValidateOptions, 'accounts' | 'organization' | 'regions'>
  /** A line that says what it took. */
  readonly counts: () => string | undefined
}

/** The store that the paths name: folders, or one place in S3. */
async function storeOf(
  paths: ReadonlyArray<string>,
  options: Pick<ValidateCommandOptions, 'signatures'>,
  command: Command,
): Promise<Source> {
  const [first = ''] = paths
  if (!paths.some(isS3Path)) {
    const store = await folderStore(paths, options.signatures === undefined ? {} : { signatures: options.signatures })
    return { store, scope: {}, counts: () => undefined }
  }
  if (paths.length > 1) return command.error('error: one s3://BUCKET, or folders')
  const { bucket, key, prefix, ...scope } = s3PathOf(first)
  if (key !== undefined) return command.error('error: s3://BUCKET or a prefix of it, not a file')
  const store = trailStore({ bucket, ...(prefix === undefined ? {} : { prefix }) })
  const counts = { lists: 0, reads: 0 }
  const counted: EvidenceStore = {
    ...store,
    list: async function* (request, signal) {
      let listed = 0
      for await (const object of store.list(request, signal)) {
        if (listed++ % 1000 === 0) counts.lists++
        yield object
      }
      if (listed === 0) counts.lists++
    },
    folders: (...request) => {
      counts.lists++
      return store.folders(...request)
    },
    read: (...request) => {
      counts.reads++
      return store.read(...request)
    },
  }
  return { store: counted, scope, counts: () => `${escaped(first)}: ${counts.lists} requests to list, ${counts.reads} to read` }
}

/** Where keys come from: a file, CloudTrail, or nowhere. */
async function keysOf(
  paths: ReadonlyArray<string>,
  { publicKeys }: Pick<ValidateCommandOptions, 'publicKeys'>,
  command: Command,
): Promise<KeySource> {
  if (publicKeys === undefined) return paths.some(isS3Path) ? awsKeys() : async () => []
  const bytes = await readFile(publicKeys)
  const keys = keysFromText(bytes.toString('utf8'), `a file with SHA-256 ${createHash('sha256').update(bytes).digest('hex')}`)
  if (keys._tag === 'Left') return command.error(`error: --public-keys: ${keys.left.map(formatProblem).join(', ')}`)
  return async () => keys.right
}

type Form = NonNullable<ValidateCommandOptions['format']>

/** What is written of an event as it comes. */
function lineOf(event: IntegrityEvent, form: Form): string {
  if (form === 'json') return ''
  if (form === 'ndjson') return `${JSON.stringify({ ...event, file: undefined, evidence: undefined })}\n`
  if (event.kind === 'SHARD_FOUND') return `${escaped(shardName(event.shard))}\n`
  if (event.kind === 'COVERED') return ''
  return event.problems.map((problem) => `${escaped(formatProblem(problem))}\n`).join('')
}

async function writeReport(report: IntegrityReport, form: Form, { write }: Screen): Promise<void> {
  if (form === 'json') await write(`${JSON.stringify(report, undefined, 2)}\n`)
  else if (form === 'ndjson') await write(`${JSON.stringify({ kind: 'REPORT', report })}\n`)
  else await write([...coverageLines(report).map(escaped), summaryLine(report), ''].join('\n'))
}
