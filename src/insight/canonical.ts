/**
 * Canonical JSON: one string for all values that are equal whatever the order of their members.
 *
 * @module
 */
import { isAround } from '../event/is-around.js'
import { longString } from '../event/long-string.js'

/** An object or a list of which members are left. */
interface Open {
  readonly holder: object
  /** The names of an object, sorted; a list has none. */
  readonly names?: ReadonlyArray<string> | undefined
  readonly count: number
  next: number
  /** How many objects and lists are around its members. */
  readonly depth: number
}

/**
 * Returns the canonical JSON of a value: members sorted by name, no white space. Time and memory grow with its size,
 * and nesting may have any depth. An object inside itself, and what cannot be read, becomes `~`, which JSON never has.
 */
export function canonical(value: unknown): string {
  const write = longString()
  /** What is around the next value, outermost first. */
  const holders: Array<object> = []
  const close = (depth: number): void => {
    while (holders.length > depth) {
      try {
        write(Array.isArray(holders.pop()) ? ']' : '}')
      } catch {
        // A proxy that was revoked meanwhile.
        write('~')
      }
    }
  }
  const open: Array<Open> = [{ holder: [value], count: 1, next: 0, depth: 0 }]
  for (let top = open.at(-1); top !== undefined; top = open.at(-1)) {
    const { holder, names, next, depth } = top
    close(depth)
    top.next++
    // A value in which only the last member has members, and so on, takes little memory however deep it is.
    if (top.next === top.count) open.pop()
    const key = names ? (names[next] as string) : next
    if (next > 0) write(',')
    if (names) write(`${JSON.stringify(key)}:`)
    try {
      const member = (holder as Readonly<Record<string | number, object>>)[key] as object
      // Neither an object nor a function.
      if (Object(member) !== member) {
        write(typeof member === 'string' ? JSON.stringify(member) : String(member))
      } else if (isAround(member, holders)) {
        write('~')
      } else {
        const own = Array.isArray(member) ? undefined : Object.keys(member).sort()
        const count = (own ?? (member as ReadonlyArray<unknown>)).length
        const depth = holders.push(member)
        if (count > 0) open.push({ holder: member, names: own, count, next: 0, depth })
        write(own ? '{' : '[')
      }
    } catch {
      write('~')
    }
  }
  close(0)
  return write()
}
