/** The Glue calls of one part of the example trail that may change something, in their order. */
import { type Scribe, scribe } from '../../src/cli/demo/scribe.js'
import { memberOf } from '../../src/event/member-of.js'
import { isRead } from '../../src/filter/mode.js'

export function writesOf(part: (s: Scribe) => void): ReadonlyArray<unknown> {
  const s = scribe(1)
  part(s)
  return s
    .files()
    .flatMap(({ records }) => records)
    .filter((record) => memberOf(record, 'eventSource') === 'glue.amazonaws.com' && isRead(record) === 'NO')
    .map((record) => memberOf(record, 'eventName'))
}
