/**
 * The fields of the filter language as options: what each takes and its help. The command's options, their help and the
 * reference derive from this table. It loads only names, so that help stays cheap.
 *
 * @module
 */
import type { FilterFieldName } from '../filter/field-names.js'
import { VIA_KINDS } from '../insight/via-kinds.js'

/** One field. */
export interface FieldRow {
  /**
   * `PATTERNS`: one string or several, with `*` and `?`. `KINDS`: the same from a fixed list. `TIME`: a time. `FLAG`: a
   * boolean.
   */
  readonly takes: 'PATTERNS' | 'KINDS' | 'TIME' | 'FLAG'
  /** The word for its value in the help; flags have none. */
  readonly value?: string
  /** What it selects, in a few words for the help. */
  readonly meaning: string
  /** The next field, where the help has one line for both, and what it says. */
  readonly pair?: { readonly name: FilterFieldName; readonly meaning: string }
  /** Of `KINDS`: the values, in the spelling that the command takes. The language takes `UPPER_SNAKE` as well. */
  readonly choices?: ReadonlyArray<string>
}

/** The fields in the order in which the help lists them. */
export const FILTER_FIELDS = {
  source: { takes: 'PATTERNS', value: 'service', meaning: "calls of this service; default glue, '*' for all" },
  api: { takes: 'PATTERNS', value: 'name', meaning: "calls of this API: DeleteTable, 'Delete*'" },
  from: {
    takes: 'TIME',
    value: 'time',
    meaning: 'calls since this time',
    pair: { name: 'to', meaning: '2024-05-14, 2024-05-14T09:30, yesterday, 24h; UTC' },
  },
  to: { takes: 'TIME', value: 'time', meaning: 'calls before this time' },
  account: {
    takes: 'PATTERNS',
    value: 'id',
    meaning: 'calls in this account',
    pair: { name: 'region', meaning: 'calls in this account; in this region' },
  },
  region: { takes: 'PATTERNS', value: 'name', meaning: 'calls in this region' },
  errors: {
    takes: 'FLAG',
    meaning: 'calls that failed or were denied, also in part',
    pair: { name: 'denied', meaning: 'calls that failed; that were denied; also in part' },
  },
  denied: { takes: 'FLAG', meaning: 'calls denied for lack of permission, also in part' },
  reads: {
    takes: 'FLAG',
    meaning: 'calls that only read',
    pair: { name: 'writes', meaning: 'calls that only read; that may change something' },
  },
  writes: { takes: 'FLAG', meaning: 'calls that may change something' },
  actor: { takes: 'PATTERNS', value: 'name', meaning: 'by this user, role, session, role/session or ARN' },
  resource: { takes: 'PATTERNS', value: 'name', meaning: 'calls on this resource: db.table, a name or an ARN' },
  via: {
    takes: 'KINDS',
    value: 'kind',
    meaning: 'calls through athena, glue-job, console, ...',
    choices: /* @__PURE__ */ VIA_KINDS.map((kind) => kind.toLowerCase().replaceAll('_', '-')),
  },
  exposed: { takes: 'FLAG', meaning: 'calls whose record shows a secret' },
} as const satisfies Readonly<Record<FilterFieldName, FieldRow>>
