/**
 * A table for spreadsheets and databases. Its columns are stable: new ones come behind the others.
 *
 * @module
 */
import { printIssue } from '../../codec/issue.js'
import { memberOf } from '../../event/marks.js'
import { accountOf } from '../../insight/account.js'
import { actorOf } from '../../insight/actor.js'
import { outcomeOf } from '../../insight/outcome.js'
import { resourcesOf } from '../../insight/resources.js'
import { textAt } from '../../insight/text-at.js'
import { csvLine } from '../csv-line.js'
import type { Form } from '../form.js'
import { marksOf } from '../row.js'
import type { Shown } from '../shown.js'
import { nameOf } from '../what.js'

type Column = (shown: Shown) => string | undefined

const member =
  (...path: ReadonlyArray<string>): Column =>
  ({ record }) =>
    textAt(record, ...path)

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
  actor_kind: ({ record }) => actorOf(record).kind,
  actor_name: ({ record }) => actorOf(record).name,
  actor_role: ({ record }) => actorOf(record).role,
  actor_session: ({ record }) => actorOf(record).session,
  actor_arn: ({ record }) => actorOf(record).arn,
  actor_account_id: ({ record }) => actorOf(record).accountId,
  resources: ({ record }) =>
    resourcesOf(record)
      .resources.map((resource) => resource.arn ?? nameOf(resource))
      .join('; '),
  resources_complete: ({ record }) => String(resourcesOf(record).complete),
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
  record: (shown) => csvLine(columns.map((column) => column(shown) ?? '')),
  end: () => '',
}
