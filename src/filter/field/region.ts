/**
 * `region`: the region the call was made to.
 *
 * @module
 */
import type { Field } from '../field.js'
import { patternField } from '../patterns.js'
import { regionOf } from '../subject.js'

/** Patterns of regions. */
export const region: Field = /* @__PURE__ */ patternField({ valuesOf: regionOf })
