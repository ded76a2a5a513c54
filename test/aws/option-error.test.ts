import { expect, it } from 'vitest'
import { OptionError } from '../../src/aws/option-error.js'

it('is a TypeError with a code', () => {
  const error = new OptionError('INVALID_TIME', 'to is not a time')
  expect(error).toBeInstanceOf(TypeError)
  expect([error.name, error.code, error.message]).toEqual(['OptionError', 'INVALID_TIME', 'to is not a time'])
})
