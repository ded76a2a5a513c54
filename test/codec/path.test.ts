import { describe, expect, it } from 'vitest'
import { printable, printPath } from '../../src/codec/path.js'

describe('printPath', () => {
  it.each([
    [[], ''],
    [['requestParameters', 'tableInput', 'columns', 3, 'name'], 'requestParameters.tableInput.columns[3].name'],
    [[0, 'a'], '[0].a'],
    [['tags', 'a b'], 'tags["a b"]'],
    [['tags', 'a"b'], 'tags["a\\"b"]'],
    [['--conf'], '["--conf"]'],
  ])('%o is %s', (path, content) => {
    expect(printPath(path)).toBe(content)
  })
})

describe('printable', () => {
  it('escapes what would act on a terminal or turn text around', () => {
    expect(printable('a\u001b[31m')).toBe('a\\u001b[31m')
    expect(printable('a\u202eb\u0085')).toBe('a\\u202eb\\u0085')
    expect(printable('a\n')).toBe('a\\u000a')
    expect(printable('\ud800')).toBe('\\ud800')
  })

  it('escapes what is not drawn: soft hyphens, fillers, selectors and tags', () => {
    expect(printable('a\u00ad\u3164\u180e\ufe0f\u{e0041}b')).toBe('a\\u00ad\\u3164\\u180e\\ufe0f\\udb40\\udc41b')
  })

  it('leaves other scripts and emoji alone', () => {
    expect(printable('größe 表 😀')).toBe('größe 表 😀')
  })

  it('cuts at 64 characters', () => {
    expect(printable('x'.repeat(64))).toBe('x'.repeat(64))
    expect(printable('x'.repeat(65))).toBe(`${'x'.repeat(63)}…`)
  })
})
