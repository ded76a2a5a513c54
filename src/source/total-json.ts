/**
 * JSON of any value, where `JSON.stringify` throws: for values nested more deeply than the stack allows, and for what
 * JSON cannot hold.
 *
 * @module
 */
import { memberOf } from '../event/member-of.js'

/** An object or a list that is being printed. */
interface Open {
  readonly value: object
  readonly end: string
  /** What is printed of it: the name of a member with its colon, and the value. */
  readonly items: Iterator<readonly [string, unknown]>
  isFirst: boolean
}

/**
 * Returns the JSON of a value, as `JSON.stringify` does. An object inside itself, and what cannot be read or is not
 * JSON, becomes `null`; an object's member that cannot be read is left out.
 */
export function totalJson(value: unknown): string {
  try {
    return JSON.stringify(value) ?? ''
  } catch {
    return printed(value)
  }
}

function printed(value: unknown): string {
  const out: Array<string> = []
  const open: Array<Open> = []
  const above = new Set<object>()
  const print = (each: unknown): void => {
    const opened = typeof each === 'object' && each !== null && !above.has(each) ? openedOf(each) : undefined
    out.push(opened === undefined ? leafOf(each) : opened.end === ']' ? '[' : '{')
    if (opened === undefined) return
    open.push(opened)
    above.add(opened.value)
  }
  print(value)
  for (let last = open.at(-1); last !== undefined; last = open.at(-1)) {
    const next = last.items.next()
    if (next.done === true) {
      out.push(last.end)
      above.delete(last.value)
      open.pop()
    } else {
      const [name, each] = next.value
      out.push(last.isFirst ? name : `,${name}`)
      last.isFirst = false
      print(each)
    }
  }
  return out.join('')
}

function openedOf(value: object): Open | undefined {
  try {
    if (Array.isArray(value)) return { value, end: ']', items: value.map((item: unknown) => ['', item] as const).values(), isFirst: true }
    const members = Object.keys(value).map((name) => [`${JSON.stringify(name)}:`, memberOf(value, name)] as const)
    return { value, end: '}', items: members.filter(([, member]) => member !== undefined).values(), isFirst: true }
  } catch {
    return undefined
  }
}

/** Returns the JSON of a string, a number or a boolean; `null` for all others. */
const leafOf = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? JSON.stringify(value) : 'null'
