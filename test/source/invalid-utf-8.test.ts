import { describe, expect, it } from 'vitest'
import { invalidUtf8In } from '../../src/source/invalid-utf-8.js'
import { textOf } from '../../src/source/json.js'
import { utf8 } from '../support/logs.js'

const find = (bytes: Uint8Array, start = 0): number => invalidUtf8In(bytes, start, textOf(bytes, start, bytes.length))

describe('invalidUtf8In', () => {
  it('finds the first bytes that are replaced', () => {
    expect(find(Uint8Array.of(0x61, 0xff, 0x62, 0xfe))).toBe(1)
    expect(find(Uint8Array.of(...utf8('\u00e4\ud83d\ude00\ufffd'), 0x80))).toBe(9)
    expect(find(Uint8Array.of(0xff, ...utf8('a\ufffd'), 0xff), 1)).toBe(5)
  })

  it('takes the character U+FFFD of the file for what it is', () => {
    expect(find(utf8('\ufffda\ufffd'))).toBe(-1)
    expect(find(utf8('plain'))).toBe(-1)
  })
})
