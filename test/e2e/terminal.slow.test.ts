/** The command on a pseudo terminal. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { linkSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { glueCall } from '../support/records.js'
import { COMMAND, onTerminal, shell } from './command.js'

const TRAIL = 'examples/trail'

const SHOW_CURSOR = '\u001b[?25h'
const HIDE_CURSOR = '\u001b[?25l'
const CLEAR_LINE = '\u001b[2K'

let folder: string
let slow: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'glue-trail-terminal-'))
  slow = mkdtempSync(join(tmpdir(), 'glue-trail-slow-'))
  // Hard links to one file take seconds to read and no disk space.
  const first = join(slow, '0.json.gz')
  writeFileSync(first, gzipSync(JSON.stringify({ Records: new Array(2000).fill(glueCall) })))
  for (let i = 1; i < 400; i++) linkSync(first, join(slow, `${i}.json.gz`))
})
afterAll(() => {
  for (const each of [folder, slow]) rmSync(each, { recursive: true })
})

describe('a table', () => {
  it('is the same as in process', async () => {
    const { status, output } = await onTerminal(['decode', TRAIL], { columns: 80 })
    expect(status).toBe(0)
    await expect(output).toMatchFileSnapshot('golden/terminal-80.ansi')
  })
})

describe('long work', () => {
  it('shows a progress bar and removes it', async () => {
    const { status, output } = await onTerminal(['decode', slow, '--exposed'], { columns: 80 })
    expect(status).toBe(0)
    expect(output).toMatch(/\d+ % of \d+\.\d MB, \d+ s to go/)
    expect(output.split(HIDE_CURSOR).length).toBe(2)
    const left = output.slice(output.lastIndexOf(CLEAR_LINE) + CLEAR_LINE.length)
    expect(left).toBe('400 files, 800000 records, 800000 Glue, 0 matched, 0 unknown, 0 nonconforming, 0 broken\n')
    expect(output.lastIndexOf(SHOW_CURSOR)).toBeGreaterThan(output.lastIndexOf(HIDE_CURSOR))
  })

  it('shows progress within one large file', async () => {
    const path = join(folder, 'large.ndjson')
    const line = JSON.stringify({ Records: new Array(2000).fill(glueCall) })
    writeFileSync(path, `${line}\n`.repeat(300))
    const { status, output } = await onTerminal(['decode', path, '--exposed'], { columns: 80 })
    expect(status).toBe(0)
    expect(output).toMatch(/ [1-9]\d? % of \d+\.\d MB, \d+ s to go/)
    expect(output.slice(output.lastIndexOf(CLEAR_LINE) + CLEAR_LINE.length)).toMatch(/^1 file, 600000 records, .*, 0 broken\n$/)
  })

  it('shows how much of standard input was read', async () => {
    const script = `yes "$0" | head -n 600000 | "$1" "$2" decode - --exposed`
    const piped = `require('node:child_process').spawnSync('bash', ['-c', ...process.argv.slice(1)], { stdio: 'inherit' })`
    const { output } = await onTerminal([script, JSON.stringify(glueCall), process.execPath, COMMAND], {
      columns: 80,
      program: ['-e', piped],
    })
    expect(output).toMatch(/\d+\.\d MB read/)
    expect(output.slice(output.lastIndexOf(CLEAR_LINE) + CLEAR_LINE.length)).toMatch(/^1 file, 600000 records, .*, 0 broken\n$/)
  })

  it('leaves a clean terminal when it is interrupted', async () => {
    let interrupted = false
    const { status, output } = await onTerminal(['decode', slow, '--exposed'], {
      columns: 80,
      watch: (soFar, terminal) => {
        if (interrupted || !/\d % of/.test(soFar)) return
        interrupted = true
        terminal.write('\u0003')
      },
    })
    expect(status).toBe(130)
    expect(output.slice(output.lastIndexOf('%'))).toContain(SHOW_CURSOR)
    expect(output.slice(output.lastIndexOf(CLEAR_LINE))).toBe(CLEAR_LINE)
  })
})

describe('an interrupt of a command in a pipe', () => {
  it.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const)('%s ends it with %i and no message', async (signal, expected) => {
    const child = spawn(process.execPath, [COMMAND, 'decode', slow], { stdio: ['ignore', 'pipe', 'pipe'] })
    let err = ''
    child.stderr.on('data', (output) => {
      err += output
    })
    child.stdout.once('data', () => child.kill(signal))
    child.stdout.resume()
    const [status, by] = await once(child, 'close')
    expect([status, by, err]).toEqual([expected, null, ''])
  })
})

describe('a pipe that is closed early', () => {
  it.each(['ndjson', 'json', 'csv', 'table'])('ends it quietly: %s', (format) => {
    const { out, err } = shell(`glue-trail decode "${slow}" --format ${format} | head -n 1 >/dev/null; echo "\${PIPESTATUS[0]}"`)
    expect([out, err]).toEqual(['0\n', ''])
  })

  it('loses no record where it is that of standard error', () => {
    const decode = `glue-trail decode missing.json "${slow}/0.json.gz"`
    const { out, err } = shell(`{ { ${decode} 2>&1 >&3; echo "$?" >&2; } | true; } 3>&1 | wc -l`)
    expect([out.trim(), err]).toEqual(['2000', '1\n'])
  })

  it('ends help quietly too', () => {
    const { out, err } = shell(`glue-trail decode --help | true; echo "\${PIPESTATUS[0]}"`)
    expect([out, err]).toEqual(['0\n', ''])
  })
})
