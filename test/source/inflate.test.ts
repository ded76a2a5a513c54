import { describe, expect, it } from 'vitest'
import { attempt, type OpenInflater, type Room } from '../../src/source/inflate.js'

const CHUNK = 3

/**
 * Hands on what it gets, twice; ends before a byte 253, refuses a piece that holds a byte 255, and to close after a
 * byte 254.
 */
function copying(log: Array<number> = []): OpenInflater {
  return (take) => {
    let last: number | undefined
    return {
      write: async (bytes) => {
        log.push(bytes.length)
        if (bytes.includes(255)) return undefined
        if (bytes.includes(253)) return bytes.indexOf(253)
        last = bytes.at(-1)
        for (let i = 0; i < bytes.length; i += CHUNK) {
          take(bytes.subarray(i, i + CHUNK))
          take(bytes.subarray(i, i + CHUNK))
        }
        return bytes.length
      },
      close: async () => last !== 254,
      abort: () => log.push(-1),
    }
  }
}

const room = (capacity: number): Room => ({ capacity, ratio: 1000, free: 0 })

const zeros = (length: number, ...odd: ReadonlyArray<readonly [number, number]>): Uint8Array => {
  const bytes = new Uint8Array(length)
  for (const [at, byte] of odd) bytes[at] = byte
  return bytes
}

describe('attempt', () => {
  it('feeds all bytes and closes', async () => {
    expect(await attempt(copying(), zeros(10_000), room(100_000))).toEqual({
      bytes: zeros(20_000),
      read: 10_000,
      size: 20_000,
      end: 'whole',
    })
    expect(await attempt(copying(), zeros(0), room(0))).toEqual({ bytes: zeros(0), read: 0, size: 0, end: 'whole' })
  })

  it('reports a stream that is closed too early', async () => {
    const { end, read } = await attempt(copying(), zeros(10, [9, 254]), room(100))
    expect({ end, read }).toEqual({ end: 'unwhole', read: 10 })
  })

  it.each([0, 1, 4095, 4096, 5000, 9999])('finds the byte that is refused, %i, and keeps all before it', async (at) => {
    const log: Array<number> = []
    const run = await attempt(copying(log), zeros(10_000, [at, 255]), room(100_000))
    expect({ end: run.end, read: run.read, size: run.size }).toEqual({ end: 'refused', read: at, size: 2 * at })
    // A few more tries, each with a few more pieces.
    expect(log.length).toBeLessThan(80)
  })

  it('stops soon after the capacity, and returns no more', async () => {
    const log: Array<number> = []
    const run = await attempt(copying(log), zeros(100_000), room(10_000))
    expect({ end: run.end, bytes: run.bytes.length, size: run.size, read: run.read }).toEqual({
      end: 'full',
      bytes: 10_000,
      size: 2 * 8192,
      read: 8192,
    })
    expect(log).toEqual([4096, 4096, -1])
  })
})

describe('a stream that is too dense', () => {
  it('is given up as soon as that is sure', async () => {
    const { end, size, read } = await attempt(copying(), zeros(100_000), { capacity: 1_000_000, ratio: 1.9, free: 50_000 })
    expect({ end, size, read }).toEqual({ end: 'full', size: 57_344, read: 28_672 })
    expect((await attempt(copying(), zeros(25_000), { capacity: 1_000_000, ratio: 1.9, free: 50_000 })).end).toBe('whole')
    expect((await attempt(copying(), zeros(100_000), { capacity: 1_000_000, ratio: 2, free: 50_000 })).end).toBe('whole')
  })
})

describe('a stream that ends before other bytes', () => {
  it.each([0, 1, 4096, 5000])('is whole at %i', async (at) => {
    const { end, read } = await attempt(copying(), zeros(10_000, [at, 253]), room(100_000))
    expect({ end, read }).toEqual({ end: 'whole', read: at })
  })
})
