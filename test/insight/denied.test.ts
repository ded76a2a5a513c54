import { expect, it } from 'vitest'
import { isDenial } from '../../src/insight/denied.js'

it.each<readonly [unknown, unknown, boolean]>([
  ['AccessDenied', undefined, true],
  ['AccessDeniedException', null, true],
  ['EntityNotFoundException', undefined, false],
  ['EntityNotFoundException', 'User: x is not authorized to perform: glue:GetTable', true],
  [undefined, 'Insufficient Lake Formation permission(s): Required Drop on sales', true],
  [['AccessDenied'], 5, false],
  [undefined, undefined, false],
])('code %j with message %j: %s', (code, message, denial) => {
  expect(isDenial(code, message)).toBe(denial)
})
