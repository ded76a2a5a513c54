/**
 * What the benchmark needs from every library.
 *
 * @module
 */
import { readFileSync } from 'node:fs'
import type { ObjectNode, Schemas } from '../schema.js'

/** A record as `JSON.parse` gives it. */
export type Parsed = Readonly<Record<string, unknown>> & { readonly eventName: string }

/** A library in the form in which it is measured. */
export interface Peer {
  readonly name: string
  readonly version: string
  /** How it is used, in a few words. */
  readonly form: string
  /** The passing path: a verdict from the library's fastest call. */
  readonly passes: (record: Parsed) => boolean
  /** The failing path: the issues of a record whose verdict is not known yet; empty if it has none. */
  readonly issues: (record: Parsed) => ReadonlyArray<unknown>
  /** The paths in `issues`, with `/` between keys. Only for the comparison of verdicts, never timed. */
  readonly paths: (issues: ReadonlyArray<unknown>) => ReadonlyArray<string>
}

/**
 * Returns the installed version of a package of `bench/package.json`, from its file: few packages export their
 * `package.json`.
 */
export function versionOf(name: string): string {
  const manifest = readFileSync(new URL(`../node_modules/${name}/package.json`, import.meta.url), 'utf8')
  return (JSON.parse(manifest) as { readonly version: string }).version
}

/** Dispatches by `eventName`, the same for every library: one look-up in a table of compiled checks. */
export function dispatcher<A>(schemas: Schemas, compile: (schema: ObjectNode, api: string) => A): (record: Parsed) => A {
  const table = new Map([...schemas].map(([api, schema]) => [api, compile(schema, api)]))
  return (record) => {
    const found = table.get(record.eventName)
    if (found === undefined) throw new Error(`bench: nothing compiled for ${record.eventName}`)
    return found
  }
}

/** Memoises a function of nodes, so that shared structures become shared schemas. */
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

/** Joins keys to a path. */
export const pathOf = (path: ReadonlyArray<PropertyKey>): string => path.map(String).join('/')
