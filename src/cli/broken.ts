/**
 * Reports what is broken in a file: each fault with its position and cause, never with a value.
 *
 * @module
 */
import { getSystemErrorMap } from 'node:util'
import { printIssue } from '../codec/issue.js'
import type { LogBatch } from '../source/log-entry.js'
import { formatLogIssues, type LogIssue, type LogIssueCode } from '../source/log-issue.js'
import { escaped } from './escape.js'
import { STANDARD_INPUT } from './logs.js'
import { otherKindOf } from './other-files.js'

/** Issues that are not damage: formats that write a record's own bytes keep its integers. */
const SOUND: ReadonlyArray<LogIssueCode> = ['NOTICE', 'UNSAFE_INTEGER', 'UNSAFE_NUMBER', 'INVALID_UTF8']

/** Issues of files that are not logs: not damage of files of other kinds. */
const NO_LOG: ReadonlyArray<LogIssueCode> = ['EMPTY', 'NOT_A_LOG', 'OTHER_FILE', 'DIGEST_FILE']

/** Returns lines that report what is broken: first the issues of the file, then values that are not records. */
export function brokenIn(batch: Pick<LogBatch, 'source' | 'issues' | 'entries' | 'counts'>): ReadonlyArray<string> {
  const { source, issues, entries } = batch
  // If the command before the pipe finds nothing, it writes nothing.
  const ofInput: ReadonlyArray<LogIssueCode> = source === STANDARD_INPUT ? ['EMPTY'] : []
  const sound = [...SOUND, ...ofInput, ...(issues.length > 0 && otherKindOf(batch) !== undefined ? NO_LOG : [])]
  const ofFile = issues.filter(({ code }) => !sound.includes(code)).flatMap((issue) => unreadable(issue) ?? formatLogIssues([issue]))
  const ofRecords = entries.flatMap(({ result, index, start, names }) =>
    // One that is too large is among the issues of the file.
    result._tag === 'Left' && names === undefined ? [`record ${index}, byte ${start}: ${printIssue(result.left[0])}`] : [],
  )
  return [...ofFile, ...ofRecords].map((line) => `${escaped(source)}: ${line}`)
}

/** The most objects that are named for one notice. */
const MOST_OBJECTS = 10

/** Returns lines that report the notices, the objects they name, and how to read them. */
export function noticesIn({ source, issues, objects = [] }: Pick<LogBatch, 'source' | 'issues' | 'objects'>): ReadonlyArray<string> {
  const notices = issues.filter(({ code }) => code === 'NOTICE').map(({ received }) => `${source}: holds no record: ${received}`)
  const named = objects
    .slice(0, MOST_OBJECTS)
    .map(({ bucket, key }) => `${source}: read what it names with: glue-trail decode 's3://${bucket}/${key}'`)
  const more = objects.length - named.length
  // Equal lines are one: a queue has many notices, and how to read their objects must come before the limit of lines.
  return [...new Set(notices), ...named, ...(more > 0 ? [`${source}: it names ${more} more`] : [])]
}

/** Returns whether the file is a digest file, which lists log files and their hashes and has no records. */
export const isDigestBatch = ({ issues }: Pick<LogBatch, 'issues'>): boolean => issues.some(({ code }) => code === 'DIGEST_FILE')

/** Returns the system's own message for a file that cannot be read, as in other commands. */
function unreadable({ code, received }: LogIssue): string | undefined {
  if (code !== 'UNREADABLE') return undefined
  return [...getSystemErrorMap().values()].find(([name]) => name === received)?.[1]
}
