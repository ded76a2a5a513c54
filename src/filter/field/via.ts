/**
 * `via`: through which engine or client the call was made.
 *
 * @module
 */
import { viaOf } from '../../insight/via.js'
import { ENGINES, VIA_KINDS, type ViaKind } from '../../insight/via-kinds.js'
import { type Decision, type Field, predicateOf, read, refused } from '../field.js'
import { readPatterns } from '../patterns.js'

/** Engines and clients, as `GLUE_JOB` or `glue-job`. */
export const via: Field = (field, value) => {
  const given = readPatterns(field, value)
  if (given._tag === 'Left') return given
  const kinds = given.right.map((word) => VIA_KINDS.find((kind) => kind === word.toUpperCase().replaceAll('-', '_')))
  const invalid = kinds.indexOf(undefined)
  if (invalid >= 0) {
    const index = Array.isArray(value) ? { index: invalid } : {}
    return refused({ code: 'WRONG_TYPE', field, ...index, expected: `one of ${VIA_KINDS.join(', ')}`, received: 'another string' })
  }
  return read(predicateOf(field, (record) => decide(viaOf(record).kind, kinds)))
}

function decide(kind: ViaKind, wanted: ReadonlyArray<ViaKind | undefined>): Decision {
  if (wanted.includes(kind)) return 'YES'
  if (kind === 'UNKNOWN') return { path: ['userAgent'], kind: 'UNNAMED' }
  // An AWS service called, or Lake Formation's credentials were used, for an engine that the record may not name.
  const isVague = kind === 'SERVICE' || kind === 'LAKE_FORMATION'
  return isVague && ENGINES.some((engine) => wanted.includes(engine)) ? { path: ['userIdentity'], kind: 'UNNAMED' } : 'NO'
}
