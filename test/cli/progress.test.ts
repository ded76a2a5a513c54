import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { progressOf } from '../../src/cli/progress.js'

beforeEach(() => {
  vi.useFakeTimers()
})

afterEach(() => {
  vi.useRealTimers()
})

/** A terminal that keeps what is written to it. */
function terminal() {
  const written: Array<string> = []
  return { columns: 80, write: (content: string) => written.push(content), shown: () => written.join('') }
}

it('shows nothing of work that is soon done', () => {
  const screen = terminal()
  const progress = progressOf(1000, screen)
  progress.advance(10)
  vi.advanceTimersByTime(900)
  progress.advance(900)
  progress.clear()
  progress.stop()
  expect(screen.shown()).toBe('')
})

it('shows how much of long work is done, and leaves the line empty and the cursor shown', () => {
  const screen = terminal()
  const progress = progressOf(2_500_000, screen)
  vi.advanceTimersByTime(1000)
  progress.advance(1_000_000)
  expect(screen.shown()).toContain('\u001b[?25l')
  expect(screen.shown()).toContain(' 40 % of 2.5 MB, 2 s to go')
  vi.advanceTimersByTime(1000)
  progress.advance(2_000_000)
  vi.advanceTimersByTime(1000)
  expect(screen.shown()).toContain(' 80 % of 2.5 MB, 1 s to go')
  progress.stop()
  expect(screen.shown().endsWith('\u001b[?25h\u001b[1G\u001b[2K')).toBe(true)
  expect(vi.getTimerCount()).toBe(0)
})

it('counts what is done of work with an unknown end', () => {
  const screen = terminal()
  const progress = progressOf(undefined, screen)
  progress.advance(1_000_000)
  expect(screen.shown()).toBe('')
  vi.advanceTimersByTime(1000)
  progress.advance(1_500_000)
  vi.advanceTimersByTime(1000)
  progress.advance(25_000_000)
  vi.advanceTimersByTime(1000)
  expect(screen.shown()).toContain('1.5 MB read')
  expect(screen.shown()).toContain('25.0 MB read')
  expect(screen.shown()).not.toMatch(/%|to go|NaN|Infinity/)
  progress.stop()
  expect(screen.shown().endsWith('\u001b[?25h\u001b[1G\u001b[2K')).toBe(true)
})

it('makes room for other lines, and comes back below them', () => {
  const screen = terminal()
  const progress = progressOf(100, screen)
  vi.advanceTimersByTime(1000)
  progress.advance(10)
  progress.clear()
  expect(screen.shown().endsWith('\r\u001b[K')).toBe(true)
  screen.write('a row\n')
  vi.advanceTimersByTime(200)
  expect(screen.shown()).toMatch(/a row\n.*10 % of 100 bytes/s)
  progress.stop()
})

it('never goes back to a place that it saved before other lines were written', () => {
  const screen = terminal()
  const progress = progressOf(100, screen)
  vi.advanceTimersByTime(1000)
  progress.advance(10)
  progress.stop()
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for
  expect(screen.shown()).not.toMatch(/\u001b[78]/)
})
