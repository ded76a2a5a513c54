/**
 * The file of each structure: that of its operation if only one uses it, else its own under `shapes/`. Structures that
 * refer to each other in a cycle share a file, so that files have no cycles.
 */
import { type Api, referencesOf, type Structure } from '../api.js'

export interface Plan {
  /** Structures of each operation's file besides its request and response, by operation. */
  readonly private: ReadonlyMap<string, ReadonlyArray<Structure>>
  /** Structures of each shared file, by the name of the file. */
  readonly shared: ReadonlyMap<string, ReadonlyArray<Structure>>
  /** The name of the file of each shared structure. */
  readonly fileOf: ReadonlyMap<string, string>
  readonly recursive: ReadonlySet<string>
}

export function planPlacement(api: Api): Plan {
  const structureOf = (name: string): Structure => {
    const structure = api.structures.get(name)
    if (structure === undefined) throw new Error(`no structure ${name}`)
    return structure
  }
  const reach = new Map([...api.structures.keys()].map((name) => [name, reachableFrom(name, structureOf)] as const))

  const users = new Map<string, Set<string>>()
  for (const { name, request, response } of api.operations) {
    for (const payload of [request, response]) {
      for (const used of reach.get(payload) ?? []) users.set(used, (users.get(used) ?? new Set()).add(name))
    }
  }

  const recursive = new Set([...reach].filter(([name, reached]) => reached.has(name)).map(([name]) => name))
  const privately = new Map<string, Array<Structure>>(api.operations.map((operation) => [operation.name, []]))
  const shared = new Map<string, Array<Structure>>()
  const fileOf = new Map<string, string>()
  for (const [name, operations] of [...users].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const [only = ''] = operations
    if (operations.size === 1) {
      privately.get(only)?.push(structureOf(name))
    } else {
      const circle = [...users.keys()].filter((other) => reach.get(name)?.has(other) && reach.get(other)?.has(name)).sort(byLength)
      const file = circle[0] ?? name
      fileOf.set(name, file)
      shared.set(file, [...(shared.get(file) ?? []), structureOf(name)])
    }
  }
  return { private: privately, shared, fileOf, recursive }
}

const byLength = (a: string, b: string): number => a.length - b.length || (a < b ? -1 : 1)

/** Returns all structures that a structure refers to; itself only if it refers back to itself. */
function reachableFrom(name: string, structureOf: (name: string) => Structure): ReadonlySet<string> {
  const reached = new Set<string>()
  const open = [...referencesOf(structureOf(name))]
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (reached.has(next)) continue
    reached.add(next)
    open.push(...referencesOf(structureOf(next)))
  }
  return reached
}
