import { expect, it } from 'vitest'
import { DAY, dateOf, FORMS, isoOf, SECOND } from '../../src/example/moment.js'

const moment = Date.UTC(2021, 0, 22, 0, 46, 28, 123)

it('writes a moment in each of the forms that have been seen', () => {
  expect(FORMS.map((form) => form(moment))).toEqual([
    'Jan 22, 2021 12:46:28 AM',
    'Jan 22, 2021, 12:46:28 AM',
    'Jan 22, 2021, 12:46:28\u202fAM',
    '2021-01-22T00:46:28Z',
    '2021-01-22T00:46:28.123Z',
    '2021-01-22T00:46:28+0000',
    1611276388123,
    1611276388.123,
  ])
})

it('counts hours from noon and midnight', () => {
  const [american] = FORMS
  const at = (hour: number): unknown => american?.(Date.UTC(2025, 11, 3, hour, 5, 9))
  expect([at(0), at(9), at(12), at(13), at(23)]).toEqual([
    'Dec 3, 2025 12:05:09 AM',
    'Dec 3, 2025 9:05:09 AM',
    'Dec 3, 2025 12:05:09 PM',
    'Dec 3, 2025 1:05:09 PM',
    'Dec 3, 2025 11:05:09 PM',
  ])
})

it('writes the envelope in one form', () => {
  expect(isoOf(moment)).toBe('2021-01-22T00:46:28Z')
  expect(dateOf(moment + DAY - 47 * 60 * SECOND)).toBe('2021-01-22')
  expect(dateOf(moment + DAY)).toBe('2021-01-23')
})
