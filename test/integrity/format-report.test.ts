import { expect, it } from 'vitest'
import { formatProblem, formatReport, summaryLine } from '../../src/integrity/format-report.js'
import { validateTrail } from '../../src/integrity/validate-trail.js'
import { worldOf } from '../support/signed-world.js'
import { keysOf, storeOf } from '../support/world.js'

const world = worldOf()
const options = { from: world.range[0], to: world.range[1], now: new Date('2026-02-01') }
const report = await validateTrail(storeOf(world.objects), keysOf(world), options).report()
const broken = await validateTrail(storeOf(world.objects.slice(1)), keysOf(world), options).report()

it('ends with a line that sums up', () => {
  expect(summaryLine(report)).toBe('1 shard, 4 digests, 8 logs: verified; 0 problems; covered 2026-01-01T00:01:31Z to 2026-01-01T04:01:31Z')
  expect(formatReport(report)).toBe(
    `111122223333 us-east-1 trail-1: 4 digests, 8 logs\n  2026-01-01T00:01:31Z to 2026-01-01T04:01:31Z  verified\n${summaryLine(report)}\n`,
  )
})

it('shows each problem with its file', () => {
  const [problem] = broken.shards[0]?.problems ?? []
  if (problem === undefined) throw new Error('no problem')
  expect(formatProblem(problem)).toMatch(
    /^s3:\/\/logs-bucket\/AWSLogs\/.+\.json\.gz: LOG_NOT_FOUND: expected a log file, received NoSuchKey$/,
  )
  expect(formatReport(broken).split('\n')).toContain(formatProblem(problem))
})

it('is a page in Markdown', () => {
  const page = formatReport(broken, 'markdown')
  expect(page).toContain('| 111122223333 us-east-1 trail-1 | 2026-01-01T00:01:31Z | 2026-01-01T01:01:31Z | invalid | LOG_NOT_FOUND |')
  expect(page).toContain('## What this does not prove')
})

it('escapes what is not printable in the folders above a trail, and in those that cannot be listed', async () => {
  const { objects, keys, range } = worldOf({ prefix: 'a\u001b[31m', hours: 1 })
  const store = storeOf(objects)
  const folders: typeof store.folders = async (prefix) => {
    if (prefix === 'b\n/') throw Object.assign(new Error(), { name: 'AccessDenied' })
    return prefix === '' ? [...(await store.folders(prefix)), 'b\n'] : store.folders(prefix)
  }
  const hostile = await validateTrail({ ...store, folders }, keysOf({ keys }), { ...options, to: range[1] }).report()
  expect(hostile.requested.notChecked).toEqual(['b\\u000a/: AccessDenied'])
  expect(formatReport(hostile)).toContain('a\\u001b[31m 111122223333 us-east-1 trail-1: 1 digest, 2 logs\n')
})
