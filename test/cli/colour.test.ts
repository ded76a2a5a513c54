import { describe, expect, it } from 'vitest'
import { coloursFor } from '../../src/cli/colour.js'

const terminal = { isTTY: true }
const file = {}

describe('coloursFor', () => {
  it.each([
    ['a terminal', terminal, {}, undefined, true],
    ['a file', file, {}, undefined, false],
    ['a terminal that cannot', terminal, { TERM: 'dumb' }, undefined, false],
    ['a terminal with NO_COLOR', terminal, { NO_COLOR: '1' }, undefined, false],
    ['a terminal with an empty NO_COLOR', terminal, { NO_COLOR: '' }, undefined, true],
    ['NO_COLOR before FORCE_COLOR', terminal, { NO_COLOR: '1', FORCE_COLOR: '1' }, undefined, false],
    ['a file with FORCE_COLOR', file, { FORCE_COLOR: '1' }, undefined, true],
    ['a file with FORCE_COLOR=0', file, { FORCE_COLOR: '0' }, undefined, false],
    ['a file in CI', file, { CI: 'true' }, undefined, false],
    ['a file with --color', file, { NO_COLOR: '1' }, true, true],
    ['a terminal with --no-color', terminal, { FORCE_COLOR: '1' }, false, false],
  ])('%s', (_, target, env, wanted, coloured) => {
    expect(coloursFor(target, { env, wanted }).bold('x')).toBe(coloured ? '\u001b[1mx\u001b[22m' : 'x')
  })
})
