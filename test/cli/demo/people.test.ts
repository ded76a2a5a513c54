import { expect, it } from 'vitest'
import * as people from '../../../src/cli/demo/people.js'

it('has callers with addresses that are reserved for examples', () => {
  const callers = Object.values(people).filter((value) => typeof value === 'object' && 'sourceIPAddress' in value)
  expect(callers.length).toBeGreaterThan(5)
  for (const { sourceIPAddress } of callers)
    expect(sourceIPAddress).toMatch(/^(?:192\.0\.2|198\.51\.100|203\.0\.113)\.\d+$|\.amazonaws\.com$/)
})
