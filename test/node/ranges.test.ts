import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { rangesOf, workOf } from '../../src/node/ranges.js'

const KIB = 1024
const files = (...sizes: ReadonlyArray<number>) => sizes.map((size, i) => ({ path: `${i}`, size: size * KIB }))
const paths = (ranges: ReturnType<typeof rangesOf>): ReadonlyArray<string> => ranges.map((range) => range.map(({ path }) => path).join(' '))

describe('rangesOf', () => {
  it('cuts files into ranges of about so many bytes', () => {
    expect(paths(rangesOf(files(84, 84, 84, 84), 200 * KIB))).toEqual(['0 1', '2 3'])
    expect(paths(rangesOf(files(84, 84, 84, 84, 84), 200 * KIB))).toEqual(['0 1', '2 3', '4'])
  })

  it('never cuts a file, and puts it where more than half of it fits', () => {
    expect(paths(rangesOf(files(984, 10, 10), 100 * KIB))).toEqual(['0', '1 2'])
    expect(paths(rangesOf(files(10, 984, 10), 500 * KIB))).toEqual(['0', '1', '2'])
    expect(paths(rangesOf(files(10, 984, 10), 600 * KIB))).toEqual(['0 1', '2'])
  })

  it('counts opening a file as work: many empty files are not one range', () => {
    expect(rangesOf(files(...Array<number>(100).fill(0)), 160 * KIB).map((range) => range.length)).toEqual(Array(10).fill(10))
  })

  it('gives every file once, in order, in ranges that are not empty', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(5000), { maxLength: 60 }), fc.integer({ min: 0, max: 10_000 }), (sizes, target) => {
        const all = files(...sizes)
        const ranges = rangesOf(all, target * KIB)
        expect(ranges.flat()).toEqual(all)
        expect(ranges.every((range) => range.length > 0)).toBe(true)
      }),
    )
  })
})

describe('workOf', () => {
  it('is the bytes and 16 KiB for each file', () => {
    expect(workOf(files(1, 2))).toBe(35 * KIB)
    expect(workOf([])).toBe(0)
  })
})
