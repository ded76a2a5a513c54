import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Command } from 'commander'
import { describe, expect, it } from 'vitest'
import { predicateOf, readingOf } from '../../src/cli/reading.js'
import { s3Of } from '../support/envelope.js'
import { glueCall, nonconformingCall, otherServiceCall } from '../support/records.js'
import { streamsWith } from '../support/streams.js'

const input = [glueCall, nonconformingCall, otherServiceCall, 5].map((record) => `${JSON.stringify(record)}\n`).join('')

describe('readingOf', () => {
  it('gives the records that are wanted, counts all and says what is broken', async () => {
    const streams = streamsWith({ input })
    const { tally, parts } = await readingOf(['-'], predicateOf({}, new Command()), {}, new Command(), streams)
    const names: Array<unknown> = []
    for await (const { records } of parts()) for (const { record } of records) names.push(record.eventName)
    expect(names).toEqual(['StartJobRun', 'UpdateTable'])
    expect(tally).toEqual({
      files: 1,
      records: 3,
      unreadable: 0,
      glue: 2,
      matched: 2,
      unknown: 0,
      nonconforming: 1,
      broken: 1,
      repeated: 0,
      others: {},
    })
    expect(streams.err()).toMatch(/^glue-trail: -: byte \d+: expected an object or a list, received something else\n$/)
  })

  it('notices damage in records that the filter passes over only where it is to be strict', async () => {
    const damaged = `{"Records":[${JSON.stringify(otherServiceCall).replace('{', '{"size":secret,')},${JSON.stringify(glueCall)}]}`
    const broken = async (options: { readonly strict?: boolean }) => {
      const streams = streamsWith({ input: damaged })
      const { tally, parts } = await readingOf(['-'], predicateOf({}, new Command()), options, new Command(), streams)
      let shown = 0
      for await (const { records } of parts()) shown += [...records].length
      expect(shown).toBe(1)
      return [tally.records, tally.broken, streams.err()]
    }
    expect(await broken({})).toEqual([2, 0, ''])
    expect(await broken({ strict: true })).toEqual([
      2,
      1,
      expect.stringMatching(/^glue-trail: -: record 0, byte \d+: expected JSON, received something else\n$/),
    ])
  })

  it('writes at most 100 lines of notices, and counts the others', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'glue-trail-reading-'))
    const notice = JSON.stringify(s3Of('a.json.gz'))
    for (let i = 0; i < 60; i++) writeFileSync(join(folder, `${i}.json`), notice)
    const streams = streamsWith()
    const { screen, parts } = await readingOf([folder], predicateOf({}, new Command()), {}, new Command(), streams)
    for await (const _ of parts());
    await screen.end('the last line')
    rmSync(folder, { recursive: true })
    const lines = streams.err().split('\n')
    expect(lines).toHaveLength(103)
    expect(lines.slice(0, 2)).toEqual([
      `${join(folder, '0.json')}: holds no record: a notice that names 1 object`,
      `${join(folder, '0.json')}: read what it names with: glue-trail decode 's3://trails/a.json.gz'`,
    ])
    expect(lines.slice(-3)).toEqual(['glue-trail: ... and 20 more', 'the last line', ''])
  })

  it('reports unknown APIs', async () => {
    const streams = streamsWith({ input })
    await readingOf(['-'], predicateOf({ api: ['GetTabel'] }, new Command()), { api: ['GetTabel'] }, new Command(), streams)
    expect(streams.err()).toBe('glue-trail: no known Glue API: GetTabel (Did you mean GetTable?)\n')
  })
})

describe('predicateOf', () => {
  it('selects Glue records by default', () => {
    const command = new Command()
    expect([glueCall, otherServiceCall].map(predicateOf({}, command).test)).toEqual(['YES', 'NO'])
    expect([glueCall, otherServiceCall].map(predicateOf({ source: ['s3'] }, command).test)).toEqual(['NO', 'YES'])
  })

  it('names the value that is wrong, of an option that may be repeated', () => {
    const command = new Command().exitOverride().configureOutput({ writeErr: () => undefined })
    expect(() => predicateOf({ api: ['GetTable', ''] }, command)).toThrow(
      "error: --api '': expected at least one character, received an empty string",
    )
  })

  it('ends the command where the options are wrong', () => {
    const command = new Command().exitOverride().configureOutput({ writeErr: () => undefined })
    expect(() => predicateOf({ from: 'soon', to: 'later' }, command)).toThrow(
      "error: --from 'soon': expected a date, a date with a time, or a time ago such as 24h\n" +
        "       --to 'later': expected a date, a date with a time, or a time ago such as 24h",
    )
  })

  it('names the nearest word for a misspelled time, and not what was received', () => {
    const command = new Command().exitOverride().configureOutput({ writeErr: () => undefined })
    expect(() => predicateOf({ from: 'yesterdy' }, command)).toThrow(
      "error: --from 'yesterdy': expected a date, a date with a time, or a time ago such as 24h (Did you mean yesterday?)",
    )
    expect(() => predicateOf({ from: 'today', to: 'yesterday' }, command)).toThrow(/^error: --to 'yesterday': expected a time after from$/)
  })
})
