/**
 * The fields of the filter language. A new one is a file under `field/`, a member here and a line in the table.
 *
 * @module
 */

import { account } from './field/account.js'
import { api } from './field/api.js'
import { errors } from './field/errors.js'
import { from } from './field/from.js'
import { reads } from './field/reads.js'
import { region } from './field/region.js'
import { source } from './field/source.js'
import { to } from './field/to.js'
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
   * and ends later is `unknown` [A2].
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
  /** The account that received the record, else the caller's, else that of the caller's role [B6]. */
  readonly account?: string | ReadonlyArray<string>
  /** The region, such as `eu-central-1`, `eu-*`. */
  readonly region?: string | ReadonlyArray<string>
  /** True for calls that failed, denied ones included [A14]; false is as good as absent. */
  readonly errors?: boolean
  /**
   * True for calls that change nothing: by `readOnly`, else by the access level of a Glue API, else `unknown`. False is as good as absent, and
   * with `writes` beside it nothing is asked.
   */
  readonly reads?: boolean
  /** True for calls that change something, told like `reads`. */
  readonly writes?: boolean
}

/** The fields by name, in the order in which they are asked: what most records fail at stands first. */
export const FIELDS: Readonly<Record<keyof FilterFields, Field>> = { source, api, from, to, account, region, errors, reads, writes }
