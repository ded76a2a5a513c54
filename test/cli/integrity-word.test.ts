import { expect, it } from 'vitest'
import { integrityWord } from '../../src/cli/integrity-word.js'

it('is the state in lower case', () => {
  expect([integrityWord('VERIFIED'), integrityWord('NOT_READ_WHOLE')]).toEqual(['verified', 'not read whole'])
})
