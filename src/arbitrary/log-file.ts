/**
 * Log files as CloudTrail writes them to a bucket.
 *
 * @module
 */
import * as fc from 'fast-check'
import { requireOptions } from '../codec/argument.js'
import { ACCOUNTS, REGIONS, second } from './envelope.js'
import { ALL_FAMILIES, type ArbitraryRecordOptions, arbitraryRecord, type RecordFamily } from './record.js'

/**
 * Options of the log files.
 *
 * @category arbitraries
 * @since 0.1.0
 */
export interface ArbitraryLogFileOptions extends ArbitraryRecordOptions {
  /** The largest number of records in a file; from 0, default 10. */
  readonly maxRecords?: number
}

/**
 * A log file before it is compressed.
 *
 * @category arbitraries
 * @since 0.1.0
 */
export interface ArbitraryLogFile {
  /** Its key in the bucket. */
  readonly key: string
  /** Its content: `{"Records":[...]}`, with or without white space. */
  readonly json: string
  /** The records in it, as `JSON.parse` returns them. */
  readonly records: ReadonlyArray<unknown>
}

/** The folders of files by family: insights and counts have their own. */
const FOLDERS: Readonly<Record<RecordFamily, string>> = {
  event: 'CloudTrail',
  unmodelled: 'CloudTrail',
  otherService: 'CloudTrail',
  insight: 'CloudTrail-Insight',
  aggregated: 'CloudTrail-Aggregated',
}

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'

/**
 * Returns a fast-check arbitrary of log files: a key, the content of the file and its records. The records of a file
 * are all calls, all insights or all counts.
 *
 * The content is not compressed, so this works in browsers too. CloudTrail's files are gzip: in Node
 * `gzipSync(file.json)` of `node:zlib` makes one, elsewhere
 * `new Blob([file.json]).stream().pipeThrough(new CompressionStream('gzip'))`.
 *
 * @param options - See `ArbitraryLogFileOptions`.
 *
 * @example
 * import { assert as holds, property } from 'fast-check'
 * import { decodeRecords } from 'glue-trail'
 * import { arbitraryLogFile } from 'glue-trail/arbitrary'
 *
 * holds(
 *   property(arbitraryLogFile({ nonconforming: 'some' }), ({ json, records }) => {
 *     assert.deepStrictEqual(JSON.parse(json), { Records: records })
 *     return [...decodeRecords(records)].every(({ result }) => result._tag !== 'Left')
 *   }),
 * )
 *
 * @category arbitraries
 * @since 0.1.0
 */
export function arbitraryLogFile(options: ArbitraryLogFileOptions = {}): fc.Arbitrary<ArbitraryLogFile> {
  requireOptions('arbitraryLogFile', options)
  const { maxRecords = 10, families = [], ...others } = options
  const chosen = families.length === 0 ? ALL_FAMILIES : families
  const folders = [...new Set(chosen.map((family) => FOLDERS[family]))]
  return fc.oneof(
    ...folders.map((folder) => {
      const inFolder = chosen.filter((family) => FOLDERS[family] === folder)
      const records = fc.array(arbitraryRecord({ ...others, families: inFolder }), { maxLength: maxRecords })
      return fc.tuple(keyIn(folder), records, fc.constantFrom(0, 2)).map(([key, list, indent]) => {
        const json = JSON.stringify({ Records: list }, null, indent)
        return { key, json, records: (JSON.parse(json) as { readonly Records: ReadonlyArray<unknown> }).Records }
      })
    }),
  )
}

const keyIn = (folder: string): fc.Arbitrary<string> =>
  fc
    .tuple(
      fc.constantFrom(...ACCOUNTS),
      fc.constantFrom(...REGIONS),
      second(),
      fc.string({ unit: fc.constantFrom(...LETTERS), minLength: 16, maxLength: 16 }),
    )
    .map(([account, region, delivered, unique]) => {
      const [date = '', time = ''] = new Date(delivered * 1000).toISOString().split('T')
      const name = `${account}_${folder}_${region}_${date.replaceAll('-', '')}T${time.slice(0, 5).replace(':', '')}Z_${unique}.json.gz`
      return `AWSLogs/${account}/${folder}/${region}/${date.replaceAll('-', '/')}/${name}`
    })
