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
  const failed = { ...glueCall, eventName: 'GetTable', eventTime: '2024-05-15T07:00:00Z', errorCode: 'EntityNotFoundException' }
  writeFileSync(join(folder, 'two.json'), JSON.stringify({ Records: [failed, glueCall] }))
  writeFileSync(
    join(folder, 'unknown.json'),
    JSON.stringify({ Records: [{ ...failed, errorCode: 'AccessDenied', requestParameters: null }] }),
  )
  writeFileSync(join(folder, 'number.json'), JSON.stringify({ Records: [5] }))
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

  it('says nothing of services where no value is a record', async () => {
    const { status, err } = await runCommand([command, join(folder, 'number.json')])
    expect(status).toBe(1)
    expect(err).toContain('expected a CloudTrail record, received a number')
    expect(err).not.toContain('--source')
  })

  it('says where there are other services beside files that cannot be read', async () => {
    const paths = ['other.json', 'number.json', 'missing.json'].map((name) => join(folder, name))
    const { status, err } = await runCommand([command, ...paths])
    expect(status).toBe(1)
    expect(err).toContain("0 Glue records in 2 records; --source '*' shows the others")
  })

  it('says which regions and accounts there are', async () => {
    expect(await hints(command, 'glue.json', '--region', 'eu-centrl-1')).toBe('no record of region eu-centrl-1; seen: eu-central-1')
    expect(await hints(command, 'glue.json', '--account', '1', '--account', '2')).toBe('no record of account 1 or 2; seen: 123456789012')
  })

  it('says which services there are', async () => {
    expect(await hints(command, 'glue.json', '--source', 's4')).toBe('no record of service s4; seen: glue')
    expect(await hints(command, 'other.json', '--source', 'glue.amazonaws.com', '--reads')).toMatch(
      /^no record of service glue\.amazonaws\.com; seen: \w+$/,
    )
    expect(await hints(command, 'glue.json', '--source', 'gl*', '--errors')).toBe('')
  })

  it('says where the case of an API is that of no record', async () => {
    expect(await hints(command, 'glue.json', '--source', '*', '--api', 'Startjob*')).toBe(
      'no record of API Startjob*: case matters; seen: StartJobRun',
    )
    expect(await hints(command, 'glue.json', '--source', '*', '--api', 'start*', '--errors')).toBe('no record matches --errors')
  })

  it('says which filters match nothing', async () => {
    expect(await hints(command, 'glue.json', '--api', 'Delete*')).toBe('')
    expect(await hints(command, 'glue.json', '--api', 'Delete*', '--api', 'CreateJob', '--writes')).toBe(
      'no record matches --api Delete* CreateJob',
    )
    expect(await hints(command, 'glue.json', '--region', 'eu-central-1', '--api', 'Start*', '--errors', '--actor', 'ann')).toBe(
      'no record matches --errors\nno record matches --actor ann',
    )
  })

  it('says which times there are', async () => {
    const seen = 'seen: 2024-05-14 06:10:00 to 2024-05-15 07:00:00 UTC'
    expect(await hints(command, 'two.json', '--from', '2025-01-01')).toBe(`no record matches --from 2025-01-01; ${seen}`)
    expect(await hints(command, 'two.json', '--to', '2024-01-01', '--errors')).toBe(`no record matches --to 2024-01-01; ${seen}`)
    expect(await hints(command, 'two.json', '--from', '2024-05-14T12:00', '--to', '2024-05-14T13:00')).toBe(
      `no record matches --from 2024-05-14T12:00 --to 2024-05-14T13:00; ${seen}`,
    )
  })

  it('says that filters match records each, but none together', async () => {
    expect(await hints(command, 'two.json', '--api', 'StartJobRun', '--errors', '--from', '2024-05-14')).toBe(
      'no record matches all of these: --from 2024-05-14 (2 alone), --api StartJobRun (1 alone), --errors (1 alone)',
    )
  })

  it('says where there is nothing to read', async () => {
    expect(await hints(command, 'empty')).toBe(`no log files in ${join(folder, 'empty')}: expected .json or .json.gz files`)
    expect(await hints(command, 'none.json')).toBe('the files have no records')
  })

  it('says where --known-only left all out', async () => {
    expect(await hints(command, 'unknown.json', '--resource', 'sales.orders', '--known-only')).toBe(
      'the filter cannot decide about 1 record; without --known-only they are shown',
    )
  })

  it('says nothing where something was found', async () => {
    expect(await hints(command, 'glue.json', '--region', 'eu-central-1')).not.toContain('seen')
  })
})

it('names for a history the folder without log files, and files without records', async () => {
  const lines = async (name: string) => (await runCommand(['history', 'a.b', join(folder, name)])).err.split('\n').slice(0, -2)
  expect(await lines('empty')).toEqual([`no log files in ${join(folder, 'empty')}: expected .json or .json.gz files`])
  expect(await lines('none.json')).toEqual(['the files have no records'])
  expect(await lines('other.json')).toEqual(['no call about a.b is in these logs; a trail need not record every kind of call'])
})

it('replaces names that have a secret', async () => {
  writeFileSync(join(folder, 'secret.json'), JSON.stringify({ Records: [{ ...glueCall, awsRegion: 'password=hunter2' }] }))
  expect(await hints('decode', 'secret.json', '--region', 'zz')).toBe('no record of region zz; seen: HIDDEN_DUE_TO_SECURITY_REASONS')
})
