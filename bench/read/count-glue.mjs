/** A reducer: the `eventID` of every Glue record. */
import { compileFilter } from '../../dist/index.js'

export default {
  options: { where: compileFilter({ source: 'glue' }).right },
  initial: () => [],
  step: (all, { entries }) => {
    for (const { raw } of entries) all.push(raw.eventID)
    return all
  },
  merge: (a, b) => a.concat(b),
}
