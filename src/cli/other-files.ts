/**
 * Which files are no log files and no damage: digests and files of other services, by what is in them, and else by
 * where AWS's services write.
 *
 * @module
 */
import { parseTrailKey } from '../source/envelope/trail-key.js'
import type { LogBatch } from '../source/log-entry.js'
import { OTHER_JSON } from '../source/log-issue.js'
import { STANDARD_INPUT } from './logs.js'

/** The folders of services below the folder of an account; CloudTrail's own are in none of them. */
const SERVICES: ReadonlyMap<string, string> = new Map([
  ['Config', 'Config file'],
  ['vpcflowlogs', 'flow log'],
  ['elasticloadbalancing', 'load balancer log'],
  ['WAFLogs', 'WAF log'],
  ['vpcdnsquerylogs', 'DNS query log'],
  ['GuardDuty', 'GuardDuty file'],
])

const TRAIL_FOLDER = /^CloudTrail(?:-|$)/
const ACCOUNT = /^(?:aws-account-id=)?\d{12}$/
const ORGANIZATION = /^o-[a-z0-9]{1,32}$/
const TEST_FILE = /^ELB|TestFile$/

/** The kind of valid JSON that is nothing else. */
export const JSON_FILE = 'JSON file'

/** A file whose name ends in another way is no log file, so that it may be empty. */
const LOG_NAME = /\.(?:json|jsonl|ndjson|log|gz)$/i

/** Whether CloudTrail stores a log file under such a path: then it is one, whatever is in it. */
export function isLogPath(path: string): boolean {
  const key = parseTrailKey(partsOf(path).slice(-10).join('/'))
  return key !== undefined && key.kind !== 'Digest'
}

/**
 * Returns what a file without records is if it is no damage, such as `digest` or `flow log`; `undefined` for a log
 * file.
 */
export function otherKindOf({ source, issues, counts }: Pick<LogBatch, 'source' | 'issues' | 'counts'>): string | undefined {
  if (counts.records > 0 || isLogPath(source)) return undefined
  for (const { code, received } of issues) {
    if (code === 'DIGEST_FILE') return 'digest'
    if (code === 'OTHER_FILE') return received.replace(/^an? /, '')
    if (code === 'EMPTY') return kindByPath(source) ?? emptyKind(source)
    if (code === 'NOT_A_LOG') return kindByPath(source) ?? (received === OTHER_JSON.received ? JSON_FILE : undefined)
  }
  return undefined
}

/** Returns the kind of a file in a folder of another service. */
function kindByPath(path: string): string | undefined {
  const names = partsOf(path)
  const root = names.lastIndexOf('AWSLogs')
  if (root < 0) return undefined
  const below = names.slice(root + 1)
  if (ORGANIZATION.test(below[0] ?? '')) below.shift()
  const [account = '', folder = '', ...rest] = below
  if (!ACCOUNT.test(account) || folder === '' || TRAIL_FOLDER.test(folder)) return undefined
  if (rest.length === 0) return TEST_FILE.test(folder) ? 'load balancer test file' : 'test file'
  return SERVICES.get(folder.replace(/^aws-service=/, '')) ?? 'other service log'
}

/** Services and people write empty objects to mark a folder or the end of a job. */
const emptyKind = (path: string): string | undefined => (path === STANDARD_INPUT || LOG_NAME.test(path) ? undefined : 'empty file')

const partsOf = (path: string): Array<string> => path.split(/[/\\]/)
