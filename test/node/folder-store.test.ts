import { execFileSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { validateTrail } from '../../src/integrity/validate-trail.js'
import { folderStore } from '../../src/node/folder-store.js'
import type { EvidenceStore } from '../../src/source/evidence.js'
import { temporaryFolder } from '../support/folder.js'
import { worldOf } from '../support/signed-world.js'
import { keysOf } from '../support/world.js'
import { folderOf } from '../support/world-folder.js'
import { writeFiles } from '../support/write-world.js'

const world = worldOf()
const options = { from: world.range[0], to: world.range[1], now: new Date('2026-02-01') }

const verdictOf = async (store: EvidenceStore): Promise<string> => (await validateTrail(store, keysOf(world), options).report()).verdict

async function keysIn(
  store: EvidenceStore,
  request: Parameters<EvidenceStore['list']>[0] = { prefix: '' },
): Promise<ReadonlyArray<string>> {
  const keys: Array<string> = []
  for await (const { key } of store.list(request)) keys.push(key)
  return keys
}

async function read(store: EvidenceStore, key: string, limit = 1e9): Promise<string> {
  const found = await store.read({ key }, limit)
  if ('error' in found) return found.error
  const pieces: Array<Uint8Array> = []
  for await (const piece of found.pieces) pieces.push(piece)
  return Buffer.concat(pieces).toString('latin1')
}

describe('a copy', () => {
  it('is proven with signatures beside it, and without them but for its newest digest', async () => {
    const folder = folderOf(world)
    expect(await verdictOf(await folderStore([join(folder, 'copy')], { signatures: join(folder, 'signatures.ndjson') }))).toBe('VERIFIED')
    const plain = await validateTrail(await folderStore([join(folder, 'copy')]), keysOf(world), options).report()
    expect([plain.verdict, plain.totals.digests]).toEqual(['INCOMPLETE', { total: 4, verified: 3, invalid: 0, missing: 0, unproven: 1 }])
  })

  it.each<readonly [string, (key: string) => string]>([
    ['below other folders', (key) => `some/where/${key}`],
    ['without the folders above the account', (key) => key.replace('AWSLogs/', '')],
    ['with the folders of the region alone', (key) => key.replace('AWSLogs/111122223333/', '')],
    ['without folders', (key) => key.slice(key.lastIndexOf('/') + 1)],
    ['with digests and log files apart', (key) => `${key.includes('Digest') ? 'digests' : 'logs'}/${key.slice(key.lastIndexOf('/') + 1)}`],
  ])('is proven %s', async (_, place) => {
    const folder = temporaryFolder()
    writeFiles(
      folder,
      world.objects.map(({ key, body }) => [place(key), body] as const),
    )
    const report = await validateTrail(await folderStore([folder]), keysOf(world), options).report()
    expect([report.totals.digests.verified, report.totals.logs.verified, report.totals.logs.unproven]).toEqual([3, 6, 2])
    expect(report.totals.unreferenced.unreferenced).toBe(0)
  })

  it('is proven where several of its folders are given, from within CloudTrail’s own', async () => {
    const folder = join(folderOf(world), 'copy', 'AWSLogs', '111122223333')
    const store = await folderStore([join(folder, 'CloudTrail'), join(folder, 'CloudTrail-Digest')])
    const report = await validateTrail(store, keysOf(world), options).report()
    expect([report.totals.digests.verified, report.totals.logs.verified]).toEqual([3, 6])
  })
})

describe('listing', () => {
  it('is in the order of bytes, from a key on, and leaves out links and names with a dot', async () => {
    const folder = temporaryFolder()
    writeFiles(
      folder,
      ['a/x', 'a.b', 'a-b/c', 'ａ', '\u{10000}', 'z/1/2', '.hidden/a', 'a/.b'].map((path) => [path, path] as const),
    )
    symlinkSync(folder, join(folder, 'loop'))
    const store = await folderStore([folder])
    const all = await keysIn(store)
    expect(all).toEqual(['a-b/c', 'a.b', 'a/x', 'z/1/2', 'ａ', '\u{10000}'])
    for (const [i, after] of all.entries()) expect(await keysIn(store, { prefix: '', after })).toEqual(all.slice(i + 1))
    expect(await keysIn(store, { prefix: 'a' })).toEqual(['a-b/c', 'a.b', 'a/x'])
    expect(await keysIn(store, { prefix: 'z/1/' })).toEqual(['z/1/2'])
    expect(await store.folders('')).toEqual(['a', 'a-b', 'z'])
    expect(await store.folders('z/')).toEqual(['1'])
    expect(await store.folders('none/')).toEqual([])
    expect(await keysIn(await folderStore([join(folder, 'a'), join(folder, 'a.b'), join(folder, 'a')]))).toEqual(['a.b', 'x'])
  })
})

describe('reading', () => {
  it('never leaves the folder', async () => {
    const folder = temporaryFolder()
    mkdirSync(join(folder, 'inside'))
    writeFileSync(join(folder, 'secret'), 'secret')
    writeFileSync(join(folder, 'inside', 'file'), 'file')
    symlinkSync(join(folder, 'secret'), join(folder, 'inside', 'link'))
    symlinkSync(folder, join(folder, 'inside', 'up'))
    const store = await folderStore([join(folder, 'inside')])
    for (const key of [
      '../secret',
      'a/../../secret',
      '/secret',
      '..\\secret',
      'link',
      'up/secret',
      `${folder}/secret`,
      '',
      '.',
      'file\0',
      '\0',
    ]) {
      expect([key, ['ENOENT', 'ELOOP', 'EISDIR'].includes(await read(store, key))]).toEqual([key, true])
    }
    expect(await read(store, 'file')).toBe('file')
    // A key may be a link to a file that is within.
    symlinkSync(join(folder, 'inside', 'file'), join(folder, 'inside', 'same'))
    expect(await read(store, 'same')).toBe('file')
    // The paths of so many folders are kept that there are more than these.
    for (let i = 0; i < 70; i++) {
      mkdirSync(join(folder, 'inside', `${i}`))
      writeFileSync(join(folder, 'inside', `${i}`, 'file'), `${i}`)
    }
    for (const i of [...Array(70).keys(), 0]) expect(await read(store, `${i}/file`)).toBe(`${i}`)
    expect(readdirSync(folder).sort()).toEqual(['inside', 'secret'])
  })

  it('waits for no writer of a pipe, and reads nothing of it', async () => {
    const folder = temporaryFolder()
    execFileSync('mkfifo', [join(folder, 'pipe')])
    symlinkSync(join(folder, 'pipe'), join(folder, 'link'))
    const store = await folderStore([folder])
    expect([await read(store, 'pipe'), await read(store, 'link')]).toEqual(['EISDIR', 'EISDIR'])
  })

  it('stops at the limit, in small files and large ones', async () => {
    const folder = temporaryFolder()
    const large = randomBytes(2 * 1024 * 1024 + 5)
    writeFiles(folder, [
      ['small', 'abcdef'],
      ['large', large],
    ])
    const store = await folderStore([folder])
    expect(await read(store, 'small', 3)).toBe('abc')
    expect(await read(store, 'large')).toBe(large.toString('latin1'))
    expect((await read(store, 'large', 300_000)).length).toBe(300_000)
  })

  it('rejects for paths that are not there', async () => {
    await expect(folderStore(['no such folder'])).rejects.toThrow('ENOENT')
  })
})
