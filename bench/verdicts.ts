/**
 * Checks before timing that all libraries agree on every record. A library that checks less would win for the wrong
 * reason.
 *
 * @module
 */
import type { Faulty } from './faults.js'
import { type Parsed, type Peer, pathOf } from './peers/peer.js'

/** For how many faulty records a library names the faulty member. */
export type Named = ReadonlyMap<Peer, number>

/** Throws unless every library passes every valid record and fails every faulty one, on both of its paths. */
export function sameVerdicts(peers: ReadonlyArray<Peer>, passing: ReadonlyArray<string>, failing: ReadonlyArray<Faulty>): Named {
  return new Map(
    peers.map((peer) => {
      for (const line of passing) {
        const record = JSON.parse(line) as Parsed
        if (!peer.passes(record) || peer.issues(record).length > 0) throw new Error(`bench: ${peer.name} rejects ${line}`)
      }
      return [peer, failing.filter((faulty) => namesFault(peer, faulty)).length]
    }),
  )
}

function namesFault(peer: Peer, { line, path }: Faulty): boolean {
  const record = JSON.parse(line) as Parsed
  const issues = peer.issues(record)
  if (peer.passes(record) || issues.length === 0)
    throw new Error(`bench: ${peer.name} does not detect the fault at ${pathOf(path)} in ${line}`)
  return peer.paths(issues).includes(pathOf(path))
}
