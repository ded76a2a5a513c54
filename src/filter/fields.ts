/**
 * The fields of the filter language. A new one is a file under `field/`, its name in `field-names.ts`, a member here,
 * and a row in `src/cli/filter-fields.ts`.
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
import type { FilterFieldName } from './field-names.js'

/**
 * What a filter selects: records that match every field given, where a field with several values matches any of them.
 * In values, `*` matches any characters and `?` one.
 *
 * @category filters
 * @since 0.1.0
 */
export interface FilterFields {
  /** The service, such as `glue`, `glue.amazonaws.com`, `s3*`; `*` for all. Default: all. */
  readonly source?: string | ReadonlyArray<string>
  /**
   * The API, spelled as AWS spells it, such as `UpdateTable`, `Get*`. For an Insights record it is the API whose use
   * was unusual; an aggregated record is `YES` where it counts calls of it, else `UNKNOWN`.
   */
  readonly api?: string | ReadonlyArray<string>
  /**
   * Calls at this time or later, by `eventTime`: a `Date`, an ISO date (its first moment), a date with a time, `today`,
   * `yesterday`, `tomorrow`, or a time ago in minutes, hours, days or weeks (`30m`, `24h`, `2 hours ago`, `7d`). UTC
   * unless it has an offset. An aggregated record has a window of time instead: one that begins earlier and ends later
   * is `UNKNOWN`.
   */
  readonly from?: string | Date
  /** Calls before this time, written like `from`: `to: '2024-05-15'` ends with the 14th. */
  readonly to?: string | Date
  /** The account, as `accountOf` returns it. */
  readonly account?: string | ReadonlyArray<string>
  /** The region, such as `eu-central-1`, `eu-*`. */
  readonly region?: string | ReadonlyArray<string>
  /** True for calls that failed, denied ones included; false is the same as not set. */
  readonly errors?: boolean
  /** True for calls that failed because the caller was not allowed; false is the same as not set. */
  readonly denied?: boolean
  /**
   * True for calls that change nothing: by `readOnly`, else by the access level of a Glue API, else `UNKNOWN`. False is
   * the same as not set; together with `writes`, all calls match.
   */
  readonly reads?: boolean
  /** True for calls that change something, decided like `reads`. */
  readonly writes?: boolean
  /**
   * The caller: the name, role, session, `role/session`, an ARN, or the user id in IAM Identity Center of the person
   * for whom a service called; such as `etl`, `nightly`, `etl/nightly`, `*:role/data/*`.
   */
  readonly actor?: string | ReadonlyArray<string>
  /**
   * What the call acted on: its name, its name with what contains it (`sales.orders`), or its ARN. `UNKNOWN` where the
   * record may not name all of it, because its request was omitted, redacted or denied.
   */
  readonly resource?: string | ReadonlyArray<string>
  /** The engine or client through which the call was made: a kind of `viaOf`, as `GLUE_JOB` or `glue-job`. */
  readonly via?: string | ReadonlyArray<string>
  /**
   * True for records that show a secret, by the rules of `sensitiveIn`; `UNKNOWN` where a payload was omitted. False is
   * the same as not set.
   */
  readonly exposed?: boolean
}

/** The fields by name. */
export const FIELDS: Readonly<Record<FilterFieldName & keyof FilterFields, Field>> = {
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
