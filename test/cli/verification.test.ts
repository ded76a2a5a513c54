import { describe, expect, it } from 'vitest'
import { Verification } from '../../src/cli/verification.js'
import type { LedgerState, LedgerSubject } from '../../src/integrity/ledger.js'
import { NO_COUNTS } from '../../src/source/counts.js'
import type { LogBatch } from '../../src/source/log-entry.js'

const verdictsBy = (stateOf: (file: LedgerSubject) => LedgerState) => new Verification({ verdictOf: (file) => ({ state: stateOf(file) }) })

const batch = (source: string, more: Partial<LogBatch> = {}): LogBatch => ({
  ...{ source, entries: [], counts: NO_COUNTS, issues: [], isLast: false, storedBytes: 0 },
  ...more,
})

async function* given(batches: ReadonlyArray<LogBatch>): AsyncGenerator<LogBatch, void, undefined> {
  yield* batches
}

async function allOf<A>(items: AsyncIterable<A>): Promise<ReadonlyArray<A>> {
  const all: Array<A> = []
  for await (const item of items) all.push(item)
  return all
}

describe('a file that is held', () => {
  it('is passed on when its verdict is known, with all its issues in it', async () => {
    const seen: Array<LedgerSubject> = []
    const verification = verdictsBy((file) => {
      seen.push(file)
      return file.path === 'a' ? 'VERIFIED' : 'PENDING'
    })
    const issue = { code: 'TRAILING_BYTES', expected: '', received: '' } as const
    const files = [batch('a', { issues: [issue] }), batch('a', { isLast: true, textHash: '00' }), batch('b', { isLast: true })]
    const labelled = await allOf(verification.label(() => given(files), true))
    expect(labelled.map(({ source, integrity }) => [source, integrity])).toEqual([
      ['a', 'VERIFIED'],
      ['a', 'VERIFIED'],
      ['b', 'PENDING'],
    ])
    expect(seen).toEqual([
      { path: 'a', issues: [issue], textHash: '00' },
      { path: 'b', issues: [] },
    ])
    expect(verification.line()).toBe('1 verified, 0 invalid, 0 unproven, 1 pending')
    expect(verification.hasInvalid).toBe(false)
  })

  it('has no verdict if it is a digest', async () => {
    const verification = verdictsBy(() => 'OUTSIDE')
    const digest = batch('d', { issues: [{ code: 'DIGEST_FILE', expected: '', received: '' }], isLast: true })
    expect(await allOf(verification.label(() => given([digest]), true))).toEqual([digest])
    expect(verification.line()).toBe('0 verified, 0 invalid, 0 unproven')
  })
})

describe('a file that is read twice', () => {
  const reading = (...hashes: ReadonlyArray<string>) => {
    let at = 0
    return () => given([batch('a'), batch('a', { isLast: true, textHash: hashes[at++] ?? '' })])
  }

  it('has the verdict on its first batch', async () => {
    const verification = verdictsBy(({ textHash }) => (textHash === '01' ? 'VERIFIED' : 'INVALID'))
    const labelled = await allOf(verification.label(reading('01', '01'), false))
    expect(labelled.map(({ integrity, isChanged }) => [integrity, isChanged])).toEqual([
      ['VERIFIED', undefined],
      ['VERIFIED', undefined],
    ])
    expect(verification.line()).toBe('1 verified, 0 invalid, 0 unproven')
  })

  it('is invalid if it is another one the second time', async () => {
    const verification = verdictsBy(() => 'VERIFIED')
    const labelled = await allOf(verification.label(reading('01', '02'), false))
    expect(labelled.map(({ isChanged }) => isChanged)).toEqual([undefined, true])
    expect(verification.line()).toBe('0 verified, 1 invalid, 0 unproven')
    expect(verification.hasInvalid).toBe(true)
  })
})
