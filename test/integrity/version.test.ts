import { expect, it } from 'vitest'
import { VERSION } from '../../src/integrity/version.js'

it('is what the build says', () => {
  expect(VERSION).toBe('0.0.0-test')
})
