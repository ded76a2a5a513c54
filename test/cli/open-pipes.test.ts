import { execFileSync, spawn } from 'node:child_process'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { expect, it } from 'vitest'
import { logsIn } from '../../src/cli/logs.js'
import { openPipes } from '../../src/cli/open-pipes.js'
import { temporaryFolder } from '../support/folder.js'

it('has a pipe while it is read', async () => {
  const path = join(temporaryFolder(), 'pipe')
  execFileSync('mkfifo', [path])
  const writer = spawn('sh', ['-c', 'echo "{}" > "$0"', path])
  const seen: Array<ReadonlyArray<string>> = []
  for await (const _ of (await logsIn([path], Readable.from([]))).read({})) seen.push([...openPipes])
  expect(seen.length).toBeGreaterThan(0)
  expect(seen.every(([first]) => first === path)).toBe(true)
  expect([...openPipes]).toEqual([])
  writer.kill()
})
