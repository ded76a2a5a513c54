/**
 * The columns of an archive in Parquet.
 *
 * @module
 */
import type { SchemaElement } from 'hyparquet-writer'
import { type ColumnType, RESOURCE_FIELDS } from '../archive/column.js'
import { COLUMNS } from '../archive/columns.js'

/** Every column may be null: a record may lack any member. */
const OPTIONAL = 'OPTIONAL'

/** Returns the schema of every file: the root, then each column with its elements. */
export function parquetSchema(): Array<SchemaElement> {
  return [{ name: 'root', num_children: COLUMNS.length }, ...COLUMNS.flatMap(({ name, type }) => elementsOf(name, type))]
}

function elementsOf(name: string, type: ColumnType): ReadonlyArray<SchemaElement> {
  switch (type) {
    case 'string':
    // Parquet's type JSON would let writers reformat the values, and some readers parse them.
    case 'json':
      return [stringElement(name)]
    case 'time':
      return [
        {
          name,
          type: 'INT64',
          converted_type: 'TIMESTAMP_MILLIS',
          logical_type: { type: 'TIMESTAMP', isAdjustedToUTC: true, unit: 'MILLIS' },
          repetition_type: OPTIONAL,
        },
      ]
    case 'boolean':
      return [{ name, type: 'BOOLEAN', repetition_type: OPTIONAL }]
    case 'integer':
      return [{ name, type: 'INT32', repetition_type: OPTIONAL }]
    case 'resources':
      return [
        { name, converted_type: 'LIST', logical_type: { type: 'LIST' }, repetition_type: OPTIONAL, num_children: 1 },
        { name: 'list', repetition_type: 'REPEATED', num_children: 1 },
        { name: 'element', repetition_type: OPTIONAL, num_children: RESOURCE_FIELDS.length },
        ...RESOURCE_FIELDS.map(stringElement),
      ]
  }
}

const stringElement = (name: string): SchemaElement => ({
  name,
  type: 'BYTE_ARRAY',
  converted_type: 'UTF8',
  logical_type: { type: 'STRING' },
  repetition_type: OPTIONAL,
})
