/** `summary` in threads counts a record that was delivered in several files once, as in one thread. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it, vi } from 'vitest'
import { temporaryFolder } from '../support/folder.js'
import { poolHere } from '../support/here.js'
import { glueCall } from '../support/records.js'
import { runCommand } from '../support/run-command.js'

vi.mock('../../src/node/pool.js', () => ({ poolOf: async () => poolHere().pool, ThreadEnded: class extends Error {} }))

it('is the same with threads as without', async () => {
  const folder = temporaryFolder()
  const call = (eventID: string, eventName: string) => ({ ...glueCall, eventID, eventName })
  const files = [
    [call('a', 'GetTable'), call('b', 'GetTables'), call('a', 'GetTable')],
    [call('c', 'GetJob')],
    [call('b', 'GetTables'), call('d', 'GetJobs'), call('c', 'GetJob'), glueCall, glueCall],
  ]
  files.forEach((records, i) => void writeFileSync(join(folder, `${i}.json`), JSON.stringify({ Records: records })))
  const args = ['summary', folder, '--format', 'json']
  const one = await runCommand([...args, '--workers', '1'])
  expect(JSON.parse(one.out)).toMatchObject({ records: 9, calls: 6, repeated: 3 })
  expect(await runCommand([...args, '--workers', '2'])).toEqual(one)
})
