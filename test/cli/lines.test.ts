import { expect, it } from 'vitest'
import { linesOf } from '../../src/cli/lines.js'

async function* pieces(...strings: ReadonlyArray<string>): AsyncGenerator<Uint8Array> {
  for (const content of strings) yield Buffer.from(content)
}

async function lines(limit: number, ...strings: ReadonlyArray<string>): Promise<ReadonlyArray<ReadonlyArray<string>>> {
  const all: Array<ReadonlyArray<string>> = []
  for await (const some of linesOf(pieces(...strings), limit)) {
    all.push(some.map(({ number, bytes }) => `${number} ${bytes === undefined ? 'too long' : Buffer.from(bytes)}`))
  }
  return all
}

it('returns the lines so far, and what follows the last line end', async () => {
  expect(await lines(100, 'a\nb\nc', 'd\n', '\r\ne')).toEqual([['1 a', '2 b'], ['3 cd'], ['4 \r'], ['5 e']])
  expect(await lines(100, 'a\n')).toEqual([['1 a']])
  expect(await lines(100)).toEqual([])
})

it('puts a character together that came in two pieces', async () => {
  const bytes = Buffer.from('é\n')
  async function* halves(): AsyncGenerator<Uint8Array> {
    yield bytes.subarray(0, 1)
    yield bytes.subarray(1)
  }
  for await (const [line] of linesOf(halves(), 10)) expect(String(line?.bytes)).toBe('é')
})

it('reads past a line that is too long', async () => {
  expect(await lines(3, 'abc\nabcd\nabc', 'd', 'e\nf\nlonger')).toEqual([['1 abc', '2 too long'], ['3 too long', '4 f'], ['5 too long']])
})
