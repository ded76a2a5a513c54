import { gzipSync } from 'node:zlib'
import { expect, it } from 'vitest'
import type { IntegrityReport } from '../../src/integrity/report.js'
import { validateTrail } from '../../src/integrity/validate-trail.js'
import { HOUR, isDigestObject, START, worldOf } from '../support/signed-world.js'
import { keysOf, storeOf, type WorldObject } from '../support/world.js'

/** Names that whoever may write to the bucket chose: they must not hide what else is there. */

const world = worldOf()
const HEAD = 'AWSLogs/111122223333'

const objectAt = (key: string): WorldObject => ({ bucket: 'logs-bucket', key, body: new Uint8Array(gzipSync('{}')), metadata: {} })

const logAt = (folder: string, name: string): WorldObject =>
  objectAt(`${HEAD}/CloudTrail/us-east-1/${folder}/111122223333_CloudTrail_${name}.json.gz`)

const digestAt = (folder: string, name: string): WorldObject =>
  objectAt(`${HEAD}/CloudTrail-Digest/us-east-1/${folder}/111122223333_CloudTrail-Digest_us-east-1_${name}.json.gz`)

const injected = logAt('2026/01/01', 'us-east-1_20260101T0230Z_ffffffffffffffff')

const validate = (objects: ReadonlyArray<WorldObject>, cursor?: string, { range } = world) =>
  validateTrail(storeOf(objects, 's3', 'logs-bucket'), keysOf(world), {
    from: range[0],
    to: range[1],
    now: new Date(1000 * (START + 20 * HOUR)),
    ...(cursor === undefined ? {} : { cursor }),
  })

const problemsOf = ({ shards }: IntegrityReport): ReadonlyArray<string> =>
  shards.flatMap(({ problems }) => problems.map(({ code, where }) => `${code} ${where}`))

const found = [`UNREFERENCED s3://logs-bucket/${injected.key}`]

it.each([
  ['the name of another year', logAt('2025/12/31', 'us-east-1_20991231T0000Z_0000000000000000')],
  ['the name of another year in a folder of the day', logAt('2026/01/01/a', 'us-east-1_20991231T0000Z_0000000000000000')],
  ['a folder that sorts first', logAt('0', 'us-east-1_20991231T0000Z_0000000000000000')],
  ['a name of no file of CloudTrail', objectAt(`${HEAD}/CloudTrail/us-east-1/2025/12/31/zzz.txt`)],
])('%s does not hide log files that no digest names, in a run or a resumed one', async (_, hostile) => {
  const objects = [...world.objects, hostile, injected]
  expect(problemsOf(await validate(objects).report())).toEqual(found)
  for (let stop = 0; stop < 20; stop += 3) {
    const first = validate(objects)
    let taken = 0
    for await (const _event of first) if (taken++ === stop) break
    expect(problemsOf(await validate(objects, first.cursor()).report())).toEqual(found)
  }
})

it('the name of another region does not make log files look as if no digest named them', async () => {
  const long = worldOf({ hours: 12 })
  const hostile = logAt('2026/01/01', 'ap-east-1_20260101T1130Z_0000000000000000')
  expect(problemsOf(await validate([...long.objects, hostile], undefined, long).report())).toEqual([
    `UNREFERENCED s3://logs-bucket/${hostile.key}`,
  ])
})

it('names of digests of another year do not end the search for digests', async () => {
  const deleted = world.objects.filter(isDigestObject)[1]
  const hostile = ['a', 'b', 'c'].map((trail) => digestAt('2020/01/01', `${trail}_us-east-1_20991231T000000Z`))
  const objects = [...world.objects.filter((object) => object !== deleted), ...hostile]
  expect(problemsOf(await validate(objects).report())).toEqual([`NOT_FOUND s3://logs-bucket/${deleted?.key}`])
})
