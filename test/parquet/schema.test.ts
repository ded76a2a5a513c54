import { expect, it } from 'vitest'
import { COLUMNS } from '../../src/archive/columns.js'
import { parquetSchema } from '../../src/parquet/schema.js'

const [root, ...elements] = parquetSchema()
const named = (name: string) => elements.filter((element) => element.name === name)

it('has the columns below its root, in their order', () => {
  expect(root).toEqual({ name: 'root', num_children: COLUMNS.length })
  const names: Array<string> = []
  // What is below a column follows it.
  for (let i = 0; i < elements.length; i++) {
    names.push(elements[i]?.name ?? '')
    for (let below = elements[i]?.num_children ?? 0; below > 0; below--) below += elements[++i]?.num_children ?? 0
  }
  expect(names).toEqual(COLUMNS.map(({ name }) => name))
})

it('lets every column be null', () => {
  expect(COLUMNS.filter(({ name }) => named(name).some(({ repetition_type }) => repetition_type !== 'OPTIONAL'))).toEqual([])
})

it('has times in milliseconds of UTC', () => {
  expect(named('event_time')).toEqual([
    {
      name: 'event_time',
      type: 'INT64',
      converted_type: 'TIMESTAMP_MILLIS',
      logical_type: { type: 'TIMESTAMP', isAdjustedToUTC: true, unit: 'MILLIS' },
      repetition_type: 'OPTIONAL',
    },
  ])
})

it('has resources as a list of structures in the form that the format prescribes', () => {
  const at = elements.findIndex(({ name }) => name === 'resources')
  expect(elements.slice(at, at + 10).map(({ name, repetition_type, num_children }) => [name, repetition_type, num_children])).toEqual([
    ['resources', 'OPTIONAL', 1],
    ['list', 'REPEATED', 1],
    ['element', 'OPTIONAL', 7],
    ['type', 'OPTIONAL', undefined],
    ['name', 'OPTIONAL', undefined],
    ['within', 'OPTIONAL', undefined],
    ['arn', 'OPTIONAL', undefined],
    ['account_id', 'OPTIONAL', undefined],
    ['region', 'OPTIONAL', undefined],
    ['outcome', 'OPTIONAL', undefined],
  ])
})
