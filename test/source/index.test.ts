import { expect, it } from 'vitest'
import * as source from '../../src/source/index.js'

it('has the names of the contract', () => {
  expect(Object.keys(source).sort()).toEqual(['bytesOf', 'decodeLog', 'decodeLogStream', 'formatLogIssues'])
})
