/**
 * `account`: the account that received the record, else the caller's.
 *
 * @module
 */
import type { Field } from '../field.js'
import { patternField } from '../patterns.js'
import { accountValues } from '../subject.js'

/** Patterns of account ids. */
export const account: Field = /* @__PURE__ */ patternField({ valuesOf: accountValues })
