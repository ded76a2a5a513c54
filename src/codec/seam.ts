/**
 * All that generated code may import of the hand-written library.
 *
 * @module
 */
export { call, request, response } from './call.js'
export {
  isBoolean,
  isBooleanOrString,
  isDocument,
  isList,
  isMap,
  isNumber,
  isNumberOrString,
  isObject,
  isString,
  opt,
  optBoolean,
  optBooleanOrString,
  optList,
  optMap,
  optNumber,
  optNumberOrString,
  optString,
} from './check.js'
export { unpackNames } from './names.js'
export { isRedacted, type Redacted } from './redacted.js'
export { extension, noMembers, structure } from './structure.js'
export { tagged, untagged } from './tagged.js'
