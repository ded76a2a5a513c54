/** `glue-trail` reads named pipes, such as those that a shell makes of `<(...)`, as it reads standard input. */
import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createWriteStream, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { temporaryFolder } from '../support/folder.js'
import { glueCall } from '../support/records.js'
import { ROOT } from '../support/root.js'
import { COMMAND, runProcess, shell } from './command.js'

const line = `${JSON.stringify(glueCall)}\n`

describe('a pipe by its path', () => {
  it('gives the same records as the file', () => {
    const file = execFileSync('find', ['examples/trail', '-name', '*.gz'], { cwd: ROOT, encoding: 'utf8' }).split('\n').sort().at(-1)
    const { out } = runProcess(['decode', '--source', '*', String(file)])
    expect(out.length).toBeGreaterThan(1000)
    expect(shell(`glue-trail decode --source '*' <(gunzip -c ${file}) <(cat ${file})`)).toMatchObject({ status: 0, out: out + out })
    expect(shell(`cat ${file} | glue-trail decode --source '*' /dev/stdin`)).toMatchObject({ status: 0, out })
  })

  it('gives its records before its end, in bounded memory', async () => {
    const path = join(temporaryFolder(), 'pipe')
    execFileSync('mkfifo', [path])
    // Five times the heap of the process.
    const child = spawn(process.execPath, ['--max-old-space-size=24', COMMAND, 'decode', path], { cwd: ROOT })
    let bytes = 0
    const first = new Promise((resolve) => child.stdout.once('data', resolve))
    child.stdout.on('data', (data: Buffer) => {
      bytes += data.length
    })
    const closed = new Promise((resolve) => child.once('close', resolve))
    const pipe = createWriteStream(path)
    const chunk = line.repeat(1000)
    const chunks = 300
    const write = async (): Promise<void> => {
      if (!pipe.write(chunk)) await new Promise<void>((resolve) => pipe.once('drain', () => resolve()))
    }
    for (let i = 0; i < 5; i++) await write()
    await first
    for (let i = 5; i < chunks; i++) await write()
    pipe.end()
    expect(await closed).toBe(0)
    expect(bytes).toBe(chunks * chunk.length)
    expect(bytes).toBeGreaterThan(120 * 1024 * 1024)
  })

  it.each(['SIGTERM', 'SIGINT'] as const)('ends at once by %s while its writer says nothing', async (signal) => {
    const path = join(temporaryFolder(), 'pipe')
    execFileSync('mkfifo', [path])
    const writer = spawn('sh', ['-c', 'exec 3>"$0"; echo opened; exec sleep 600', path])
    const child = spawn(process.execPath, [COMMAND, 'decode', path], { cwd: ROOT })
    const closed = once(child, 'close')
    await once(writer.stdout, 'data')
    child.kill(signal)
    expect(await closed).toEqual([null, signal])
    writer.kill()
  })

  it('ends at once by SIGTERM while it has no writer', async () => {
    const path = join(temporaryFolder(), 'pipe')
    execFileSync('mkfifo', [path])
    const first = join(temporaryFolder(), 'first.json')
    writeFileSync(first, line)
    const child = spawn(process.execPath, [COMMAND, 'decode', first, path], { cwd: ROOT })
    const closed = once(child, 'close')
    // The pipe is next.
    await once(child.stdout, 'data')
    child.kill('SIGTERM')
    const [status, by] = await closed
    expect(status ?? by).toBe(status === null ? 'SIGTERM' : 143)
  })
})

describe('a pipe that an option names', () => {
  it.each([
    ['validate', 'examples/trail', '--public-keys'],
    ['validate', 'examples/trail', '--signatures'],
    ['validate', 'examples/trail', '--after'],
    ['decode', 'examples/trail', '--verify', '--public-keys'],
    ['decode', 's3://bucket', '--keys'],
  ])('ends at once by SIGTERM while its writer says nothing: %s %s %s %s', async (...args) => {
    const path = join(temporaryFolder(), 'pipe')
    execFileSync('mkfifo', [path])
    const writer = spawn('sh', ['-c', 'exec 3>"$0"; echo opened; exec sleep 600', path])
    const child = spawn(process.execPath, [COMMAND, ...args, path], { cwd: ROOT })
    const closed = once(child, 'close')
    await once(writer.stdout, 'data')
    child.kill('SIGTERM')
    expect(await closed).toEqual([null, 'SIGTERM'])
    writer.kill()
  })

  it('ends at once by SIGTERM while it has no writer', async () => {
    const path = join(temporaryFolder(), 'pipe')
    execFileSync('mkfifo', [path])
    const child = spawn(process.execPath, [COMMAND, 'validate', 'examples/trail', '--public-keys', path], { cwd: ROOT })
    const closed = once(child, 'close')
    // Nothing is written before the pipe is read.
    await new Promise((resolve) => setTimeout(resolve, 2000))
    child.kill('SIGTERM')
    const [status, by] = await closed
    expect(status ?? by).toBe(status === null ? 'SIGTERM' : 143)
  })

  it('gives the same as the file', () => {
    const file = join(temporaryFolder(), 'wrong-keys.json')
    writeFileSync(file, '{}')
    const { status, err } = runProcess(['validate', 'examples/trail', '--public-keys', file])
    expect(status).toBe(2)
    for (const line of [
      `glue-trail validate examples/trail --public-keys <(cat ${file})`,
      `cat ${file} | glue-trail validate examples/trail --public-keys /dev/stdin`,
    ])
      expect(shell(line)).toMatchObject({ status, err })
  })
})
