/**
 * `via`: through which engine or client the call was made.
 *
 * @module
 */
import type { Verdict } from '../../event/predicate.js'
import { type ViaKind, viaOf } from '../../insight/via.js'
import { type Field, read, refused } from '../field.js'
import { readPatterns } from '../patterns.js'

const ENGINES: ReadonlyArray<ViaKind> = ['ATHENA', 'GLUE_JOB', 'CRAWLER', 'EMR', 'REDSHIFT']
const CLIENTS: ReadonlyArray<ViaKind> = ['CONSOLE', 'CLI', 'SDK', 'TERRAFORM', 'CLOUDFORMATION']

/** What the field takes: the kinds of `viaOf`. */
export const VIA_KINDS: ReadonlyArray<ViaKind> = [...ENGINES, 'LAKE_FORMATION', ...CLIENTS, 'SERVICE', 'UNKNOWN']

/** Engines and clients, as `GLUE_JOB` or `glue-job`. */
export const via: Field = (value) => {
  const given = readPatterns('via', value)
  if (given._tag === 'Left') return given
  const kinds = given.right.map((text) => VIA_KINDS.find((kind) => kind === text.toUpperCase().replaceAll('-', '_')))
  const wrong = kinds.indexOf(undefined)
  if (wrong >= 0) {
    const place = Array.isArray(value) ? { index: wrong } : {}
    return refused({ code: 'WRONG_TYPE', field: 'via', ...place, expected: `one of ${VIA_KINDS.join(', ')}`, received: 'another text' })
  }
  return read({ test: (record) => verdictOf(viaOf(record).kind, kinds) })
}

/** Where an AWS service called, or Lake Formation's credentials were used, the record may leave open for which engine. */
function verdictOf(kind: ViaKind, asked: ReadonlyArray<ViaKind | undefined>): Verdict {
  if (asked.includes(kind)) return 'YES'
  if (kind === 'UNKNOWN') return 'UNKNOWN'
  const isVague = kind === 'SERVICE' || kind === 'LAKE_FORMATION'
  return isVague && asked.some((each) => each !== undefined && ENGINES.includes(each)) ? 'UNKNOWN' : 'NO'
}
