/** The command with several threads writes the same as with one. */
import { spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { glueCall, insight, nonconformingCall, otherServiceCall } from '../support/records.js'
import { COMMAND, onTerminal, runProcess, shell } from './command.js'

const KINDS = [glueCall, otherServiceCall, nonconformingCall, { ...glueCall, errorCode: 'AccessDenied' }, insight, 5]

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'glue-trail-e2e-threads-'))
  // Files of many sizes: complete, damaged and empty.
  for (let i = 0; i < 60; i++) {
    const Records = Array.from({ length: (i * 7) % 50 }, (_, n) => {
      const kind = KINDS[(i + n) % KINDS.length]
      return typeof kind === 'number'
        ? kind
        : { ...kind, eventID: `${i}-${n}`, userIdentity: { type: 'IAMUser', userName: `user ${(i * n) % 9}` } }
    })
    const output = JSON.stringify({ Records })
    const bytes = i % 3 === 0 ? output : gzipSync(output)
    writeFileSync(join(folder, `${100 + i}.json`), i % 10 === 7 ? bytes.slice(0, bytes.length / 2) : bytes)
  }
  writeFileSync(join(folder, '130b.txt'), 'no log')
})
afterAll(() => rmSync(folder, { recursive: true }))

const COMMANDS: ReadonlyArray<ReadonlyArray<string>> = [
  ['decode', '--format', 'ndjson'],
  ['decode', '--format', 'json', '--source', '*'],
  ['decode', '--format', 'csv', '--redact'],
  ['decode', '--format', 'json', '--api', 'DeleteTable'],
  ['decode', '--fail-on', 'nonconforming', '--fail-on', 'denied', '--known-only'],
  ['decode', '--from', '2024-05-14', '--errors'],
  ['summary', '--source', '*'],
  ['summary', '--format', 'json', '--top', '3'],
]

describe.each(COMMANDS)('%s %s %s %s', (...words) => {
  it('has the same output and exit status with 1, 2 and 3 threads', () => {
    const one = runProcess([...words, folder, '--workers', '1'])
    expect(one.out.length + one.err.length).toBeGreaterThan(50)
    for (const workers of ['2', '3']) expect(runProcess([...words, folder, '--workers', workers])).toEqual(one)
    const example = runProcess([...words, 'examples/trail', '--workers', '1'])
    expect(runProcess([...words, 'examples/trail', '--workers', '2'])).toEqual(example)
  })
})

describe('threads', () => {
  it('report files that cannot be read in the same way', () => {
    const words = ['decode', '--format', 'ndjson', 'no file', join(folder, '101.json'), 'none']
    const one = runProcess([...words, '--workers', '1'])
    expect(one.err.split('\n').filter((line) => line.includes('no such'))).toEqual([
      'glue-trail: no file: no such file or directory',
      'glue-trail: none: no such file or directory',
    ])
    expect(runProcess([...words, '--workers', '2'])).toEqual(one)
  })

  it('are not used with standard input, a limit or a table', () => {
    const line = `${JSON.stringify(glueCall)}\n`
    for (const words of [
      ['-', folder],
      [folder, '--limit', '5'],
      [folder, '--format', 'table'],
    ]) {
      const one = runProcess(['decode', ...words, '--workers', '1'], { input: line })
      expect(runProcess(['decode', ...words, '--workers', '3'], { input: line })).toEqual(one)
    }
  })

  it('must be at least 1', () => {
    const { status, err } = runProcess(['decode', folder, '--workers', '0'])
    expect(status).toBe(2)
    expect(err).toContain("option '--workers <number>' argument '0' is invalid. It must be a whole number, at least 1")
  })

  it('end quietly when the reader of the pipe closes it', () => {
    const { out, err } = shell(`glue-trail decode "${folder}" --workers 2 | head -n 1 >/dev/null; echo "\${PIPESTATUS[0]}"`)
    expect(out).toBe('0\n')
    expect(err).not.toContain('worker')
  })
})

describe('an interrupt', () => {
  let slow: string
  beforeAll(() => {
    slow = mkdtempSync(join(tmpdir(), 'glue-trail-e2e-slow-'))
    const Records = Array.from({ length: 20_000 }, () => ({ ...glueCall, eventID: randomUUID() }))
    const bytes = gzipSync(JSON.stringify({ Records }))
    for (let i = 0; i < 30; i++) writeFileSync(join(slow, `${100 + i}.json.gz`), bytes)
  })
  afterAll(() => rmSync(slow, { recursive: true }))

  it.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const)('%s ends all threads with %i and no message', async (signal, expected) => {
    const child = spawn(process.execPath, [COMMAND, 'decode', slow, '--workers', '2'], { stdio: ['ignore', 'pipe', 'pipe'] })
    let err = ''
    child.stderr.on('data', (output) => {
      err += output
    })
    child.stdout.once('data', () => child.kill(signal))
    child.stdout.resume()
    const [status, by] = await once(child, 'close')
    expect([status, by, err]).toEqual([expected, null, ''])
  })

  it('ends them on a terminal with a progress bar', async () => {
    let sent = false
    const { status, output } = await onTerminal(['summary', slow, '--workers', '2'], {
      columns: 80,
      watch: (shown, terminal) => {
        if (sent || !shown.includes('%')) return
        sent = true
        terminal.write('\u0003')
      },
    })
    expect([status, sent]).toEqual([130, true])
    expect(output).toContain('% of')
  })
})
