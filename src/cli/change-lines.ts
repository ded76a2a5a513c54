/**
 * What a request changes in a table, in lines for people: names and types of columns, and only the names of what may hold a secret.
 *
 * @module
 */
import type { ColumnsChange, TableChange } from '../insight/table-change.js'
import { escaped } from './escape.js'

/** One line for each part of the definition that changes. */
export function changeLines(change: TableChange): ReadonlyArray<string> {
  const { columns, partitionKeys, location, parameters, serde, openTableFormat, other, unknown } = change
  const parts: ReadonlyArray<readonly [name: string, texts: ReadonlyArray<string>]> = [
    ['columns', columnTexts(columns)],
    ['partition keys', columnTexts(partitionKeys)],
    ['location', location === undefined ? [] : [`${location.from ?? 'none'} -> ${location.to ?? 'none'}`]],
    ['parameters', parameters.map(({ name }) => name)],
    ['serde', serde.map(({ name }) => name)],
    ['open table format', openTableFormat],
    ['other', other],
    ['cannot be told', unknown],
  ]
  return parts.filter(([, texts]) => texts.length > 0).map(([name, texts]) => escaped(`${name}: ${texts.join(', ')}`))
}

function columnTexts({ added, dropped, renamed, retyped, altered, reordered }: ColumnsChange): ReadonlyArray<string> {
  return [
    ...added.map(({ name, type }) => (type === undefined ? `+${name}` : `+${name} ${type}`)),
    ...dropped.map(({ name }) => `-${name}`),
    ...renamed.map(({ from, to }) => `${from} renamed ${to}`),
    ...retyped.map(({ name, from, to }) => `${name} ${from ?? '?'} -> ${to ?? '?'}`),
    ...altered.map((name) => `${name} altered`),
    ...(reordered ? ['reordered'] : []),
  ]
}
