/**
 * Every way to tamper with one place of a world: each bit of what objects hold and of their metadata, each few objects
 * deleted, each two exchanged.
 */
import { gunzipSync, gzipSync } from 'node:zlib'
import { validateTrail } from '../../src/integrity/validate-trail.js'
import { worldOf } from './signed-world.js'
import { keysOf, storeOf, type World, type WorldObject } from './world.js'

/** One change, by a number. */
export interface Tampers {
  readonly count: number
  readonly world: World
  /** Makes the change; `undefined` where it changes nothing that counts: the case of a hexadecimal digit. */
  readonly objects: (number: number) => ReadonlyArray<WorldObject> | undefined
  readonly describe: (number: number) => string
}

interface Group {
  readonly count: number
  readonly name: string
  readonly change: (number: number) => ReadonlyArray<WorldObject> | undefined
}

/** The changes of a world of four digests. */
export function tampersOf(world: World = worldOf({ logBytes: 2000 })): Tampers {
  const { objects } = world
  const chunks = objects.map(({ body }) => gunzipSync(body))
  const replaced = (i: number, change: Partial<WorldObject>): ReadonlyArray<WorldObject> =>
    objects.map((object, k) => (k === i ? { ...object, ...change } : object))
  const groups: ReadonlyArray<Group> = [
    ...objects.map((object, i) => ({
      count: 8 * (chunks[i]?.length ?? 0),
      name: `a bit of ${object.key}`,
      change: (bit: number) => replaced(i, { body: new Uint8Array(gzipSync(flipped(chunks[i] ?? Buffer.alloc(0), bit), { level: 1 })) }),
    })),
    ...objects.flatMap((object, i) =>
      Object.entries(object.metadata).map(([name, value]) => ({
        count: 8 * value.length,
        name: `a bit of ${name} of ${object.key}`,
        change: (bit: number) => {
          const changed = flipped(Buffer.from(value, 'latin1'), bit).toString('latin1')
          const isCase = name === 'signature' && changed.toLowerCase() === value.toLowerCase()
          return isCase ? undefined : replaced(i, { metadata: { ...object.metadata, [name]: changed } })
        },
      })),
    ),
    ...subsets(objects.length).map((gone) => ({
      count: 1,
      name: `without ${gone.join(' and ')}`,
      change: () => objects.filter((_, i) => !gone.includes(i)),
    })),
    ...subsets(objects.length)
      .filter(({ length }) => length === 2)
      .map(([a = 0, b = 0]) => ({
        count: 1,
        name: `${a} and ${b} exchanged`,
        change: () => {
          const [one, other] = [objects[a], objects[b]]
          return objects.map((object, i) => ({ ...((i === a ? other : i === b ? one : object) as WorldObject), key: object.key }))
        },
      })),
  ]
  const find = (number: number): readonly [Group, number] => {
    let left = number
    for (const group of groups) {
      if (left < group.count) return [group, left]
      left -= group.count
    }
    throw new Error('no such change')
  }
  return {
    count: groups.reduce((sum, { count }) => sum + count, 0),
    world,
    objects: (number) => {
      const [group, own] = find(number)
      return group.change(own)
    },
    describe: (number) => {
      const [group, own] = find(number)
      return `${group.name}, ${own}`
    },
  }
}

function flipped(bytes: Buffer, bit: number): Buffer {
  const copy = Buffer.from(bytes)
  copy[bit >> 3] = (copy[bit >> 3] ?? 0) ^ (1 << (bit & 7))
  return copy
}

/** All sets of one, two or three of so many. */
function subsets(size: number): ReadonlyArray<ReadonlyArray<number>> {
  const sets: Array<ReadonlyArray<number>> = []
  for (let a = 0; a < size; a++) {
    sets.push([a])
    for (let b = a + 1; b < size; b++) {
      sets.push([a, b])
      for (let c = b + 1; c < size; c++) sets.push([a, b, c])
    }
  }
  return sets
}

/** Whether a change is reported. Digests could no longer come at the time of the run. */
export async function isReported({ world, objects }: Tampers, number: number): Promise<boolean> {
  const changed = objects(number)
  if (changed === undefined) return true
  const options = { from: world.range[0], to: world.range[1], now: new Date('2026-02-01') }
  const { verdict } = await validateTrail(storeOf(changed, 's3', 'logs-bucket'), keysOf(world), options).report()
  return verdict !== 'VERIFIED'
}
