/** A small gzip file of millions of tiny values: no more of them are held than `maxOtherValues`. */
import { decodeLog } from 'glue-trail/source'
import { expect, it } from 'vitest'
import { describeShared, sharedBytes } from '../support/shared.js'

describeShared('hostile cases of reading', () => {
  it('tiny-values-16MiB.json.gz', async () => {
    const { entries, counts, issues } = await decodeLog(sharedBytes('cases/hostile/tiny-values-16MiB.json.gz'))
    expect([entries.length, counts.records, issues]).toMatchObject([0, 0, [{ code: 'NOT_A_LOG' }]])
  })
})
