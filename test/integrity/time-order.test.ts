import { expect, it } from 'vitest'
import { parseLogKey } from '../../src/integrity/shard.js'
import { inOrderOfTime, rankOf } from '../../src/integrity/time-order.js'
import type { EvidenceObject } from '../../src/source/evidence.js'

const PREFIX = 'AWSLogs/111122223333/CloudTrail/us-east-1/'
const nameAt = (time: string, region = 'us-east-1'): string => `111122223333_CloudTrail_${region}_${time}_0123456789abcdef.json.gz`

async function* listing(...keys: ReadonlyArray<string>): AsyncGenerator<EvidenceObject, void, undefined> {
  for (const key of keys) yield { key: PREFIX + key, size: 1 }
}

async function orderOf(...keys: ReadonlyArray<string>): Promise<ReadonlyArray<string>> {
  const order: Array<string> = []
  const ranks: Array<string> = []
  for await (const file of inOrderOfTime(listing(...keys), PREFIX, parseLogKey)) {
    order.push(file.object.key.slice(PREFIX.length))
    ranks.push(rankOf(file))
  }
  expect([...ranks].sort()).toEqual(ranks)
  return order
}

it('is by time within a day, whatever the names begin with', async () => {
  const [early, late] = [`2026/01/01/${nameAt('20260101T0100Z')}`, `2026/01/01/${nameAt('20260101T2300Z', 'ap-east-1')}`]
  const next = `2026/01/02/${nameAt('20260101T2359Z')}`
  expect(await orderOf(late, early, '2026/01/01/notes.txt', next)).toEqual([early, late, next])
})

it('leaves out a name whose time is more than a day from its folder: it would stand before all that follows', async () => {
  const file = `2026/01/02/${nameAt('20260102T0000Z')}`
  expect(await orderOf(`2026/01/01/${nameAt('20991231T0000Z')}`, `2026/01/01/a/${nameAt('20250101T0000Z')}`, file)).toEqual([file])
})

it('has files outside the folders of days last', async () => {
  const [first, second, dated] = [nameAt('20250101T0000Z'), `a/${nameAt('20990101T0000Z')}`, `2026/01/01/${nameAt('20260101T0000Z')}`]
  expect(await orderOf(first, dated, second)).toEqual([dated, first, second])
})
