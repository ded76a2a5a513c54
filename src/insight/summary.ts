/**
 * A record in one line of English.
 *
 * @module
 */
import { printable } from '../codec/path.js'
import { kindOfRecord } from '../event/classify.js'
import { memberOf } from '../event/member-of.js'
import { isOmitted } from '../event/omitted.js'
import { total } from '../event/total.js'
import { accountOf } from './account.js'
import { type Actor, actorOf } from './actor.js'
import { denialOf } from './denial.js'
import { eventTimeOf } from './event-time.js'
import { readGlueArn } from './glue-arn.js'
import type { GlueResource } from './glue-resource.js'
import { type CallOutcome, hasFailed, outcomeOf } from './outcome.js'
import { type Phrase, phraseOf } from './phrase.js'
import { resourcesOf } from './resources.js'
import { MARK, secretIn } from './secret.js'
import { stringAt } from './string-at.js'

/**
 * Returns a record in one line: when, who, what to which resource, in which account and region, from where. Denied and
 * failed calls say so, and so do those whose request was omitted. A role is named with its session, and a service that
 * calls for someone with both.
 *
 * The line holds names, ids, addresses and codes of the record, each escaped, cut at 64 characters, and hidden where it
 * looks like a secret; no other value of the request, and no message. It is for people: its wording may change in any
 * version.
 *
 * @param record - Any record, of any family, nonconforming ones included.
 * @returns One line without a line end.
 *
 * @example
 * import { summaryOf } from 'glue-trail'
 *
 * assert.strictEqual(summaryOf({
 *   eventSource: 'glue.amazonaws.com', eventName: 'CreateConnection', eventTime: '2017-10-13T00:19:19Z', awsRegion: 'us-east-1',
 *   userIdentity: { type: 'IAMUser', userName: 'johndoe', accountId: '123456789012' }, sourceIPAddress: '72.21.198.66',
 *   requestParameters: { connectionInput: { name: 'test-connection-alpha', connectionType: 'JDBC' } },
 * }), '2017-10-13 00:19:19Z johndoe created connection test-connection-alpha (JDBC) in 123456789012 us-east-1 from 72.21.198.66')
 *
 * @category insights
 * @since 0.1.0
 */
export function summaryOf(record: unknown): string {
  return total(sentence, record)
}

function sentence(record: unknown): string {
  const kind = kindOfRecord(record)
  if (kind === undefined) return 'no CloudTrail record'
  const call = kind !== 'insight' && kind !== 'aggregated'
  const account = accountOf(record)
  const region = stringAt(record, 'awsRegion')
  const address = stringAt(record, 'sourceIPAddress')
  const actor = actorOf(record)
  const where = [account, region].flatMap((content) => (content === undefined ? [] : shown(content))).join(' ')
  return [
    timeText(record),
    call ? `${actorText(actor)} ${callText(record, kind !== 'otherService')}` : otherText(record, kind === 'insight'),
    where === '' ? '' : ` in ${where}`,
    // A service is named in both members.
    address === undefined || address === actor.invokedBy ? '' : ` from ${shown(address)}`,
    actor.flags.copy === true ? ', copied from the log of the account that called' : '',
  ].join('')
}

/** Returns a string of the record that is safe to print: without secrets and control characters, and cut. */
const shown = (content: string): string => (secretIn(content) === undefined ? printable(content) : MARK)

function timeText(record: unknown): string {
  const time = eventTimeOf(record)
  return time === undefined ? 'at an unknown time ' : `${new Date(time).toISOString().slice(0, 19).replace('T', ' ')}Z `
}

function actorText(actor: Actor): string {
  const { kind, name, role, session, accountId, invokedBy } = actor
  const via = invokedBy === undefined || kind === 'SERVICE' ? '' : ` through ${shown(invokedBy)}`
  if (role !== undefined) return `role ${shown(role)}${session === undefined ? '' : ` (session ${shown(session)})`}${via}`
  const named = name ?? session
  if (named !== undefined) return shown(named) + via
  return (kind === 'ACCOUNT' && accountId !== undefined ? `account ${shown(accountId)}` : 'someone unknown') + via
}

/** Paths of the value in brackets after the resource, by API: only kinds and ids. */
const DETAILS: Readonly<Record<string, ReadonlyArray<string>>> = {
  CreateConnection: ['requestParameters', 'connectionInput', 'connectionType'],
  CreateTrigger: ['requestParameters', 'type'],
  StartJobRun: ['responseElements', 'jobRunId'],
  StartWorkflowRun: ['responseElements', 'runId'],
  TestConnection: ['requestParameters', 'testConnectionInput', 'connectionType'],
  UpdateConnection: ['requestParameters', 'connectionInput', 'connectionType'],
}

