import { expect, it } from 'vitest'
import { CLIENTS, ENGINES, VIA_KINDS } from '../../src/insight/via-kinds.js'

it('has every engine and client once', () => {
  expect(VIA_KINDS).toEqual([...new Set([...ENGINES, 'LAKE_FORMATION', ...CLIENTS, 'MCP', 'SERVICE', 'UNKNOWN'])])
})
