/**
 * A table for spreadsheets and databases. Its columns are stable: new ones come behind the others.
 *
 * @module
 */
import { printIssue } from '../../codec/issue.js'
import { memberOf } from '../../event/marks.js'
import { accountOf } from '../../insight/account.js'
import { type Actor, actorOf } from '../../insight/actor.js'
import { outcomeOf } from '../../insight/outcome.js'
import { type Resources, resourcesOf } from '../../insight/resources.js'
import { textAt } from '../../insight/text-at.js'
import { csvLine } from '../csv-line.js'
import type { Form } from '../form.js'
import { marksOf } from '../row.js'
import type { Shown } from '../shown.js'
import { nameOf } from '../what.js'

/** A record, and the answers that several columns need. */
interface Answered extends Shown {
  readonly actor: Actor
  readonly resources: Resources
}

type Column = (answered: Answered) => string | undefined

const member =
  (name: string): Column =>
  ({ record }) =>
    textAt(record, name)

/** The columns by name. */
const COLUMNS: Readonly<Record<string, Column>> = {
  event_time: member('eventTime'),
  event_id: member('eventID'),
  event_source: member('eventSource'),
  event_name: member('eventName'),
  read_only: ({ record }) => {
    const readOnly = memberOf(record, 'readOnly')
    return readOnly == null ? undefined : String(readOnly)
  },
  outcome: ({ record }) => outcomeOf(record)?.kind,
  error_code: member('errorCode'),
  error_message: member('errorMessage'),
  actor_kind: ({ actor }) => actor.kind,
  actor_name: ({ actor }) => actor.name,
  actor_role: ({ actor }) => actor.role,
  actor_session: ({ actor }) => actor.session,
  actor_arn: ({ actor }) => actor.arn,
  actor_account_id: ({ actor }) => actor.accountId,
  resources: ({ resources }) => resources.resources.map((resource) => resource.arn ?? nameOf(resource)).join('; '),
  resources_complete: ({ resources }) => String(resources.complete),
  source_ip_address: member('sourceIPAddress'),
  user_agent: member('userAgent'),
  account_id: ({ record }) => accountOf(record),
  region: member('awsRegion'),
  match: ({ match }) => match,
  marks: (shown) => marksOf(shown).join(' '),
  issues: ({ issues }) => issues.map(printIssue).join('; '),
  file: ({ file }) => file,
  index: ({ index }) => String(index),
}

const columns = Object.values(COLUMNS)

export const csv: Form = {
  begin: () => csvLine(Object.keys(COLUMNS)),
  record: (shown) => {
    const answered: Answered = { ...shown, actor: actorOf(shown.record), resources: resourcesOf(shown.record) }
    return csvLine(columns.map((column) => column(answered) ?? ''))
  },
  end: () => '',
}