function callText(record: unknown, glue: boolean): string {
  const api = stringAt(record, 'eventName') ?? ''
  const phrase = glue
    ? phraseOf(api)
    : { present: 'call', past: 'called', noun: `${api} of ${stringAt(record, 'eventSource') ?? ''}`, end: '' }
  const outcome = outcomeOf(record)
  const { kind = 'SUCCEEDED' } = outcome ?? {}
  const detail = Object.hasOwn(DETAILS, api) && glue ? stringAt(record, ...(DETAILS[api] ?? [])) : undefined
  const notes = [...(detail === undefined ? [] : [shown(detail)]), ...outcomeNotes(record, outcome)]
  const request = memberOf(record, 'requestParameters')
  if (isOmitted(request)) notes.push(`request of ${shown(String(request.originalSize))} bytes omitted`)
  const isDone = kind === 'SUCCEEDED' || kind === 'PARTIAL'
  const verb = isDone ? phrase.past : `${kind === 'DENIED' ? 'was not allowed' : 'failed'} to ${phrase.present}`
  return [verb, objectText(record, phrase, glue, isDone), phrase.end, notes.length === 0 ? '' : `(${notes.join(', ')})`]
    .filter((part) => part !== '')
    .join(' ')
}

const GLUE_ACTION = 'glue:'

/** Returns why a call failed, and how many items of a batch did. */
function outcomeNotes(record: unknown, outcome: CallOutcome | undefined): Array<string> {
  const { kind = 'SUCCEEDED', code, items = [] } = outcome ?? {}
  const failed = items.filter((item) => hasFailed(item.kind)).length
  const unknown = items.filter((item) => item.kind === 'UNKNOWN').length
  const { action, resource, permission } = (kind === 'DENIED' ? denialOf(record) : undefined) ?? {}
  // Where another action was refused, such as iam:PassRole, its resource is not what the call acts on.
  const other =
    action === undefined || action.startsWith(GLUE_ACTION)
      ? undefined
      : `${shown(action)}${resource === undefined ? '' : ` on ${shown(resource)}`}`
  const required = other ?? (permission === undefined ? undefined : `Lake Formation permission ${shown(permission)}`)
  const cause = [kind === 'SUCCEEDED' || code === undefined ? undefined : shown(code), required]
    .filter((note) => note !== undefined)
    .join(': ')
  return [
    ...(cause === '' ? [] : [cause]),
    // Where all that are known failed, there were others.
    ...(kind === 'PARTIAL' ? [`${failed}${failed < items.length ? ` of ${items.length}` : ''} failed`] : []),
    ...(unknown === 0 ? [] : [`${unknown} ${unknown === 1 ? 'item' : 'items'} unknown`]),
  ]
}

/** A preposition at the end of a phrase. */
const PREPOSITION = / (?:in|of|through)$/

/** Resources that contain what is named. */
const CONTAINERS: ReadonlyArray<string> = ['catalog', 'database']

/** So many names are shown. */
const MOST = 3

/**
 * What it was done to: `connection orders`, or `tables in database sales` where the resource is not what the noun says.
 * What a call did names no item that failed.
 */
function objectText(record: unknown, { noun }: Phrase, glue: boolean, isDone: boolean): string {
  const named = shownNoun(noun)
  const resources = glue ? resourcesOf(record).resources.filter((each) => isActedOn(each) && !(isDone && hasFailed(each.outcome))) : []
  const type = resources[0]?.type
  if (type === undefined) return noun === '' ? 'a resource' : named.replace(PREPOSITION, '')
  const names = resources.filter((resource) => resource.type === type).map(nameText)
  const more = names.length > MOST ? ` and ${names.length - MOST} more` : ''
  const list = `${names.slice(0, MOST).join(', ')}${more}`
  const words = wordsOf(type)
  if (noun === '') return `${words} ${list}`
  const isThat = noun === words || noun.endsWith(` ${words}`) || noun.endsWith(`${words}s`)
  return isThat
    ? `${named} ${list}`
    : `${named}${PREPOSITION.test(noun) ? '' : CONTAINERS.includes(words) ? ' in' : ' of'} ${words} ${list}`
}

/** A message may name the resource of another action that the call needs, such as a role to pass. */
const isActedOn = ({ from, arn }: GlueResource): boolean => from !== 'ERROR_MESSAGE' || arn === undefined || readGlueArn(arn) !== undefined

/** Words of ours, or names of another service's API. */
const shownNoun = (noun: string): string => noun.split(' ').map(shown).join(' ')

const WORD_START = /(?=[A-Z])/

/** `mlTransform` in words. */
function wordsOf(type: string): string {
  return shown(type.split(WORD_START).join(' ').toLowerCase()).replace('ml ', 'ML ')
}

function nameText({ type, within = [], name, arn, accountId }: GlueResource): string {
  if (name === undefined) return shown(type === 'catalog' ? (accountId ?? arn ?? '') : (arn ?? ''))
  return [...within, name].map(shown).join(type === 'table' ? '.' : '/')
}

function otherText(record: unknown, insight: boolean): string {
  const details = memberOf(record, 'insightDetails')
  const of = (holder: unknown): string => {
    const [api, source] = [stringAt(holder, 'eventName'), stringAt(holder, 'eventSource')]
    return `${api === undefined ? 'calls' : shown(api)}${source === undefined ? '' : ` of ${shown(source)}`}`
  }
  if (!insight) return `CloudTrail summed up ${of(record)}`
  const state = stringAt(details, 'state')
  const what = state === 'Start' ? ' begin' : state === 'End' ? ' end' : ''
  return `CloudTrail Insights saw unusual activity${what}: ${of(details)}`
}
