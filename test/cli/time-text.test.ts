import { expect, it } from 'vitest'
import { timeText } from '../../src/cli/time-text.js'

it('is a time in UTC to the second', () => {
  expect(timeText(new Date('2024-05-14T08:10:00.999+02:00'))).toBe('2024-05-14 06:10:00')
})
