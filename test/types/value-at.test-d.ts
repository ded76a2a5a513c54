/**
 * Static types of `valueAt`: those of the model along the path, and `unknown` outside of the model. Checked by
 * `npm run types`.
 */
import {
  type BatchDeleteTableEvent,
  type CloudTrailRecord,
  type CreateConnectionEvent,
  type NonconformingRecord,
  type StartJobRunEvent,
  type ValueAnswer,
  valueAt,
} from 'glue-trail'

type Equal<A, B> = (<X>() => X extends A ? 1 : 2) extends <X>() => X extends B ? 1 : 2 ? true : false
const yes = <T extends true>(_?: T): void => undefined

declare const connection: CreateConnectionEvent
declare const run: StartJobRunEvent
declare const batch: BatchDeleteTableEvent
declare const any: CloudTrailRecord | NonconformingRecord
declare const nonconforming: NonconformingRecord

const name = valueAt(connection, 'requestParameters', 'connectionInput', 'name')
yes<Equal<typeof name, ValueAnswer<string>>>()
const securityGroups = valueAt(connection, 'requestParameters', 'connectionInput', 'physicalConnectionRequirements')
if (securityGroups.kind === 'GIVEN') securityGroups.value.securityGroupIdList?.length
// A sensitive member has neither the redaction marker nor null.
const properties = valueAt(connection, 'requestParameters', 'connectionInput', 'connectionProperties')
yes<Equal<typeof properties, ValueAnswer<Readonly<Record<string, string | null>>>>>()
const capacity = valueAt(run, 'requestParameters', 'maxCapacity')
yes<Equal<typeof capacity, ValueAnswer<number>>>()
const table = valueAt(batch, 'requestParameters', 'tablesToDelete', 0)
yes<Equal<typeof table, ValueAnswer<string>>>()
const region = valueAt(connection, 'awsRegion')
yes<Equal<typeof region, ValueAnswer<string>>>()

// Without a model, or outside of it, a value is unknown.
const odd = valueAt(nonconforming, 'requestParameters', 'tableInput', 'name')
yes<Equal<typeof odd, ValueAnswer<unknown>>>()
const either = valueAt(any, 'requestParameters', 'tableInput', 'name')
yes<Equal<typeof either, ValueAnswer<unknown>>>()
const leaked = valueAt(connection, 'requestParameters', 'leaked')
yes<Equal<typeof leaked, ValueAnswer<unknown>>>()
