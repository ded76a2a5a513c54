import { describe, expect, it } from 'vitest'
import { findInStream, type StreamSink } from '../../src/source/find-in-stream.js'
import { END, ROW_LENGTH, START } from '../../src/source/item-rows.js'
import { StreamWindow } from '../../src/source/stream-window.js'
import { utf8 } from '../support/logs.js'
import { SCANNERS } from '../support/scanners.js'

/** What a sink is told of a text that comes in pieces, as ranges, and the most bytes that were held. */
function told(text: string, piece: number, limit: number): { readonly words: ReadonlyArray<string>; readonly most: number } {
  const bytes = utf8(text)
  const seen = SCANNERS.map(([, scanner]) => {
    const words: Array<string> = []
    let most = 0
    const window = new StreamWindow()
    let at = 0
    const more = (): void => {
      window.append(bytes.subarray(at, at + piece))
      at += piece
      window.isEnd = at >= bytes.length
      most = Math.max(most, window.text.length)
    }
    const sink: StreamSink<number> = {
      place: (start, end) => words.push(`${start}-${end}`),
      places: (rows, count) => {
        for (let row = 0; row < count * ROW_LENGTH; row += ROW_LENGTH) words.push(`${rows[row + START]}-${rows[row + END]}`)
      },
      unfinished: (start, end, isRecord) => words.push(`${isRecord ? 'record' : 'text'} unfinished ${start}-${end}`),
      broken: (start, end, expected) => words.push(`${expected} ${start}-${end}`),
      log: () => words.push('log'),
      letGo: (start) => {
        if (!words.includes(`gone ${start}`)) words.push(`gone ${start}`)
      },
      mark: () => words.length,
      rewind: (mark) => {
        words.length = mark
      },
    }
    more()
    const finding = findInStream(window, 0, limit, sink, scanner)
    while (finding.next().done !== true) more()
    return { words, most }
  })
  const [first] = seen
  if (first === undefined) throw new Error('no scanner')
  for (const { words } of seen) expect(words).toEqual(first.words)
  return { words: first.words, most: Math.max(...seen.map(({ most }) => most)) }
}

const PAD = 'x'.repeat(10_000)

describe('a record that is too large', () => {
  it.each([
    ['in a list', `[{"a":1},{"pad":"${PAD}"},{"b":2}]`, ['1-8', 'gone 9', '9-10019', '10020-10027']],
    ['that is none', `[{"a":1},"${PAD}",{"b":2}]`, ['1-8', 'gone 9', '9-10011', '10012-10019']],
    ['in a log', `{"Records":[{"pad":"${PAD}"}]}`, ['log', 'gone 12', '12-10022']],
    ['alone', `{"pad":"${PAD}"}`, ['gone 0', '0-10010']],
    ['that is cut', `[{"pad":"${PAD}`, ['gone 1', 'record unfinished 1-10009']],
    ['that is odd', `[{"pad":"${PAD}"} 5,{}]`, ['gone 1', 'record unfinished 1-10017']],
    ['one a line', `{"a":1}\n{"pad":"${PAD}"}\r\n{"b":2}\n`, ['0-7', 'gone 8', '8-10018', '10020-10027']],
  ])('%s is let go', (_, text, words) => {
    const seen = told(text, 100, 1000)
    expect(seen.words).toEqual(words)
    expect(seen.most).toBeLessThan(1300)
  })
})

describe('what stands around the records', () => {
  it('is checked where it is no larger than a record may be', () => {
    const at = (text: string, part: string): string => `a member ${text.indexOf(part)}-${text.indexOf(part) + part.length}`
    for (const text of ['{"x":tru,"Records":[{}],"y":1}', '{"x":1,"Records":[{}],"y":tru}']) {
      const part = text.includes('"x":tru') ? '"x":tru' : '"y":tru'
      expect(told(text, 5, 1000).words).toEqual(['log', expect.stringMatching(/^\d+-\d+$/), at(text, part)])
    }
    expect(told(`{"x":"${PAD}","Records":[{}],"y":tru}`, 100, 1000).words).toEqual(['gone 0', 'log', '10019-10021'])
  })

  it('is let go where it is larger', () => {
    for (const text of [
      `{"x":"${PAD}","Records":[{}]}`,
      `{"Records":[{}],"x":"${PAD}"}`,
      `${' '.repeat(10_000)}[{}]`,
      `[{}${' '.repeat(10_000)}]`,
    ]) {
      expect(told(text, 100, 1000).most).toBeLessThan(1300)
    }
  })

  it('may be another list Records, which cannot be told in time', () => {
    expect(told('{"Records":[{}],"Records":[{"a":1}]}', 7, 1000).words).toEqual(['log', '12-14', 'one list Records 16-26', 'log', '27-34'])
  })
})
