import { execFileSync, spawnSync } from 'node:child_process'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { runCommand } from '../support/run-command.js'
import { worldOf } from '../support/signed-world.js'
import { folderOf } from '../support/world-folder.js'

const world = worldOf({ key: (hour) => (hour < 2 ? 0 : 1) })

async function bundled(): Promise<{ readonly folder: string; readonly bundle: string }> {
  const folder = folderOf(world)
  const bundle = join(folder, 'evidence')
  const files = ['--public-keys', join(folder, 'keys.json'), '--signatures', join(folder, 'signatures.ndjson')]
  const { status } = await runCommand([
    'validate',
    join(folder, 'copy'),
    '--from',
    '2026-01-01T00:01:31Z',
    '--to',
    '2026-01-01T04:01:31Z',
    '--evidence',
    bundle,
    ...files,
  ])
  expect(status).toBe(0)
  return { folder, bundle }
}

const verify = (bundle: string, number: string): string => {
  const at = (name: string): string => join(bundle, 'check', number, name)
  const { stdout } = spawnSync('openssl', ['dgst', '-sha256', '-verify', at('key.pem'), '-signature', at('signature.bin'), at('string')], {
    encoding: 'utf8',
  })
  return stdout.trim()
}

const hasTools = ['openssl', 'sha256sum'].every((tool) => spawnSync(tool, ['--help']).error === undefined)

// Debian has both; macOS may lack sha256sum, and Windows lacks both. There the bundle cannot be checked as an auditor
// does it.
it.skipIf(!hasTools)('is checked by openssl and sha256sum alone', async () => {
  const { bundle } = await bundled()
  const numbers = readdirSync(join(bundle, 'check')).sort()
  expect(numbers).toEqual(['0001', '0002', '0003', '0004'])
  for (const number of numbers) expect(verify(bundle, number)).toBe('Verified OK')
  expect(execFileSync('sha256sum', ['--check', '--quiet', 'manifest.sha256'], { cwd: bundle, encoding: 'utf8' })).toBe('')
  const content = join(bundle, 'check', '0001', 'string')
  const bytes = readFileSync(content)
  bytes[5] = (bytes[5] ?? 0) ^ 1
  writeFileSync(content, bytes)
  expect(verify(bundle, '0001')).toBe('Verification failure')
  expect(spawnSync('sha256sum', ['--check', '--quiet', 'manifest.sha256'], { cwd: bundle }).status).toBe(1)
})

it('is enough to validate the copy again', async () => {
  const { folder, bundle } = await bundled()
  expect(readdirSync(bundle).sort()).toEqual(['check', 'digests', 'keys.json', 'manifest.sha256', 'report.json', 'signatures.ndjson'])
  const files = ['--public-keys', join(bundle, 'keys.json'), '--signatures', join(bundle, 'signatures.ndjson')]
  const again = await runCommand(['validate', join(folder, 'copy'), '--to', '2026-01-01T04:01:31Z', ...files])
  expect(again.status).toBe(0)
})

it('needs a folder that is empty', async () => {
  const { folder, bundle } = await bundled()
  const { status, err } = await runCommand(['validate', join(folder, 'copy'), '--evidence', bundle])
  expect([status, err.includes('is not empty')]).toEqual([1, true])
})
