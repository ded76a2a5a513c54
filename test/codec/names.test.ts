import { expect, it } from 'vitest'
import { unpackNames } from '../../src/codec/names.js'

it('puts the verb of a group before each of its names', () => {
  expect(unpackNames('Get Table Tables|Put Asset')).toEqual(['GetTable', 'GetTables', 'PutAsset'])
})

it('keeps names that are in no group with others, and names of the verb alone', () => {
  expect(unpackNames('Get |List Jobs|Run ')).toEqual(['Get', 'ListJobs', 'Run'])
})
