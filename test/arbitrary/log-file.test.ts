import { gunzipSync, gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { decodeRecord, decodeRecords } from 'glue-trail'
import { type ArbitraryLogFile, arbitraryLogFile } from 'glue-trail/arbitrary'
import { describe, expect, it } from 'vitest'
import { kindOfRecord } from '../../src/event/classify.js'

const KEY =
  /^AWSLogs\/(\d{12})\/(CloudTrail(?:-Insight|-Aggregated)?)\/([a-z0-9-]+)\/(\d{4})\/(\d\d)\/(\d\d)\/\1_\2_\3_\4\5\6T\d{4}Z_[A-Za-z0-9]{16}\.json\.gz$/

const sample = (options?: Parameters<typeof arbitraryLogFile>[0], numRuns = 100): ReadonlyArray<ArbitraryLogFile> =>
  fc.sample(arbitraryLogFile(options), { seed: 1, numRuns })

describe('arbitraryLogFile', () => {
  it('holds its records, also through gzip', () => {
    for (const { json: content, records } of sample({ nonconforming: 'some' })) {
      expect(JSON.parse(gunzipSync(gzipSync(content)).toString('utf8'))).toEqual({ Records: records })
    }
  })

  it('decodes as Right, or as Both where records do not conform', () => {
    const tags = (options?: Parameters<typeof arbitraryLogFile>[0]): ReadonlySet<string> =>
      new Set(sample(options).flatMap(({ records }) => [...decodeRecords(records)].map(({ result }) => result._tag)))
    expect(tags()).toEqual(new Set(['Right']))
    expect(tags({ nonconforming: 'some' })).toEqual(new Set(['Right', 'Both']))
    expect(tags({ nonconforming: 'all' })).toEqual(new Set(['Both']))
  })

  it('has a key of the form of CloudTrail, in the folder of what is in it', () => {
    const folders = new Map<string, Set<unknown>>()
    for (const { key, records } of sample()) {
      const [, , folder = ''] = KEY.exec(key) ?? []
      expect(key).toMatch(KEY)
      const kinds = folders.get(folder) ?? new Set()
      for (const record of records) kinds.add(kindOfRecord(record))
      folders.set(folder, kinds)
    }
    expect(folders).toEqual(
      new Map([
        ['CloudTrail', new Set(['event', 'unmodelled', 'otherService'])],
        ['CloudTrail-Insight', new Set(['insight'])],
        ['CloudTrail-Aggregated', new Set(['aggregated'])],
      ]),
    )
  })

  it('is of the families and of the size requirements for, empty at times', () => {
    const files = sample({ families: ['event'], maxRecords: 3 })
    expect(new Set(files.map(({ records }) => records.length))).toEqual(new Set([0, 1, 2, 3]))
    expect(files.flatMap(({ records }) => records).every((record) => kindOfRecord(record) === 'event')).toBe(true)
  })

  it('is one line or many', () => {
    expect(new Set(sample().map(({ json: content }) => content.includes('\n')))).toEqual(new Set([true, false]))
  })

  it('shrinks to the record that fails', () => {
    const { counterexample } = fc.check(
      fc.property(arbitraryLogFile({ nonconforming: 'some' }), ({ records }) =>
        records.every((record) => decodeRecord(record)._tag === 'Right'),
      ),
      { seed: 2 },
    )
    expect(counterexample?.[0].records).toHaveLength(1)
    expect(decodeRecord(counterexample?.[0].records[0])._tag).toBe('Both')
  })
})
