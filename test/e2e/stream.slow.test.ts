/** `glue-trail decode --stream` as a process between the pipes of an engine. */
import { spawn } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { glueCall } from '../support/records.js'
import { ROOT } from '../support/root.js'
import { COMMAND } from './command.js'

describe('stream', () => {
  const line = `${JSON.stringify(glueCall)}\n`

  it('writes the records of a line before it reads the next one', async () => {
    const child = spawn(process.execPath, [COMMAND, 'decode', '-', '--stream'], { cwd: ROOT, stdio: ['pipe', 'pipe', 'pipe'] })
    let out = ''
    let err = ''
    child.stderr.setEncoding('utf8').on('data', (output: string) => {
      err += output
    })
    for (let i = 1; i <= 3; i++) {
      const answered = new Promise<void>((resolve) => {
        child.stdout.setEncoding('utf8').once('data', (output: string) => {
          out += output
          resolve()
        })
      })
      child.stdin.write(line)
      await answered
      expect(out).toBe(line.repeat(i))
    }
    child.stdin.write('{"a":\n')
    child.stdin.end()
    const status = await new Promise((resolve) => child.once('close', resolve))
    expect([status, err]).toEqual([
      0,
      'glue-trail: line 4: record 0, byte 0: expected its end, received the end of the file\n' +
        '1 file, 4 records, 3 Glue, 3 matched, 0 unknown, 0 nonconforming, 1 broken\n',
    ])
  })

  it('reads a long stream in bounded memory', async () => {
    // Five times the heap of the process.
    const child = spawn(process.execPath, ['--max-old-space-size=24', COMMAND, 'decode', '-', '--stream'], { cwd: ROOT })
    const chunk = line.repeat(1000)
    const chunks = 300
    let bytes = 0
    child.stdout.on('data', (data: Buffer) => {
      bytes += data.length
    })
    const closed = new Promise((resolve) => child.once('close', resolve))
    for (let i = 0; i < chunks; i++) if (!child.stdin.write(chunk)) await new Promise((resolve) => child.stdin.once('drain', resolve))
    child.stdin.end()
    expect(await closed).toBe(0)
    expect(bytes).toBe(chunks * chunk.length)
    expect(bytes).toBeGreaterThan(120 * 1024 * 1024)
  })
})
