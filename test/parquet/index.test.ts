import { expect, it } from 'vitest'
import * as parquet from '../../src/parquet/index.js'

it('has these names', () => {
  expect(Object.keys(parquet).sort()).toEqual(['parquetWriter', 'writeParquet'])
})
