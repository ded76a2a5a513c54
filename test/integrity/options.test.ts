import { expectTypeOf, it } from 'vitest'
import type { LogSelection, ValidateOptions } from '../../src/integrity/options.js'

it('take times as strings or dates, and a function that selects log files', () => {
  expectTypeOf<{ readonly from: Date; readonly to: string }>().toExtend<ValidateOptions>()
  expectTypeOf<LogSelection>().toExtend<NonNullable<ValidateOptions['logs']>>()
})
