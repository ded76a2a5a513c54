import { execFileSync, spawn } from 'node:child_process'
import { truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { openPipes } from '../../src/cli/open-pipes.js'
import { optionFile, whileRead } from '../../src/cli/option-file.js'
import { temporaryFolder } from '../support/folder.js'

const MIB = 1024 * 1024

/** A pipe, and a command of the shell that writes into it. */
function pipeOf(script: string) {
  const path = join(temporaryFolder(), 'pipe')
  execFileSync('mkfifo', [path])
  return { path, writer: spawn('sh', ['-c', `${script} > "$0"`, path]) }
}

it('is the content of a file, or of a pipe in pieces', async () => {
  const file = join(temporaryFolder(), 'keys')
  writeFileSync(file, 'one\ntwo\n')
  expect((await optionFile('--keys', file)).toString()).toBe('one\ntwo\n')
  expect((await optionFile('--keys', pipeOf('(echo one; sleep 0.1; echo two)').path)).toString()).toBe('one\ntwo\n')
})

it('is limited, of a pipe without an end too', async () => {
  const file = join(temporaryFolder(), 'keys')
  writeFileSync(file, '')
  truncateSync(file, 2 * MIB)
  expect((await optionFile('--keys', file, 2)).length).toBe(2 * MIB)
  truncateSync(file, 2 * MIB + 1)
  await expect(optionFile('--keys', file, 2)).rejects.toThrow(`--keys: ${file}: expected at most 2 MiB, received more`)
  await expect(optionFile('--keys', pipeOf('cat /dev/zero').path, 2)).rejects.toThrow('expected at most 2 MiB, received more')
  expect([...openPipes]).toEqual([])
})

it('is neither a device nor a folder, nor absent', async () => {
  await expect(optionFile('--keys', '/dev/zero')).rejects.toThrow(
    '--keys: /dev/zero: expected a file or a pipe, received a device or a socket',
  )
  await expect(optionFile('--keys', temporaryFolder())).rejects.toThrow('EISDIR')
  await expect(optionFile('--keys', 'no such file')).rejects.toThrow("ENOENT: no such file or directory, stat 'no such file'")
})

it('has the pipe among those that a signal ends, until it was read', async () => {
  const { path, writer } = pipeOf('sleep 600')
  const seen = async () => [...openPipes]
  expect(await whileRead('--signatures', path, seen)).toEqual([path])
  expect(await whileRead('--signatures', 'examples/trail', seen)).toEqual([])
  await expect(whileRead('--signatures', path, () => Promise.reject(new Error('wrong')))).rejects.toThrow('wrong')
  expect([...openPipes]).toEqual([])
  writer.kill()
})
