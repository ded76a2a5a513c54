/**
 * The generator on a changed SDK: an API removed, an API added, a member renamed, an enum value spelled otherwise.
 */
import { expect, it } from 'vitest'
import { unmatchedBatches } from '../../codegen/plan/batches.js'
import { planResources } from '../../codegen/plan/resources.js'
import { unmatchedPhrases } from '../../codegen/print/phrases.js'
import { printAll } from '../../codegen/print-all.js'
import { loadSdk, readApi, type Sdk } from '../../codegen/read/api.js'
import { readResources } from '../../codegen/read/resources.js'
import { changelogLines, namesOf, snapshotText } from '../../codegen/snapshot.js'
import { BATCHES } from '../../model/batches.js'
import { GLUE, GLUE_OVERLAYS } from '../../model/glue.js'
import { RESOURCES } from '../../model/resources.js'
import { unpackNames } from '../../src/codec/names.js'

type Schema = ReadonlyArray<unknown>

const sdk = loadSdk(GLUE)

const operationNamed = (name: string) => (value: unknown) => Array.isArray(value) && value[0] === 9 && value[2] === name

const exportsWithout = (...names: ReadonlyArray<string>): Sdk['exports'] =>
  Object.fromEntries(Object.entries(sdk.exports).filter(([, value]) => !names.some((name) => operationNamed(name)(value))))

/** The schemas with a member renamed, of one structure. */
function renamed(exports: Sdk['exports'], structure: string, from: string, to: string): Sdk['exports'] {
  const change = (value: unknown): unknown => {
    if (!Array.isArray(value) || value[0] !== 3 || value[2] !== structure) return value
    const names = (value[4] as Schema).map((name) => (name === from ? to : name))
    return [...value.slice(0, 4), names, ...value.slice(5)]
  }
  const operation = (value: unknown): unknown =>
    Array.isArray(value) && value[0] === 9
      ? value.map((part: unknown) => (typeof part === 'function' ? () => change(part()) : change(part)))
      : value
  return Object.fromEntries(Object.entries(exports).map(([name, value]) => [name, operation(value)]))
}

const respelled: Sdk['declarations'] = {
  ...sdk.declarations,
  enums: new Map(
    [...sdk.declarations.enums].map(([name, values]) => [name, name === 'JobRunState' ? values.map((v) => v.toLowerCase()) : values]),
  ),
}

it('goes on with a removed API, a renamed member and another spelling, and reports what the model has too much', async () => {
  const iam = await readResources(GLUE.iamService)
  const old = await readApi(GLUE, GLUE_OVERLAYS, sdk)
  const before = snapshotText(old)
  const exports = renamed(exportsWithout('DeleteAssetType', 'BatchDeleteConnection'), 'StartJobRunRequest', 'Arguments', 'RunArguments')
  const api = await readApi(GLUE, GLUE_OVERLAYS, { version: '4.0.0', exports, declarations: respelled }, namesOf(before))
  const plan = planResources(api, RESOURCES, iam)

  expect(api.operations).toHaveLength(old.operations.length - 2)
  expect(api.namesOnly.find(({ name }) => name === 'DeleteAssetType')).toEqual({ name: 'DeleteAssetType', access: 'Write' })
  expect([...api.unmatched, ...plan.unmatched, ...unmatchedPhrases(api), ...unmatchedBatches(api, BATCHES)]).toEqual([
    'overlay: no member StartJobRunRequest.Arguments',
    'overlay: access level of DeleteAssetType, which is not an API',
    'resources: the rule connection:connectionNameList[] matches no API',
    'batches: BatchDeleteConnection is not an API',
  ])

  const files = printAll(api, iam, plan)
  const [, packed = ''] = /NAME_ONLY_APIS: .*unpackNames\('([^']*)'\)/.exec(files.get('registry.ts') ?? '') ?? []
  expect(unpackNames(packed)).toContain('DeleteAssetType')
  expect(files.has('operations/delete-asset-type.ts')).toBe(false)
  expect(files.get('operations/start-job-run.ts')).toContain('runArguments')

  const after = snapshotText(api)
  const lines = changelogLines(before, after)
  expect(lines).toContain('- Removed: api `DeleteAssetType`')
  expect(lines).toContain('- Added: name `DeleteAssetType`')
  expect(lines).toContain('- Added: member `StartJobRunRequest.RunArguments`')
  expect(lines).toContain('- Removed: value `JobRunState.RUNNING`')
  expect(lines).toContain('- Added: value `JobRunState.running`')

  const again = await readApi(GLUE, GLUE_OVERLAYS, { version: '4.0.0', exports, declarations: respelled }, namesOf(after))
  expect(snapshotText(again)).toBe(after)
})

it('stops at APIs without an access level, naming all', async () => {
  const input = [3, 'com.amazonaws.glue', 'PaintTableRequest', 0, ['Name'], [0], 1]
  const painting = (name: string): Schema => [9, 'com.amazonaws.glue', name, 0, () => input, () => input]
  const exports = { ...sdk.exports, PaintTable$: painting('PaintTable'), PaintView$: painting('PaintView') }
  await expect(readApi(GLUE, GLUE_OVERLAYS, { ...sdk, exports })).rejects.toThrow(
    'APIs without an access level, in IAM and in model/overlay/access-levels.ts: PaintTable, PaintView',
  )
  const known = { evidence: 'none', access: { Write: ['PaintTable', 'PaintView'] } }
  const api = await readApi(GLUE, [...GLUE_OVERLAYS, known], { ...sdk, exports })
  const iam = await readResources(GLUE.iamService)
  expect(() => planResources(api, RESOURCES, iam)).toThrow(
    'PaintTable has neither resources nor a reason for having none: see model/resources.ts\nPaintView has neither',
  )
})

it('says first that an SDK has no schemas', async () => {
  await expect(readApi(GLUE, GLUE_OVERLAYS, { ...sdk, exports: {} })).rejects.toThrow(
    'No operations among the exports of @aws-sdk/client-glue',
  )
})
