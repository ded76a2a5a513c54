import { expect, it } from 'vitest'
import { BEFORE, MODE, ROW, ROW_LENGTH, SEPARATOR, scanState } from '../../src/source/item-rows.js'

it('a scan begins before a record', () => {
  const state = scanState(0x2c)
  expect([state.length, state[MODE], state[SEPARATOR]]).toEqual([ROW + ROW_LENGTH, BEFORE, 0x2c])
})
