/**
 * Inflating what the platform refuses to inflate in one go: damaged streams, streams that are followed by something else, streams larger than
 * allowed. Fed piece by piece, so that all that came out before the trouble is kept.
 *
 * @module
 */

/** How much may come out of a stream. */
export interface Room {
  /** So many bytes at most. */
  readonly capacity: number
  /** So many times what went in, once it is more than `free`. */
  readonly ratio: number
  readonly free: number
}

/** What came of inflating one raw deflate stream. */
export interface Inflated {
  /** What came out, at most the capacity of the room. */
  readonly text: Uint8Array
  /** How many bytes went in: exactly those of the stream where its end was `reached`, else about as many as were needed. */
  readonly read: number
  /** How many bytes came out before the platform was stopped; more than `text` has where it is cut at the capacity. */
  readonly size: number
  /** Whether the stream's end was reached or is `missing`, it is no deflate stream from `read` on, or the room is full. */
  readonly end: 'reached' | 'missing' | 'corrupt' | 'full'
}

/** One stream that is being inflated by the platform. */
export interface Inflater {
  /** Feeds bytes, and answers how many were taken: fewer where the stream ends among them, `undefined` where the platform refuses them. */
  readonly write: (bytes: Uint8Array) => Promise<number | undefined>
  /** Says that no bytes follow; false where the platform has expected more. */
  readonly close: () => Promise<boolean>
  /** Gives up the stream. */
  readonly abort: () => void
}

/** Opens a stream; `take` gets what comes out. */
export type OpenInflater = (take: (bytes: Uint8Array) => void) => Inflater

/** What came of feeding bytes to a stream. */
export interface Attempt extends Omit<Inflated, 'end'> {
  /** How it ended: as a whole stream, closed too early, refused at `read`, or full. */
  readonly end: 'whole' | 'unwhole' | 'refused' | 'full'
}

const PIECE = 4096
const FINER = 16

/** Whether more came out than there is room for what went in. */
export const isTooDense = (size: number, read: number, { ratio, free }: Room): boolean => size > free && size > ratio * read

/** Feeds bytes in pieces until they are used up or refused, or the room is full. */
export async function attempt(open: OpenInflater, bytes: Uint8Array, room: Room): Promise<Attempt> {
  // What the piece that is refused gave before it went wrong is lost: from there on again, in smaller pieces.
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
  // Some comes out only when the stream is closed.
  const end = isFull() ? 'full' : (stop ?? 'unwhole')
  return { text: joined(parts, Math.min(size, room.capacity)), read, size, end }
}

/** Parts as one, cut at a length. */
export function joined(parts: ReadonlyArray<Uint8Array>, length: number): Uint8Array {
  const [first] = parts
  if (first !== undefined && first.length >= length) return new Uint8Array(first.buffer, first.byteOffset, length)
  const whole = new Uint8Array(length)
  let at = 0
  for (const part of parts) {
    const fitting = part.subarray(0, length - at)
    whole.set(fitting, at)
    at += fitting.length
  }
  return whole
}
