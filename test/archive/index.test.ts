import { expect, it } from 'vitest'
import * as archive from '../../src/archive/index.js'

it('has these names', () => {
  expect(Object.keys(archive).sort()).toEqual(['COLUMNS', 'PARTITIONS', 'partitionOf', 'rowOf', 'rowsOf', 'tableSql'])
})
