import { describe, expect, it, vi } from 'vitest'
import { screenOf } from '../../src/cli/screen.js'
import { streamsWith } from '../support/streams.js'

describe('screenOf', () => {
  it('writes records here and complaints there', async () => {
    const streams = streamsWith()
    const screen = await screenOf(streams, 0, undefined)
    await screen.write('a record\n')
    await screen.write('')
    screen.complain('a.json: broken')
    await screen.end('1 file')
    expect([streams.out(), streams.err()]).toEqual(['a record\n', 'glue-trail: a.json: broken\n1 file\n'])
  })

  it.each([
    [{ columns: 91 }, 91],
    [{ columns: 91, env: { COLUMNS: '70' } }, 91],
    [{ env: { COLUMNS: '70' } }, 70],
    [{ columns: 0 }, 200],
    [{ columns: 0, env: { COLUMNS: '70' } }, 70],
    [{ env: { COLUMNS: 'many' } }, 200],
    [{ env: { COLUMNS: '0' } }, 200],
    [{ env: { COLUMNS: '-80' } }, 200],
    [{ env: { COLUMNS: '70.5' } }, 200],
    [{ env: { COLUMNS: 'Infinity' } }, 200],
    [{}, 200],
  ])('is as wide as the terminal, COLUMNS, or 200: %j', async (settings, width) => {
    expect((await screenOf(streamsWith(settings), 0, undefined)).width).toBe(width)
  })

  it('colours complaints on a terminal', async () => {
    const streams = streamsWith({ columns: 80 })
    ;(await screenOf(streams, 0, undefined)).complain('x')
    expect(streams.err()).toBe('\u001b[31mglue-trail: x\u001b[39m\n')
  })

  it('waits for a slow reader', async () => {
    let ready: (() => void) | undefined
    const stdout = {
      write: (_: string | Uint8Array, done?: () => void) => {
        ready = done
        return false
      },
    }
    const screen = await screenOf({ ...streamsWith(), stdout }, 0, undefined)
    let written = false
    const writing = screen.write('x').then(() => {
      written = true
    })
    await new Promise((resolve) => setImmediate(resolve))
    expect(written).toBe(false)
    ready?.()
    await writing
    expect(written).toBe(true)
  })

  it('takes the bar away for lines and in the end', async () => {
    const streams = streamsWith({ columns: 80 })
    const screen = await screenOf(streams, 100, false)
    const now = vi.spyOn(Date, 'now').mockReturnValue(Date.now() + 2000)
    screen.advance(50)
    now.mockRestore()
    await screen.write('a record\n')
    expect(streams.err().endsWith('\r\u001b[K')).toBe(true)
    await screen.end('1 file')
    expect(streams.err().endsWith('\u001b[?25h\u001b[1G\u001b[2K1 file\n')).toBe(true)
  })

  it('writes 100 complaints, and counts the others', async () => {
    const streams = streamsWith()
    const screen = await screenOf(streams, 0, undefined)
    for (let i = 1; i <= 250; i++) screen.complain(`a.json: record ${i}`)
    screen.note('a note')
    await screen.end('1 file')
    const lines = streams.err().split('\n')
    expect(lines.slice(98, 104)).toEqual([
      'glue-trail: a.json: record 99',
      'glue-trail: a.json: record 100',
      'a note',
      'glue-trail: ... and 150 more',
      '1 file',
      '',
    ])
  })

  it('limits notices and complaints each, and always shows notes and the last line', async () => {
    const streams = streamsWith({ columns: 80 })
    const screen = await screenOf(streams, 0, false)
    for (let i = 1; i <= 110; i++) {
      screen.notice(`a.json: notice ${i}`)
      screen.complain(`a.json: record ${i}`)
    }
    screen.note('a hint')
    await screen.end('1 file')
    const lines = streams.err().split('\n')
    expect(lines.slice(198)).toEqual([
      'a.json: notice 100',
      'glue-trail: a.json: record 100',
      'a hint',
      'glue-trail: ... and 20 more',
      '1 file',
      '',
    ])
  })

  it('escapes and clips every line on standard error', async () => {
    const streams = streamsWith()
    const screen = await screenOf(streams, 0, undefined)
    screen.complain('a\u001b[2J\u{e0041}\n')
    screen.note(`${'x'.repeat(1_000_000)}\u202e`)
    await screen.end('b\u200b')
    const [first, second = '', third] = streams.err().split('\n')
    expect([first, third]).toEqual(['glue-trail: a\\u001b[2J\\udb40\\udc41\\u000a', 'b\\u200b'])
    expect(second.length).toBeLessThan(2100)
  })

  it('waits for a slow reader of standard error', async () => {
    let ready: (() => void) | undefined
    const stderr = {
      write: (_: string | Uint8Array, done?: () => void) => {
        ready = done
        return false
      },
    }
    const screen = await screenOf({ ...streamsWith(), stderr }, 0, undefined)
    screen.complain('x')
    let written = false
    const writing = screen.write('a record\n').then(() => {
      written = true
    })
    await new Promise((resolve) => setImmediate(resolve))
    expect(written).toBe(false)
    ready?.()
    await writing
    expect(written).toBe(true)
  })
})
