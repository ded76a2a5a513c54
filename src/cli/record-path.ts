/**
 * `--record PATH`: the member that holds the record in each value of an export, such as `_source.event.original` of
 * Elastic.
 *
 * @module
 */
import { memberOf } from '../event/member-of.js'
import { parseJson } from '../scalar/json.js'

/** A name, and whether every item of the list under it is meant. */
const STEP = /^([^.[\]]{1,200})(\[\])?$/

/** No export nests deeper. */
const MOST_STEPS = 20

/**
 * Parses a path such as `hits.hits[]._source.event.original` into a function that returns the records of a value. A
 * string is parsed as JSON. A value that has nothing at the path is returned itself, so that it is reported.
 * `undefined` if the path cannot be parsed.
 */
export function parseRecordPath(path: string): ((value: unknown) => ReadonlyArray<unknown>) | undefined {
  const steps = path.split('.').map((step) => STEP.exec(step))
  if (steps.length > MOST_STEPS || steps.includes(null)) return undefined
  return (value) => {
    let found: ReadonlyArray<unknown> = [value]
    for (const step of steps) {
      const [, name = '', isList] = step ?? []
      found = found.flatMap((one) => itemsOf(memberOf(one, name), isList !== undefined))
    }
    return found.length === 0 ? [value] : found.map(parsed)
  }
}

function itemsOf(value: unknown, isList: boolean): ReadonlyArray<unknown> {
  if (value === undefined || value === null) return []
  return isList && Array.isArray(value) ? value : [value]
}

function parsed(value: unknown): unknown {
  if (typeof value !== 'string') return value
  const json = parseJson(value)
  return json === undefined ? value : json.value
}
