/**
 * Files of other services, which buckets hold beside log files: snapshots of Config, flow logs, access logs. They have
 * no records, and they are no damage.
 *
 * @module
 */
import { DIGEST_FILE, type LogIssue } from './log-issue.js'

/** The number of UTF-16 units at the beginning of a file that are compared. */
export const HEAD = 4096

/** A digest lists log files and has no records. */
const DIGEST = ['digestStartTime', 'digestEndTime']

/** Kinds of JSON, by members that the first object of a file has. */
const JSON_KINDS: ReadonlyArray<readonly [kind: string, members: ReadonlyArray<string>]> = [
  ['a Config file', ['fileVersion', 'configurationItems']],
  ['a Config file', ['configSnapshotId', 'configurationItems']],
  ['a WAF log', ['webaclId', 'httpRequest', 'terminatingRuleId']],
  ['a DNS query log', ['query_timestamp', 'query_name', 'rcode']],
  ['a GuardDuty file', ['schemaVersion', 'severity', 'resource', 'service']],
  ['an inventory manifest', ['sourceBucket', 'destinationBucket', 'fileSchema']],
]

/** Kinds of other content, by how it begins. */
const TEXT_KINDS: ReadonlyArray<readonly [kind: string, form: RegExp]> = [
  ['a load balancer log', /^(?:https?|h2|grpcs|wss?) \d{4}-\d\d-\d\dT[\d:.]{8,18}Z [^\s/]{1,64}\/[^\s/]{1,64}\/\S{1,64} /],
  ['a load balancer log', /^tls [\d.]{3,6} \d{4}-\d\d-\d\dT[\d:.]{8,18}Z? net\//],
  ['a load balancer log', /^\d{4}-\d\d-\d\dT[\d:.]{8,18}Z \S{1,64} [\d.]{7,15}:\d{1,5} (?:[\d.]{7,15}:\d{1,5}|-) /],
  ['a load balancer test file', /^Enable (?:Access|Connection)Log for /i],
  ['an S3 access log', /^[0-9a-f]{64} \S{1,64} \[\d\d\/[A-Z][a-z]{2}\/\d{4}:/],
  ['a CloudFront log', /^#Version: [\d.]{1,9}\r?\n#Fields: /],
  ['a Parquet file', /^PAR1/],
]

/** Fields of flow logs; each flow log has at least two of them. */
const FLOW_FIELDS: ReadonlySet<string> = /* @__PURE__ */ new Set([
  'version',
  'account-id',
  'interface-id',
  'srcaddr',
  'dstaddr',
  'srcport',
  'dstport',
  'protocol',
  'packets',
  'bytes',
  'start',
  'end',
  'action',
  'log-status',
])

const FIELD = /^[a-z][a-z0-9-]{1,63}$/

/**
 * Returns the issue of a file whose first value is an object with certain members; `undefined` if they are of no other
 * kind.
 */
export function otherJson(has: (name: string) => boolean): LogIssue | undefined {
  if (DIGEST.every(has)) return DIGEST_FILE
  const kind = JSON_KINDS.find(([, members]) => members.every(has))?.[0]
  return kind === undefined ? undefined : otherFile(kind)
}

/** Returns the issue of a file that begins with these characters; `undefined` if they are of no other kind. */
export function otherText(head: string): LogIssue | undefined {
  const kind = isFlowLog(head) ? 'a flow log' : TEXT_KINDS.find(([, form]) => form.test(head))?.[0]
  return kind === undefined ? undefined : otherFile(kind)
}

/** The first line of a flow log names its fields, which its owner chooses. */
function isFlowLog(head: string): boolean {
  const fields = head.slice(0, head.search(/[\r\n]/)).split(' ')
  return fields.every((field) => FIELD.test(field)) && fields.filter((field) => FLOW_FIELDS.has(field)).length > 1
}

const otherFile = (received: string): LogIssue => ({ code: 'OTHER_FILE', expected: 'a log file', received })
