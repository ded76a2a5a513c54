import { expect, it } from 'vitest'
import { FOUND, INTERRUPTED, OK, TERMINATED, USAGE } from '../../src/cli/exit-code.js'

it('is what the reference says', () => {
  expect({ OK, FOUND, USAGE, INTERRUPTED, TERMINATED }).toEqual({ OK: 0, FOUND: 1, USAGE: 2, INTERRUPTED: 130, TERMINATED: 143 })
})
