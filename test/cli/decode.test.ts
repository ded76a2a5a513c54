import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { Command } from 'commander'
import { describe, expect, it } from 'vitest'
import { decode } from '../../src/cli/decode.js'
import type { TextCommandOptions } from '../../src/cli/options.js'
import type { Stream } from '../../src/cli/screen.js'
import { glueCall, nonconformingCall, otherServiceCall } from '../support/records.js'
import { streamsWith } from '../support/streams.js'

const lines = (...values: ReadonlyArray<unknown>): string => values.map((value) => `${JSON.stringify(value)}\n`).join('')

async function decoded(input: string, options: Partial<TextCommandOptions> = {}, columns?: number) {
  const streams = streamsWith({ input, ...(columns === undefined ? {} : { columns }) })
  const status = await decode(['-'], { failOn: [], color: false, ...options }, new Command(), streams)
  return { status, out: streams.out(), err: streams.err() }
}

const three = lines(glueCall, otherServiceCall, nonconformingCall)

describe('decode', () => {
  it('writes NDJSON into a pipe and a table on a terminal', async () => {
    expect((await decoded(three)).out).toBe(lines(glueCall, nonconformingCall))
    expect((await decoded(three, {}, 80)).out).toContain('06:10:00  johndoe  StartJobRun  nightly   ok             192.0.2.7\n')
  })

  it('counts', async () => {
    expect((await decoded(three)).err).toBe('1 file, 3 records, 2 Glue, 2 matched, 0 unknown, 1 nonconforming, 0 broken\n')
  })

  it('writes no more than the limit, and says that there may be more', async () => {
    const { out, err } = await decoded(three, { limit: 1 })
    expect(out).toBe(lines(glueCall))
    expect(err).toMatch(/^1 file, [23] records, [12] Glue, [12] matched, 0 unknown, [01] nonconforming, 0 broken, stopped after 1\n$/)
  })

  it('answers with the exit status', async () => {
    const denied = lines({ ...glueCall, errorCode: 'AccessDenied' })
    expect((await decoded(denied)).status).toBe(0)
    expect((await decoded(denied, { failOn: ['denied'] })).status).toBe(1)
    expect((await decoded(denied, { failOn: ['nonconforming'] })).status).toBe(0)
    expect((await decoded(three, { failOn: ['nonconforming'] })).status).toBe(1)
    expect((await decoded('5\n')).status).toBe(1)
  })

  it('writes large output in pieces, all of it', async () => {
    const { out } = await decoded(lines(glueCall).repeat(1000))
    expect(out).toBe(lines(glueCall).repeat(1000))
  })

  it('sorts a table by time, also of a file that is read part by part', async () => {
    const times = Array.from({ length: 3000 }, (_, i) => new Date(Date.UTC(2024, 4, 14) + 1000 * ((i * 7919) % 3000)).toISOString())
    const { out } = await decoded(lines(...times.map((eventTime) => ({ ...glueCall, eventTime }))), { format: 'table' }, 80)
    const shown = out.match(/^\d\d:\d\d:\d\d/gm) ?? []
    expect(shown).toHaveLength(3000)
    expect(shown).toEqual(shown.toSorted())
  })

  it('sorts a table by time across files, and the records of a limit: those of the other formats', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'glue-trail-decode-'))
    const at = (...seconds: ReadonlyArray<number>): string =>
      lines(...seconds.map((second) => ({ ...glueCall, eventTime: `2024-05-14T06:10:0${second}Z` })))
    writeFileSync(join(folder, 'a.json'), at(5, 1, 7))
    writeFileSync(join(folder, 'b.json'), at(6, 0, 2))
    const times = async (options: Partial<TextCommandOptions>) => {
      const streams = streamsWith()
      await decode([folder], { failOn: [], color: false, ...options }, new Command(), streams)
      return streams
        .out()
        .match(/(?<=06:10:0)\d/g)
        ?.join('')
    }
    expect(await times({ format: 'table' })).toBe('012567')
    expect(await times({ format: 'ndjson' })).toBe('517602')
    expect(await times({ format: 'ndjson', limit: 4 })).toBe('5176')
    expect(await times({ format: 'table', limit: 4 })).toBe('1567')
    rmSync(folder, { recursive: true })
  })

  it('writes what has come before more is sent', async () => {
    const half = lines(glueCall).repeat(2000)
    const streams = streamsWith()
    const stdin = new Readable({ read: () => undefined })
    stdin.push(half)
    let rest: string | null = half
    const write: Stream['write'] = (bytes, done) => {
      streams.stdout.write(bytes, done)
      // If nothing came before this, it would wait forever. A record is returned once what follows it is known.
      if (rest !== null && streams.out().length > half.length - 1000) {
        stdin.push(rest)
        stdin.push(null)
        rest = null
      }
      return true
    }
    const status = await decode(['-'], { failOn: [], color: false }, new Command(), { ...streams, stdin, stdout: { write } })
    expect([status, streams.out()]).toEqual([0, half + half])
    expect(streams.err()).toBe('1 file, 4000 records, 4000 Glue, 4000 matched, 0 unknown, 0 nonconforming, 0 broken\n')
  })

  it('stops reading at the limit', async () => {
    const streams = streamsWith()
    const stdin = new Readable({ read: () => undefined })
    stdin.push(lines(glueCall).repeat(2000))
    expect(await decode(['-'], { failOn: [], color: false, limit: 1 }, new Command(), { ...streams, stdin })).toBe(0)
    expect([streams.out(), stdin.destroyed]).toEqual([lines(glueCall), true])
    expect(streams.err()).toMatch(/^1 file, \d+ records, .*, 0 broken, stopped after 1\n$/)
  })

  it('refuses a filter that says nothing, before anything is read', async () => {
    const streams = streamsWith({ input: three })
    const command = new Command().exitOverride().configureOutput({ writeErr: () => undefined })
    await expect(decode(['-'], { failOn: [], from: 'soon' }, command, streams)).rejects.toMatchObject({
      message: "error: --from 'soon': expected a date, a date with a time, or a time ago such as 24h",
    })
    expect(streams.out()).toBe('')
  })
})
