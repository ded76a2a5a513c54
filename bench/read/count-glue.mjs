/** A reducer: the `eventID` of every record of Glue. */
import { filterOf } from '../../dist/index.js'

export default {
  options: { where: filterOf({ source: 'glue' }).right },
  initial: () => [],
  step: (all, { entries }) => {
    for (const { raw } of entries) all.push(raw.eventID)
    return all
  },
  merge: (a, b) => a.concat(b),
}
