/**
 * JSON of any value, where `JSON.stringify` throws: for values nested more deeply than the stack allows, and for what
 * JSON cannot hold.
 *
 * @module
 */

import { isAround } from '../event/is-around.js'
import { longString } from '../event/long-string.js'
import { memberOf } from '../event/member-of.js'

/** An object or a list of which members are left. */
interface Open {
  readonly holder: object
  /** The names of an object; a list has none. */
  readonly names: ReadonlyArray<string> | undefined
  readonly count: number
  next: number
  /** Whether nothing of it is printed. */
  isFirst: boolean
  /** How many objects and lists are around its members. */
  readonly depth: number
}

/**
 * Returns the JSON of a value, as `JSON.stringify` does. An object inside itself, and what cannot be read or is not
 * JSON, becomes `null`; an object's member that cannot be read is left out.
 */
export function totalJson(value: unknown): string {
  try {
    return JSON.stringify(value) ?? ''
  } catch {
    // It is too deep, or has what JSON cannot hold.
  }
  try {
    return printed(value)
  } catch {
    // A proxy in it was revoked meanwhile.
    return 'null'
  }
}

function printed(value: unknown): string {
  const write = longString()
  /** What is around the next value, outermost first. */
  const holders: Array<object> = []
  const close = (depth: number): void => {
    while (holders.length > depth) write(Array.isArray(holders.pop()) ? ']' : '}')
  }
  const open: Array<Open> = []
  const print = (name: string, each: unknown): void => {
    const opened = typeof each === 'object' && each !== null && !isAround(each, holders) ? openedOf(each, holders.length + 1) : undefined
    if (opened === undefined) {
      write(name + leafOf(each))
      return
    }
    write(name + (opened.names === undefined ? '[' : '{'))
    holders.push(opened.holder)
    if (opened.count > 0) open.push(opened)
  }
  print('', value)
  for (let top = open.at(-1); top !== undefined; top = open.at(-1)) {
    const { holder, names, next, depth, isFirst } = top
    close(depth)
    top.next++
    // A value in which only the last member has members, and so on, takes little memory however deep it is.
    if (top.next === top.count) open.pop()
    const name = names?.[next]
    const member = name === undefined ? itemOf(holder, next) : memberOf(holder, name)
    if (name !== undefined && member === undefined) continue
    top.isFirst = false
    print((isFirst ? '' : ',') + (name === undefined ? '' : `${JSON.stringify(name)}:`), member)
  }
  close(0)
  return write()
}

function openedOf(holder: object, depth: number): Open | undefined {
  try {
    const names = Array.isArray(holder) ? undefined : Object.keys(holder)
    return { holder, names, count: (names ?? (holder as ReadonlyArray<unknown>)).length, next: 0, isFirst: true, depth }
  } catch {
    return undefined
  }
}

function itemOf(list: object, at: number): unknown {
  try {
    return (list as ReadonlyArray<unknown>)[at]
  } catch {
    return undefined
  }
}

/** Returns the JSON of a string, a number or a boolean; `null` for all others. */
const leafOf = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? JSON.stringify(value) : 'null'
