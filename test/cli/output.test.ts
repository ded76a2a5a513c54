import { expect, it, vi } from 'vitest'
import { Output, PIECE } from '../../src/cli/output.js'

it('collects strings and bytes', () => {
  const output = new Output()
  output.add('ä')
  output.add(Uint8Array.of(0xff, 0x0a))
  expect([...output.take()]).toEqual([0xc3, 0xa4, 0xff, 0x0a])
  expect(output.take().length).toBe(0)
})

it('grows, and says when a piece is full', () => {
  const output = new Output()
  for (let i = 0; i < 10; i++) output.add('x'.repeat(PIECE))
  expect(output.isFull).toBe(true)
  expect(Buffer.from(output.take()).equals(Buffer.from('x'.repeat(10 * PIECE)))).toBe(true)
})

it('uses its memory again', () => {
  const output = new Output()
  output.add('a')
  const { buffer } = output.take()
  output.add('b')
  expect(output.take().buffer).toBe(buffer)
})

it('copies what it holds only as often as it doubles', () => {
  const buffers = vi.spyOn(Buffer, 'allocUnsafeSlow')
  const output = new Output()
  for (let i = 0; i < 1000; i++) output.add(new Uint8Array(PIECE))
  expect(output.take().length).toBe(1000 * PIECE)
  expect(buffers.mock.calls.length).toBeLessThan(15)
  buffers.mockRestore()
})
