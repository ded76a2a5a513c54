/** `glue-trail decode` on a long stream: it writes while it reads, in bounded memory. */
import { spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { glueCall } from '../support/records.js'
import { COMMAND, runProcess } from './command.js'

describe('a long stream', () => {
  const half = Array.from({ length: 2000 }, () => `${JSON.stringify({ ...glueCall, eventID: randomUUID() })}\n`).join('')

  it.each([
    ['ndjson', (input: string) => input],
    ['ndjson', gzipSync],
    ['json', (input: string) => input],
    ['csv', (input: string) => input],
  ])('is written while it is read: %s', async (format, stored) => {
    const child = spawn(process.execPath, [COMMAND, 'decode', '-', '--format', format], { stdio: ['pipe', 'pipe', 'ignore'] })
    let out = ''
    const hasHalf = new Promise<void>((resolve) => {
      child.stdout.setEncoding('utf8').on('data', (output: string) => {
        out += output
        if (out.split('StartJobRun').length > 1000) resolve()
      })
    })
    const closed = once(child, 'close')
    const input = Buffer.from(stored(half + half))
    child.stdin.write(input.subarray(0, input.length / 2))
    // The second half is sent only after output of the first half has arrived.
    await hasHalf
    child.stdin.end(input.subarray(input.length / 2))
    expect((await closed)[0]).toBe(0)
    const whole = runProcess(['decode', '-', '--format', format], { input: half + half })
    expect(out).toBe(whole.out)
  })

  it.each([false, true])('needs no more memory than a short one, gzipped: %s', (isGzipped) => {
    const output = half.repeat(60)
    const input = isGzipped ? gzipSync(output, { level: 1 }) : output
    const { status, out, err } = runProcess(['decode', '-'], { input, env: { NODE_OPTIONS: '--max-old-space-size=24' } })
    expect([status, out.length]).toEqual([0, output.length])
    expect(err).toBe('1 file, 120000 records, 120000 Glue, 120000 matched, 0 unknown, 0 nonconforming, 0 broken\n')
  })
})
