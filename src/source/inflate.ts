/**
 * Inflates data that the platform refuses to inflate in one go: damaged streams, streams with other bytes after them,
 * streams larger than allowed. Bytes are fed piece by piece, so that everything inflated before the error is kept.
 *
 * @module
 */
import { joinBytes } from './join-bytes.js'

/** How much a stream may inflate to. */
export interface Room {
  /** The most bytes. */
  readonly capacity: number
  /** The most inflated bytes per stored byte, once there are more than `free`. */
  readonly ratio: number
  readonly free: number
}

/** The result of inflating one raw deflate stream. */
export interface Inflated {
  /** The inflated bytes, at most the capacity of the room. */
  readonly bytes: Uint8Array
  /**
   * How many bytes were read: exactly those of the stream if its end was `reached`, else about as many as were needed.
   */
  readonly read: number
  /**
   * How many bytes were inflated before the platform was stopped; more than `bytes` has if it was cut at the capacity.
   */
  readonly size: number
  /**
   * Whether the stream's end was `reached` or is `missing`, the stream is `corrupt` from `read` on, or the room is
   * `full`.
   */
  readonly end: 'reached' | 'missing' | 'corrupt' | 'full'
}

/** One stream that is being inflated by the platform. */
export interface Inflater {
  /**
   * Feeds bytes. Returns how many were taken: fewer if the stream ends among them, `undefined` if the platform refuses
   * them.
   */
  readonly write: (bytes: Uint8Array) => Promise<number | undefined>
  /** Ends the input. Returns false if the platform expected more bytes. */
  readonly close: () => Promise<boolean>
  /** Stops the stream. */
  readonly abort: () => void
}

/** Opens a stream; `take` is called with the inflated bytes. */
export type OpenInflater = (take: (bytes: Uint8Array) => void) => Inflater

/** The result of feeding bytes to a stream. */
export interface Attempt extends Omit<Inflated, 'end'> {
  /** How it ended: as a whole stream, closed too early, refused at `read`, or full. */
  readonly end: 'whole' | 'unwhole' | 'refused' | 'full'
}

const PIECE = 4096
const FINER = 16

/** Returns whether more was inflated than the ratio allows. */
export const isTooDense = (size: number, read: number, { ratio, free }: Room): boolean => size > free && size > ratio * read

/** Feeds bytes in pieces until they are used up or refused, or the room is full. */
export async function attempt(open: OpenInflater, bytes: Uint8Array, room: Room): Promise<Attempt> {
  // The output of a refused piece is lost: that piece is fed again in smaller ones.
  let from = 0
  for (let piece = PIECE; ; piece /= FINER) {
    const run = await feed(open, bytes, room, from, piece)
    if (run.end !== 'refused' || piece === 1) return run
    from = run.read
  }
}

async function feed(open: OpenInflater, bytes: Uint8Array, room: Room, from: number, piece: number): Promise<Attempt> {
  const parts: Array<Uint8Array> = []
  let size = 0
  const inflater = open((part) => {
    parts.push(part)
    size += part.length
  })
  let read = 0
  let fed = 0
  let stop: 'refused' | 'whole' | undefined
  const isFull = (): boolean => size > room.capacity || isTooDense(size, fed, room)
  while (read < bytes.length && stop === undefined && !isFull()) {
    fed = Math.min(bytes.length, read < from ? Math.min(from, read + PIECE) : read + piece)
    const taken = await inflater.write(bytes.subarray(read, fed))
    if (taken === undefined) stop = 'refused'
    else if (read + taken < fed) stop = 'whole'
    read += taken ?? 0
  }
  if (stop === undefined && !isFull()) stop = (await inflater.close()) ? 'whole' : undefined
  else inflater.abort()
  // Some platforms return the last bytes only when the stream is closed.
  const end = isFull() ? 'full' : (stop ?? 'unwhole')
  return { bytes: joinBytes(parts, Math.min(size, room.capacity)), read, size, end }
}
