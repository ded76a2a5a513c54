import { beforeAll, describe, expect, it } from 'vitest'
import type { Api } from '../../codegen/api.js'
import { planBatches } from '../../codegen/plan/batches.js'
import { batchesText } from '../../codegen/print/batches.js'
import { readApi } from '../../codegen/read/api.js'
import { BATCHES } from '../../model/batches.js'
import { GLUE, GLUE_OVERLAYS } from '../../model/glue.js'
import { BATCHES as GENERATED } from '../../src/generated/batches.js'

let api: Api

beforeAll(async () => {
  api = await readApi(GLUE, GLUE_OVERLAYS)
})

describe('batches', () => {
  it('are the APIs that list failures per item, each printed on a line', () => {
    const plan = planBatches(api, BATCHES)
    expect(plan.map(([name]) => name)).toEqual(Object.keys(BATCHES.items).sort())
    expect(plan.map(([name]) => name)).toEqual(GENERATED.map((line) => line.split(' ')[0]))
    for (const line of GENERATED) expect(batchesText(api, plan)).toContain(`'${line}'`)
  })

  it('stop the generator without a decision, with two, with one that fits no API, and with paths that the API does not have', () => {
    const { BatchDeleteTable, ...items } = BATCHES.items
    if (BatchDeleteTable === undefined) throw new Error('no BatchDeleteTable')
    const plan = (changes: Partial<typeof BATCHES>) => () => planBatches(api, { ...BATCHES, ...changes })
    expect(plan({ items })).toThrow('BatchDeleteTable lists failures in errors and has no decision')
    expect(plan({ others: { ...BATCHES.others, twice: ['BatchDeleteTable'] } })).toThrow('BatchDeleteTable is decided twice')
    expect(plan({ others: { ...BATCHES.others, gone: ['GetTable'] } })).toThrow('GetTable is decided and lists no failures')
    expect(plan({ items: { ...items, BatchDeleteTable: { ...BatchDeleteTable, failedBy: ['name'] } } })).toThrow(
      'BatchDeleteTable has nothing at >errors[].name',
    )
  })
})
