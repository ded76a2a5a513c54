import { expect, it } from 'vitest'
import { regionsIn } from '../../src/integrity/regions.js'
import { chainOf } from '../support/signed-world.js'
import { storeOf, type WorldObject } from '../support/world.js'

async function namesIn(objects: ReadonlyArray<WorldObject>, kind: 's3' | 'copy' = 's3', options = {}): Promise<ReadonlyArray<string>> {
  const names: Array<string> = []
  for await (const region of regionsIn(storeOf(objects, kind), options, undefined)) {
    if ('error' in region) throw region.error
    let digests = 0
    for await (const _ of region.digests()) digests++
    let logs = 0
    for (const list of region.logs(undefined)) for await (const _ of list) logs++
    names.push(`${region.prefix ?? ''}|${region.organization ?? ''}|${region.account}|${region.region} ${digests} ${logs}`)
  }
  return names
}

const objects = [
  ...chainOf(),
  ...chainOf({ region: 'eu-west-1', hours: 1 }),
  ...chainOf({ prefix: 'a/b', hours: 2 }),
  ...chainOf({ organization: 'o-a1b2c3d4e5', account: '444455556666', hours: 1 }),
]

it('are found below every AWSLogs, organizations included', async () => {
  const all = [
    '||111122223333|eu-west-1 1 2',
    '||111122223333|us-east-1 4 8',
    '|o-a1b2c3d4e5|444455556666|us-east-1 1 2',
    'a/b||111122223333|us-east-1 2 4',
  ]
  expect(await namesIn(objects)).toEqual(all)
  expect(await namesIn(objects, 'copy')).toEqual(all)
})

it('have names that CloudTrail writes', async () => {
  const others = ['us east', 'US-EAST-1', 'a', '\u001b[31m', 'us-east-1\n'].flatMap((region) => chainOf({ region, hours: 1 }))
  expect(await namesIn([...others, ...chainOf({ hours: 1 })])).toEqual(['||111122223333|us-east-1 1 2'])
})

it('are those that are wanted', async () => {
  expect(await namesIn(objects, 's3', { regions: ['eu-west-1'] })).toEqual(['||111122223333|eu-west-1 1 2'])
  expect(await namesIn(objects, 's3', { accounts: ['444455556666'] })).toEqual(['|o-a1b2c3d4e5|444455556666|us-east-1 1 2'])
  expect(await namesIn(objects, 's3', { organization: 'o-a1b2c3d4e5' })).toEqual(['|o-a1b2c3d4e5|444455556666|us-east-1 1 2'])
})

it('are found in a copy that has lost its folders', async () => {
  const flat = chainOf().map((object) => ({ ...object, key: `copy/${object.key.slice(object.key.lastIndexOf('/') + 1)}` }))
  const partly = chainOf({ region: 'eu-west-1' }).map((object) => ({ ...object, key: object.key.replace('AWSLogs/111122223333/', '') }))
  expect(await namesIn([...flat, ...partly], 'copy')).toEqual(['||111122223333|eu-west-1 4 8', '||111122223333|us-east-1 4 8'])
  expect(await namesIn(flat, 's3')).toEqual([])
})

it('are found where a store returns whole prefixes, as S3 does', async () => {
  const store = storeOf(chainOf())
  const whole = { ...store, folders: async (prefix: string) => (await store.folders(prefix)).map((name) => `${prefix}${name}/`) }
  const found: Array<string> = []
  for await (const region of regionsIn(whole, {}, undefined)) found.push('name' in region ? region.region : '')
  expect(found).toEqual(['us-east-1'])
})
