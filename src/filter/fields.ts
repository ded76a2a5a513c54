/**
 * The fields of the filter language. A new one is a file under `field/`, a member here and a line in the table.
 *
 * @module
 */

import { account } from './field/account.js'
import { actor } from './field/actor.js'
import { api } from './field/api.js'
import { denied } from './field/denied.js'
import { errors } from './field/errors.js'
import { exposed } from './field/exposed.js'
import { from } from './field/from.js'
import { reads } from './field/reads.js'
import { region } from './field/region.js'
import { resource } from './field/resource.js'
import { source } from './field/source.js'
import { to } from './field/to.js'
import { via } from './field/via.js'
import { writes } from './field/writes.js'
import type { Field } from './field.js'

/**
 * What a filter asks for: all of the fields given, and of a field with several values one of them. In values, `*` stands for any characters
 * and `?` for one.
 *
 * @category filters
 * @since 0.1.0
 */
export interface FilterFields {
  /**
   * What happened at this time or later, by `eventTime`: an ISO date (its first moment), a date with a time, or a time ago as minutes, hours or
   * days (`30m`, `24h`, `7d`). UTC unless it says otherwise. Aggregated records have a window of time in place of `eventTime`: one that begins earlier
   * and ends later is `unknown`.
   */
  readonly from?: string
  /** What happened before this time, which is written like `from`: `to: '2024-05-15'` ends with the 14th. */
  readonly to?: string
  /**
   * The API, spelled as AWS spells it, such as `UpdateTable`, `Get*`. For an Insights record it is the one whose use was unusual; an aggregated
   * record is `yes` where it counts calls of it, else `unknown`.
   */
  readonly api?: string | ReadonlyArray<string>
  /** The service, such as `glue`, `glue.amazonaws.com`, `s3*`; `*` for all. Without it, all. */
  readonly source?: string | ReadonlyArray<string>
  /** The account that received the record, else the caller's, else that of the caller's role. */
  readonly account?: string | ReadonlyArray<string>
  /** The region, such as `eu-central-1`, `eu-*`. */
  readonly region?: string | ReadonlyArray<string>
  /** True for calls that failed, denied ones included; false is as good as absent. */
  readonly errors?: boolean
  /**
   * True for calls that change nothing: by `readOnly`, else by the access level of a Glue API, else `unknown`. False is as good as absent, and
   * with `writes` beside it nothing is asked.
   */
  readonly reads?: boolean
  /** True for calls that change something, told like `reads`. */
  readonly writes?: boolean
  /** The caller: the name, the role, the session, `role/session`, or an ARN of it, such as `etl`, `nightly`, `etl/nightly`, `*:role/data/*`. */
  readonly actor?: string | ReadonlyArray<string>
  /**
   * What the call acted on: its name, with what it lies in before it (`sales.orders`), or its ARN. `unknown` where the record may not name all of it,
   * because its request was omitted, hidden or denied.
   */
  readonly resource?: string | ReadonlyArray<string>
  /** True for calls that failed because the caller was not allowed; false is as good as absent. */
  readonly denied?: boolean
  /** True for records that show a secret, by the rules of `sensitiveIn`; of omitted payloads it is `unknown`. False is as good as absent. */
  readonly exposed?: boolean
  /** The engine or client through which the call was made: a kind of `viaOf`, as `GLUE_JOB` or `glue-job`. */
  readonly via?: string | ReadonlyArray<string>
}

/** The fields by name, in the order in which they are asked: what most records fail at stands first. */
export const FIELDS: Readonly<Record<keyof FilterFields, Field>> = {
  source,
  api,
  from,
  to,
  account,
  region,
  errors,
  denied,
  reads,
  writes,
  actor,
  resource,
  via,
  exposed,
}
