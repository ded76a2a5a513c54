import { join } from 'node:path'
import { Command } from 'commander'
import { expect, it } from 'vitest'
import { keysOf, storeOf } from '../../src/cli/evidence-source.js'
import { worldOf } from '../support/signed-world.js'
import { folderOf } from '../support/world-folder.js'

const command = new Command().exitOverride().configureOutput({ writeErr: () => undefined })
const WANTED = { region: 'us-east-1', from: new Date(0), to: new Date(0) }

it('is a copy for folders, and a bucket with its scope for S3', async () => {
  const copy = await storeOf(['examples/trail'], {}, command)
  expect([copy.store.kind, copy.scope, copy.counts()]).toEqual(['copy', {}, undefined])
  const bucket = await storeOf(['s3://trail/AWSLogs/111122223333'], {}, command)
  expect([bucket.store.kind, bucket.scope]).toEqual(['s3', { accounts: ['111122223333'] }])
  await expect(storeOf(['s3://a', 'b'], {}, command)).rejects.toThrow('one s3://BUCKET, or folders')
})

it('has keys from a file, which it names by its hash, and none for a folder', async () => {
  expect(await (await keysOf(['copy'], {}, command))(WANTED)).toEqual([])
  const keys = await keysOf(['copy'], { publicKeys: join(folderOf(worldOf()), 'keys.json') }, command)
  for (const { source } of await keys(WANTED)) expect(source).toMatch(/^a file with SHA-256 [0-9a-f]{64}$/)
  await expect(keysOf(['copy'], { publicKeys: 'package.json' }, command)).rejects.toThrow('--public-keys: KEY_FORMAT')
})

it('reads no devices', async () => {
  const refusal = '/dev/zero: expected a file or a pipe, received a device or a socket'
  await expect(keysOf(['copy'], { publicKeys: '/dev/zero' }, command)).rejects.toThrow(`--public-keys: ${refusal}`)
  await expect(storeOf(['examples/trail'], { signatures: '/dev/zero' }, command)).rejects.toThrow(`--signatures: ${refusal}`)
})
