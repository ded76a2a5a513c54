import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { runCommand } from '../support/run-command.js'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'glue-trail-demo-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

it('writes the trail and prints its story', async () => {
  const { status, out, err } = await runCommand(['demo', join(folder, 'new')])
  expect([status, err, readdirSync(join(folder, 'new'))]).toEqual([0, '', ['AWSLogs']])
  expect(out).toContain('14 May 2024: 8 log files with 149 records, 98 of them from AWS Glue.\n')
})
