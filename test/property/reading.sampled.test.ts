/** Generated files, hostile and damaged ones included, through all readers. `npm run fuzz` tries other seeds. */
import fc from 'fast-check'
import { it } from 'vitest'
import { times } from '../support/effort.js'
import { checkListsCase, checkLossCase, checkStreamCase, listsCase, lossCase, streamCase } from '../support/reading-cases.js'

it('A stream returns what the whole file returns, and entries are where they say', async () => {
  await fc.assert(fc.asyncProperty(streamCase, checkStreamCase), { numRuns: times(2000, 200) })
})

it('All lists Records are read, and what else has that name is reported', () => {
  fc.assert(fc.property(listsCase, checkListsCase), { numRuns: times(2000, 200) })
})

it('One lost byte costs one record at most, and makes no other', () => {
  fc.assert(fc.property(lossCase, checkLossCase), { numRuns: times(2000, 200) })
})
