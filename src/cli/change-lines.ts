/**
 * What a request changes in a table, in lines for people: names and types of columns, and only the names of what may
 * hold a secret.
 *
 * @module
 */
import type { ColumnsChange, TableChange } from '../insight/table-change.js'

/**
 * Returns a line for each part of the definition that changes. The lines have values of the record and are not escaped.
 */
export function changeLines(change: TableChange): ReadonlyArray<string> {
  const { columns, partitionKeys, location, parameters, serde, openTableFormat, other, unknown } = change
  const parts: ReadonlyArray<readonly [name: string, changes: ReadonlyArray<string>]> = [
    ['columns', columnChanges(columns)],
    ['partition keys', columnChanges(partitionKeys)],
    ['location', location === undefined ? [] : [`${location.from ?? 'not set'} -> ${location.to ?? 'not set'}`]],
    ['parameters', parameters.map(({ name }) => name)],
    ['serde', serde.map(({ name }) => name)],
    ['open table format', openTableFormat],
    ['other', other],
    ['unknown', unknown],
  ]
  return parts.filter(([, changes]) => changes.length > 0).map(([name, changes]) => `${name}: ${changes.join(', ')}`)
}

function columnChanges({ added, dropped, renamed, retyped, altered, reordered }: ColumnsChange): ReadonlyArray<string> {
  return [
    ...added.map(({ name, type }) => (type === undefined ? `+${name}` : `+${name} ${type}`)),
    ...dropped.map(({ name }) => `-${name}`),
    ...renamed.map(({ from, to }) => `${from} renamed to ${to}`),
    ...retyped.map(({ name, from, to }) => `${name} ${from ?? '?'} -> ${to ?? '?'}`),
    ...altered.map((name) => `${name} altered`),
    ...(reordered ? ['reordered'] : []),
  ]
}
