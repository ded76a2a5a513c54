import { expect, it } from 'vitest'
import { isOmitted } from '../../src/event/omitted.js'

it.each([
  [{ reason: 'requestParameters too large', omitted: 'true', originalSize: '149893' }, true],
  [{ reason: 'requestParameters too large', omitted: true, originalSize: 149893 }, true],
  [{ omitted: 'false', originalSize: 1 }, false],
  [{ omitted: true }, false],
  [{}, false],
  [null, false],
  ['omitted', false],
])('isOmitted(%j) is %s', (payload, omitted) => {
  expect(isOmitted(payload)).toBe(omitted)
})
