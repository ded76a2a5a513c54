/** `glue-trail demo` as its users see it: the story, without and with color, and the commands to try next. */
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CHAPTERS } from '../../src/cli/demo/chapters.js'
import { ROOT } from '../support/root.js'
import { onTerminal, runProcess, shell } from './command.js'

let folder: string
/** Relative, so that the story is the same everywhere. */
const trail = 'glue-trail-demo'

const printed = (width = 100): string => {
  const { status, out, err } = shell(`cd "${folder}" && glue-trail demo`, { env: { COLUMNS: String(width) } })
  expect([status, err]).toEqual([0, ''])
  return out
}

let story: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'glue-trail-demo-'))
  story = printed()
})
afterAll(() => rmSync(folder, { recursive: true }))

// biome-ignore lint/suspicious/noControlCharactersInRegex: the escape sequences of colours
const COLOURS = /\u001b\[\d+m/g

const filesIn = (path: string): ReadonlyArray<readonly [string, string]> =>
  readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry): readonly [string, string] => [
      join(entry.parentPath, entry.name).slice(path.length),
      gunzipSync(readFileSync(join(entry.parentPath, entry.name))).toString(),
    ])
    .sort(([a], [b]) => (a < b ? -1 : 1))

describe('the demo', () => {
  it('writes the example trail', () => {
    expect(filesIn(join(folder, trail))).toEqual(filesIn(join(ROOT, 'examples/trail')))
  })

  it('prints this story', async () => {
    await expect(story).toMatchFileSnapshot('golden/demo.txt')
  })

  it('prints the whole day in two screens', () => {
    expect(story.split('\n').length).toBeLessThan(75)
    expect(story.split('\n').filter((line) => /^\d\d:\d\d {2}/.test(line))).toEqual(CHAPTERS.map(({ title }) => title))
  })

  it('has a call of the day and an answer in every chapter', () => {
    for (const chapter of story.split(/\n(?=\d\d:\d\d {2})/).slice(1)) {
      expect(chapter).toMatch(/^ {2}\d\d:\d\d:\d\d {2}/m)
      expect(chapter).toMatch(/^ {2}[a-z]\w+ +\S/m)
      expect(chapter).not.toContain('undefined')
    }
  })

  it('shows no secret', () => {
    for (const secret of ['example-not-for-print', 'five', 'sessionToken']) expect(story).not.toContain(secret)
  })

  it.each([80, 140])('fits into %i columns', (width) => {
    for (const line of printed(width).split('\n')) expect([...line].length, line).toBeLessThanOrEqual(width)
  })

  it('is the same in color on a terminal', async () => {
    const { status, output } = await onTerminal(['demo', join(folder, 'again')], { columns: 100 })
    expect(status).toBe(0)
    expect(output).toMatch(COLOURS)
    expect(output.replaceAll(COLOURS, '').replaceAll(join(folder, 'again'), trail).slice(0, 2000)).toBe(story.slice(0, 2000))
  })

  it('refuses a folder with other files', () => {
    const other = join(folder, 'other')
    mkdirSync(other)
    writeFileSync(join(other, 'mine.txt'), '')
    const { status, out, err } = runProcess(['demo', other])
    expect([status, out]).toEqual([2, ''])
    expect(err).toBe(`glue-trail demo: the folder '${other}' has other files: name a new one; try --help\n`)
    expect(readdirSync(other)).toEqual(['mine.txt'])
  })

  it('may be run again', () => {
    expect(printed()).toBe(story)
  })
})

describe('what to try next', () => {
  it('is commands that work', () => {
    const commands = [...printed(140).matchAll(/^ {2}(glue-trail .*?) {2}/gm)].map((match) => match[1] ?? '')
    expect(commands.length).toBe(5)
    cpSync(join(folder, trail), join(folder, 'PATH'), { recursive: true })
    for (const command of commands) {
      const { status, out } = shell(`cd "${folder}" && ${command}`)
      expect(status, command).toBe(0)
      expect(out, command).toMatch(/finance\.ledger|finance\/ledger|DeleteTable|StartJobRun/)
    }
  })
})
