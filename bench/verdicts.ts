/**
 * Before anything is timed: all libraries must say the same of every record. A library that checks less would win for the wrong reason.
 *
 * @module
 */
import type { Faulty } from './faults.js'
import { type Parsed, type Peer, place } from './peers/peer.js'

/** Of how many faulty records a library names the very member that is wrong. */
export type Named = ReadonlyMap<Peer, number>

/** Throws unless every peer passes every sound record and fails every faulty one, by both of its paths. */
export function sameVerdicts(peers: ReadonlyArray<Peer>, passing: ReadonlyArray<string>, failing: ReadonlyArray<Faulty>): Named {
  return new Map(
    peers.map((peer) => {
      for (const text of passing) {
        const record = JSON.parse(text) as Parsed
        if (!peer.passes(record) || peer.issues(record).length > 0) throw new Error(`bench: ${peer.name} refuses ${text}`)
      }
      return [peer, failing.filter((faulty) => namesFault(peer, faulty)).length]
    }),
  )
}

function namesFault(peer: Peer, { text, path }: Faulty): boolean {
  const record = JSON.parse(text) as Parsed
  const issues = peer.issues(record)
  if (peer.passes(record) || issues.length === 0)
    throw new Error(`bench: ${peer.name} does not see what is wrong at ${place(path)} in ${text}`)
  return peer.places(issues).includes(place(path))
}
