import { expect, it } from 'vitest'
import * as schema from '../../src/describe/index.js'

it('has these functions and no more', () => {
  expect(Object.keys(schema).sort()).toEqual(['describeApi', 'describeRecord', 'describeShape', 'formatApi', 'formatRecord'])
})
