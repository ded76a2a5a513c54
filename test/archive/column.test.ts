import { expect, it } from 'vitest'
import { RESOURCE_FIELDS } from '../../src/archive/column.js'
import { rowFor } from '../support/filed.js'
import { glueCall } from '../support/records.js'

it('names all fields that a resource in a row has', async () => {
  const { resources } = await rowFor(glueCall)
  expect(resources?.map((resource) => Object.keys(resource))).toEqual([RESOURCE_FIELDS])
})
