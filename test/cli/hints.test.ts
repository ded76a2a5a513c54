import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { glueCall, otherServiceCall } from '../support/records.js'
import { runCommand } from '../support/run-command.js'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'glue-trail-hints-'))
  mkdirSync(join(folder, 'empty'))
  writeFileSync(join(folder, 'other.json'), JSON.stringify({ Records: [otherServiceCall] }))
  writeFileSync(join(folder, 'glue.json'), JSON.stringify({ Records: [{ ...glueCall, recipientAccountId: '123456789012' }] }))
  writeFileSync(join(folder, 'none.json'), JSON.stringify({ Records: [] }))
})
afterAll(() => rmSync(folder, { recursive: true }))

/** What the command writes to standard error before its last line. */
async function hints(command: string, path: string, ...options: ReadonlyArray<string>): Promise<string> {
  const { status, err } = await runCommand([command, join(folder, path), ...options])
  expect(status).toBe(0)
  return err.trimEnd().split('\n').slice(0, -1).join('\n')
}

describe.each(['decode', 'summary'])('%s', (command) => {
  it('says where there are other services', async () => {
    expect(await hints(command, 'other.json')).toBe("0 Glue records in 1 record; --source '*' shows the others")
  })

  it('says which regions and accounts there are', async () => {
    expect(await hints(command, 'glue.json', '--region', 'eu-centrl-1')).toBe('no record of region eu-centrl-1; seen: eu-central-1')
    expect(await hints(command, 'glue.json', '--account', '1', '--account', '2')).toBe('no record of account 1 or 2; seen: 123456789012')
  })

  it('says that case matters in the names of APIs', async () => {
    expect(await hints(command, 'glue.json', '--api', 'Delete*')).toBe('')
    expect(await hints(command, 'glue.json', '--source', '*', '--api', 'start*')).toBe(
      'no record of API start*: case matters; seen: StartJobRun',
    )
  })

  it('says nothing of a region or an API of which there are records', async () => {
    expect(await hints(command, 'glue.json', '--region', 'eu-central-1', '--api', 'Start*', '--errors')).toBe('')
  })

  it('says where there is nothing to read', async () => {
    expect(await hints(command, 'empty')).toBe(`no log files in ${join(folder, 'empty')}: expected .json or .json.gz files`)
    expect(await hints(command, 'none.json')).toBe('the files have no records')
  })

  it('says where --known-only left all out', async () => {
    expect(await hints(command, 'glue.json', '--from', '7d', '--known-only')).toBe('')
  })

  it('says nothing where something was found', async () => {
    expect(await hints(command, 'glue.json', '--region', 'eu-central-1')).not.toContain('seen')
  })
})
