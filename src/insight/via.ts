/**
 * Through what a call was made: an engine or a client. Every rule cites a record or a document; where none fits, the
 * answer is `UNKNOWN`.
 *
 * @module
 */
import { matchesGlob } from '../event/glob.js'
import { memberOf } from '../event/member-of.js'
import { total } from '../event/total.js'
import { actorOf } from './actor.js'
import { parseBoolean } from './boolean.js'
import { stringAt } from './string-at.js'
import type { ViaKind } from './via-kinds.js'

/**
 * Through what a call was made, and the evidence.
 *
 * @category insights
 * @since 0.1.0
 */
export interface CallVia {
  /** The engine or client. */
  readonly kind: ViaKind
  /** The member of the record that shows it, such as `userIdentity.invokedBy`; left out with `UNKNOWN`. */
  readonly from?: string
  /**
   * Whether the caller chose the value: anyone may send any `userAgent` and choose any name for a session. `false`
   * where AWS wrote it. Left out with `UNKNOWN`.
   */
  readonly claimed?: boolean
  /** The document or published record that the rule cites; left out with `UNKNOWN`. */
  readonly evidence?: string
}

const GUIDE = 'https://docs.aws.amazon.com/'
const CONTENTS = `${GUIDE}awscloudtrail/latest/userguide/cloudtrail-event-reference-record-contents.html`
const SESSIONS = `${GUIDE}lake-formation/latest/dg/cross-account-logging.html`
const AUDITING = 'https://github.com/aws/aws-lakeformation-best-practices content/auditing/lake-formation-cloudtrail.md'
const MCP = `${GUIDE}agent-toolkit/latest/userguide/logging-using-cloudtrail.html`
const EVENTS = 'https://github.com/cloud-custodian/cloud-custodian tests/data/cwe'
const TRAILS = 'https://github.com/adanalvarez/TrailDiscover docs/logExamples'
const PROVIDER = 'https://github.com/hashicorp/terraform-provider-aws internal/service/glue/crawler.go'

/** The members that rules read. */
const SERVICE = 'userIdentity.invokedBy'
const REQUESTER = 'additionalEventData.requesterService'
const ADDRESS = 'sourceIPAddress'
const SESSION = 'session'
const AGENT = 'userAgent'
const TYPE = 'eventType'
const FLAG = 'sessionCredentialFromConsole'

/** The first rule that fits decides. `*` matches any characters. */
const RULES: ReadonlyArray<readonly [kind: ViaKind, from: string, pattern: string, evidence: string]> = [
  ['MCP', TYPE, 'AwsMcpEvent', MCP],
  ['MCP', SERVICE, 'aws-mcp.amazonaws.com', MCP],
  ['MCP', ADDRESS, 'aws-mcp.amazonaws.com', MCP],
  ['ATHENA', SERVICE, 'athena.amazonaws.com', AUDITING],
  ['REDSHIFT', SERVICE, 'redshift.amazonaws.com', AUDITING],
  ['EMR', SERVICE, 'ops.emr-serverless.amazonaws.com', AUDITING],
  ['CLOUDFORMATION', SERVICE, 'cloudformation.amazonaws.com', EVENTS],
  ['ATHENA', REQUESTER, 'ATHENA', AUDITING],
  ['REDSHIFT', REQUESTER, 'REDSHIFT', AUDITING],
  ['EMR', REQUESTER, 'EMRSERVERLESS', AUDITING],
  ['GLUE_JOB', REQUESTER, 'GLUE_JOB', SESSIONS],
  ['GLUE_JOB', SESSION, 'GlueJobRunnerSession', SESSIONS],
  ['CRAWLER', SESSION, 'AWS-Crawler', PROVIDER],
  ['GLUE_JOB', SESSION, 'AWSLF-00-GL-*', SESSIONS],
  ['ATHENA', SESSION, 'AWSLF-00-AT-*', SESSIONS],
  ['REDSHIFT', SESSION, 'AWSLF-00-RE-*', SESSIONS],
  ['LAKE_FORMATION', SESSION, 'AWSLF-*', SESSIONS],
  ['SERVICE', SERVICE, '*.amazonaws.com', CONTENTS],
  ['CONSOLE', TYPE, 'AwsConsole*', CONTENTS],
  ['MCP', AGENT, 'aws-mcp.amazonaws.com', MCP],
  ['TERRAFORM', AGENT, '*HashiCorp/1.0 Terraform/*', TRAILS],
  ['CLI', AGENT, 'aws-cli/*', CONTENTS],
  ['CONSOLE', FLAG, 'true', CONTENTS],
  ['CONSOLE', AGENT, 'console.*', CONTENTS],
  ['CONSOLE', AGENT, 'signin.amazonaws.com', CONTENTS],
  ['SDK', AGENT, 'aws-sdk-*', CONTENTS],
  ['SDK', AGENT, '* Botocore/*', EVENTS],
  ['SERVICE', AGENT, '*.amazonaws.com', CONTENTS],
]

/**
 * Returns through what a call was made: the engine or the client, and the member that shows it. A person who queries
 * with Athena from the console calls Glue through Athena; the command line in CloudShell is the command line; a program
 * of one's own is an SDK.
 *
 * @param record - Any record, of any family, nonconforming ones included.
 * @returns The kind and its evidence; `{ kind: 'UNKNOWN' }` where no rule fits.
 *
 * @example
 * import { viaOf } from 'glue-trail'
 *
 * const via = viaOf({ userAgent: 'aws-cli/1.11.148 Python/3.6.1 Darwin/16.7.0 botocore/1.7.6' })
 * assert.strictEqual(via.kind, 'CLI')
 * assert.strictEqual(via.from, 'userAgent')
 * assert.strictEqual(via.claimed, true)
 * assert.deepStrictEqual(viaOf({ userAgent: 'curl/8.0' }), { kind: 'UNKNOWN' })
 *
 * @category insights
 * @since 0.1.0
 */
export function viaOf(record: unknown): CallVia {
  return total(readVia, record)
}

function readVia(record: unknown): CallVia {
  const session = actorOf(record).session
  const agent = stringAt(record, AGENT)
  const strings: Readonly<Record<string, string | undefined>> = {
    [SERVICE]: stringAt(record, 'userIdentity', 'invokedBy'),
    [REQUESTER]: stringAt(record, 'additionalEventData', 'requesterService'),
    [ADDRESS]: stringAt(record, ADDRESS),
    [SESSION]: session,
    [TYPE]: stringAt(record, TYPE),
    [FLAG]: parseBoolean(memberOf(record, FLAG)) === true ? 'true' : undefined,
    // Some services write it in brackets.
    [AGENT]: agent?.startsWith('[') ? agent.slice(1) : agent,
  }
  for (const [kind, from, pattern, evidence] of RULES) {
    const given = strings[from]
    if (given === undefined || !matchesGlob(pattern, given)) continue
    const inArn = stringAt(record, 'userIdentity', 'arn')?.endsWith(`/${session}`) === true
    const member = from === SESSION ? `userIdentity.${inArn ? 'arn' : 'principalId'}` : from
    return { kind, from: member, claimed: from === AGENT || from === SESSION, evidence }
  }
  return { kind: 'UNKNOWN' }
}
