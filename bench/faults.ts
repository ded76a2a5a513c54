/**
 * The failing set: each record has exactly one member of the wrong type, a string instead of a number or boolean or a
 * number instead of a string, chosen at random from all modelled members that are present.
 *
 * @module
 */
import { seeded } from './random.js'
import type { Node, Schemas } from './schema.js'

/** A record with one fault. */
export interface Faulty {
  /** The record as a line of JSON. */
  readonly line: string
  /** Where the fault is, from the record's root. */
  readonly path: ReadonlyArray<string | number>
}

interface Leaf {
  readonly path: ReadonlyArray<string | number>
  readonly wrong: string | number
}

/** Returns one faulty record for each line, the same for the same seed. */
export function faultyOf(lines: ReadonlyArray<string>, schemas: Schemas, seed: number): ReadonlyArray<Faulty> {
  const random = seeded(seed)
  return lines.map((line) => {
    const record = JSON.parse(line) as { readonly eventName: string }
    const schema = schemas.get(record.eventName)
    const leaves = schema === undefined ? [] : leavesOf(schema, record, [])
    const leaf = leaves[random.int(leaves.length)]
    if (leaf === undefined) throw new Error(`bench: nothing to make faulty in a ${record.eventName}`)
    put(record, leaf)
    return { line: JSON.stringify(record), path: leaf.path }
  })
}

/** Returns all members that can be made faulty; not the literals, which distinguish calls. */
function leavesOf(node: Node, value: unknown, path: ReadonlyArray<string | number>): ReadonlyArray<Leaf> {
  if (value == null) return []
  switch (node.kind) {
    case 'string':
    case 'boolean or string':
      return [{ path, wrong: 42 }]
    case 'number':
    case 'boolean':
      return [{ path, wrong: 'forty-two' }]
    case 'redactable':
      return typeof value === 'string' ? [] : leavesOf(node.of, value, path)
    case 'list':
      return (value as ReadonlyArray<unknown>).flatMap((item, i) => leavesOf(node.item, item, [...path, i]))
    case 'map':
      return Object.entries(value).flatMap(([key, item]) => leavesOf(node.item, item, [...path, key]))
    case 'object':
      return node.members.flatMap((member) =>
        leavesOf(member.node, (value as Readonly<Record<string, unknown>>)[member.name], [...path, member.name]),
      )
    case 'literal':
    case 'number or string':
    case 'unknown':
      return []
  }
}

function put(record: unknown, { path, wrong }: Leaf): void {
  const holder = path.slice(0, -1).reduce((at, key) => (at as Record<string | number, unknown>)[key], record)
  const key = path.at(-1)
  if (key !== undefined) (holder as Record<string | number, unknown>)[key] = wrong
}
