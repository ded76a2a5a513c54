/**
 * What the measurement asks of every library.
 *
 * @module
 */
import { readFileSync } from 'node:fs'
import type { ObjectNode, Schemas } from '../schema.js'

/** A record as `JSON.parse` gives it. */
export type Parsed = Readonly<Record<string, unknown>> & { readonly eventName: string }

/** A library in the form it is measured in. */
export interface Peer {
  readonly name: string
  readonly version: string
  /** How it is used, in a few words. */
  readonly form: string
  /** The passing path: yes or no, by the fastest call the library has for it. */
  readonly passes: (record: Parsed) => boolean
  /** The failing path: what its user reads to learn what is wrong, for a record of unknown verdict; empty where nothing is. */
  readonly issues: (record: Parsed) => ReadonlyArray<unknown>
  /** The places that `issues` names, with `/` between keys. Only for the comparison of verdicts, never timed. */
  readonly places: (issues: ReadonlyArray<unknown>) => ReadonlyArray<string>
}

/** The installed version of a package of `bench/package.json`, read as a file: few packages export their `package.json`. */
export function versionOf(name: string): string {
  const manifest = readFileSync(new URL(`../node_modules/${name}/package.json`, import.meta.url), 'utf8')
  return (JSON.parse(manifest) as { readonly version: string }).version
}

/** Dispatch by `eventName`, the same for every library: one look-up in a table of what each API compiles to. */
export function dispatcher<A>(schemas: Schemas, compile: (schema: ObjectNode, api: string) => A): (record: Parsed) => A {
  const table = new Map([...schemas].map(([api, schema]) => [api, compile(schema, api)]))
  return (record) => {
    const found = table.get(record.eventName)
    if (found === undefined) throw new Error(`bench: nothing compiled for ${record.eventName}`)
    return found
  }
}

/** A function from nodes, run once for each, so that shared structures become shared schemas. */
export function memoised<N extends object, A>(make: (node: N) => A): (node: N) => A {
  const made = new Map<N, A>()
  return (node) => {
    const known = made.get(node)
    if (known !== undefined) return known
    const value = make(node)
    made.set(node, value)
    return value
  }
}

/** A place out of a list of keys. */
export const place = (path: ReadonlyArray<PropertyKey>): string => path.map(String).join('/')
