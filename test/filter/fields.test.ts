import { expect, it } from 'vitest'
import { FIELDS } from '../../src/filter/fields.js'

it('are these, names before times before what has to be looked for', () => {
  expect(Object.keys(FIELDS)).toEqual([
    'source',
    'api',
    'from',
    'to',
    'account',
    'region',
    'errors',
    'denied',
    'reads',
    'writes',
    'actor',
    'resource',
    'via',
    'exposed',
  ])
})
