import { execFileSync } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, linkSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { errorWord, listFiles } from '../../src/node/list-files.js'
import { asNobody, temporaryFolder } from '../support/folder.js'

/** Paths below a folder, with their sizes and errors. */
async function listed(folder: string, paths: ReadonlyArray<string> = [folder]): Promise<ReadonlyArray<string>> {
  const files = await listFiles(paths)
  return files.map(({ path, size, error }) => `${path.replace(folder, '.')} ${error ?? size}`)
}

describe('listFiles', () => {
  it('lists a folder and the folders below by name, always in the same order', async () => {
    const folder = temporaryFolder()
    for (const name of ['b', 'a', 'B', 'b/2', 'a/c']) mkdirSync(join(folder, name), { recursive: true })
    for (const name of ['b/10', 'b/9', 'b/2/z', 'a/c/x', 'a.json', 'z', 'B/ä', '0']) writeFileSync(join(folder, name), name)
    expect(await listed(folder)).toEqual(['./0 1', './B/ä 4', './a/c/x 5', './a.json 6', './b/10 4', './b/2/z 5', './b/9 3', './z 1'])
  })

  it('keeps the order of the paths, and lists nothing twice', async () => {
    const folder = temporaryFolder()
    mkdirSync(join(folder, 'below'))
    writeFileSync(join(folder, 'below', 'a'), 'a')
    writeFileSync(join(folder, 'b'), 'bb')
    const [a, b] = [join(folder, 'below', 'a'), join(folder, 'b')]
    expect(await listed(folder, [b, a, folder, b, join(folder, 'below', '..', 'b')])).toEqual(['./b 2', './below/a 1'])
  })

  it('takes one path as it is', async () => {
    const folder = temporaryFolder()
    writeFileSync(join(folder, 'a'), 'a')
    expect((await listFiles(folder)).map(({ path }) => path)).toEqual([join(folder, 'a')])
  })

  it('follows links, and goes round no loop', async () => {
    const folder = temporaryFolder()
    mkdirSync(join(folder, 'real', 'deep'), { recursive: true })
    writeFileSync(join(folder, 'real', 'deep', 'file'), 'abc')
    symlinkSync('..', join(folder, 'real', 'deep', 'up'))
    symlinkSync(join(folder, 'real'), join(folder, 'again'))
    symlinkSync('deep/file', join(folder, 'real', 'link'))
    symlinkSync('nowhere', join(folder, 'real', 'broken'))
    symlinkSync('itself', join(folder, 'real', 'itself'))
    expect(await listed(folder)).toEqual(['./again/broken ENOENT', './again/deep/file 3', './again/itself ELOOP'])
    expect(await listed(folder, [join(folder, 'real', 'link')])).toEqual(['./real/link 3'])
  })

  it('does not follow links out of the folder unless asked', async () => {
    const [folder, outside] = [temporaryFolder(), temporaryFolder()]
    writeFileSync(join(outside, 'secret'), 'abc')
    symlinkSync(outside, join(folder, 'away'))
    symlinkSync(join(outside, 'secret'), join(folder, 'one'))
    expect(await listed(folder)).toEqual(['./away LINK_OUTSIDE', './one LINK_OUTSIDE'])
    expect(await listed(folder, [join(folder, 'one')])).toEqual(['./one 3'])
    const files = await listFiles([folder], { followLinks: true })
    expect(files.map(({ path, size }) => `${path.replace(folder, '.')} ${size}`)).toEqual(['./away/secret 3'])
  })

  it('refuses devices', async () => {
    expect(await listFiles(['/dev/zero'])).toEqual([{ path: '/dev/zero', size: 0, error: 'NOT_A_FILE' }])
  })

  it('refuses sockets, and leaves them out of folders', async () => {
    const folder = temporaryFolder()
    const path = join(folder, 'socket')
    const server = createServer().listen(path)
    await once(server, 'listening')
    expect(await listFiles([folder])).toEqual([])
    expect(await listFiles([path])).toEqual([{ path, size: 0, error: 'NOT_A_FILE' }])
    server.close()
  })

  it('does not follow chains of links out of the folder, nor links to devices and to what a process has open', async () => {
    const [folder, outside] = [temporaryFolder(), temporaryFolder()]
    writeFileSync(join(outside, 'secret'), 'abc')
    symlinkSync('b', join(folder, 'a'))
    symlinkSync('c', join(folder, 'b'))
    symlinkSync(join(outside, 'secret'), join(folder, 'c'))
    symlinkSync('/dev/zero', join(folder, 'd'))
    symlinkSync('/proc/self/environ', join(folder, 'e'))
    expect(await listed(folder)).toEqual(['a', 'b', 'c', 'd', 'e'].map((name) => `./${name} LINK_OUTSIDE`))
  })

  it('lists a file of two names twice: nothing says that they are one', async () => {
    const folder = temporaryFolder()
    writeFileSync(join(folder, 'a'), 'abc')
    linkSync(join(folder, 'a'), join(folder, 'b'))
    expect(await listed(folder)).toEqual(['./a 3', './b 3'])
  })

  it('leaves out names with a dot in front, unless they are named', async () => {
    const folder = temporaryFolder()
    mkdirSync(join(folder, '.hidden'))
    writeFileSync(join(folder, '.hidden', 'a'), 'a')
    writeFileSync(join(folder, '.DS_Store'), 'b')
    expect(await listed(folder)).toEqual([])
    expect(await listed(folder, [join(folder, '.hidden'), join(folder, '.DS_Store')])).toEqual(['./.hidden/a 1', './.DS_Store 1'])
  })

  it('leaves out what is neither file nor folder, unless it is named', async () => {
    const folder = temporaryFolder()
    symlinkSync('/dev/null', join(folder, 'device'))
    expect(await listed(folder)).toEqual(['./device LINK_OUTSIDE'])
    expect(await listed(folder, ['/dev/null'])).toEqual(['/dev/null NOT_A_FILE'])
  })

  it('says of a pipe that it is one, and leaves it out of folders', async () => {
    const folder = temporaryFolder()
    const path = join(folder, 'pipe')
    execFileSync('mkfifo', [path])
    expect(await listFiles([folder])).toEqual([])
    expect(await listFiles([path, path])).toEqual([{ path, size: 0, isPipe: true }])
  })

  it('lists what it cannot look at with its error, and goes on', async () => {
    const folder = temporaryFolder()
    mkdirSync(join(folder, 'closed'))
    writeFileSync(join(folder, 'closed', 'a'), 'a')
    writeFileSync(join(folder, 'open'), 'a')
    chmodSync(join(folder, 'closed'), 0)
    const found = await asNobody(() => listed(folder, [join(folder, 'missing'), folder]))
    chmodSync(join(folder, 'closed'), 0o755)
    expect(found).toEqual(['./missing ENOENT', './closed EACCES', './open 1'])
  })

  it('hands on what is listed already', async () => {
    const folder = temporaryFolder()
    writeFileSync(join(folder, 'a'), 'a')
    const file = { path: 'anything', size: 5 }
    expect(await listFiles([file, join(folder, 'a'), file])).toEqual([file, { path: join(folder, 'a'), size: 1 }, file])
  })
})

describe('errorWord', () => {
  it('is the word of the system', () => {
    expect(errorWord(Object.assign(new Error('a path'), { code: 'EIO' }))).toBe('EIO')
    expect(errorWord(new RangeError('a path'))).toBe('an unknown error')
    expect(errorWord({ code: 5 })).toBe('an unknown error')
    expect(errorWord(null)).toBe('an unknown error')
  })
})
