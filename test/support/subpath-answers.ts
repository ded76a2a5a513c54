/**
 * The exported functions of the subpaths, called with one value. `test/property/subpath-answers.test.ts` holds that
 * none is missing here.
 */
import { arbitraryOf } from '../../src/arbitrary/index.js'
import { partitionOf, rowOf, rowsOf, tableSql } from '../../src/archive/index.js'
import { backfill, consumeTrail, formatMessageFailure, lambdaHandler, listTrail, readTrail, trailStore } from '../../src/aws/index.js'
import { describeApi, describeShape, formatApi, formatRecord } from '../../src/describe/index.js'
import { exampleOf } from '../../src/example/index.js'
import { decodeRecord } from '../../src/index.js'
import { createLedger, formatReport, keysFromText, validateTrail } from '../../src/integrity/index.js'
import { decodeFiles, filePieces, folderStore, listFiles, reduceFiles } from '../../src/node/index.js'
import { parquetWriter, writeParquet } from '../../src/parquet/index.js'
import {
  eventBridgeSchemaOf,
  formatSchemaIssues,
  jsonSchemaOf,
  jsonSchemasOf,
  openApiOf,
  toStandardJsonSchema,
} from '../../src/schema/index.js'
import {
  bytesOf,
  decodeLog,
  decodeLogStream,
  formatEnvelopeIssues,
  formatLogIssues,
  formatTrailKey,
  parseTrailKey,
  unwrap,
} from '../../src/source/index.js'

/** A function as plain JavaScript calls it. */
const plain =
  (f: unknown) =>
  (...args: ReadonlyArray<unknown>): unknown =>
    (f as (...args: ReadonlyArray<unknown>) => unknown)(...args)

const BYTES = new TextEncoder().encode('{}')
const entryOf = (record: unknown): object => ({ result: decodeRecord(record), index: 0, start: 0, end: 2, raw: record })

/** Functions that answer for any record or string: they never throw. By subpath and name. */
export const TOTAL: Readonly<Record<string, (value: unknown) => unknown>> = {
  'archive partitionOf, the cells of a row': (value) => plain(partitionOf)({ account_id: value, region: value, event_time: value }),
  'archive rowOf, a record': (value) => plain(rowOf)(entryOf(value), { bytes: BYTES }),
  'archive rowsOf, a record': (value) => Array.from(plain(rowsOf)({ bytes: BYTES, entries: [entryOf(value)] }) as Iterable<unknown>),
  'archive rowsOf, a record, redacted': (value) =>
    Array.from(plain(rowsOf)({ bytes: BYTES, entries: [entryOf(value)] }, { redact: true }) as Iterable<unknown>),
  'integrity keysFromText': plain(keysFromText),
  'schema jsonSchemaOf': plain(jsonSchemaOf),
  'source parseTrailKey': plain(parseTrailKey),
  'source unwrap': (value) => plain(unwrap)(value),
}

/** Functions that throw a `TypeError` with their name for what they do not take. By subpath and name. */
export const STRICT: Readonly<Record<string, (value: unknown) => unknown>> = {
  'arbitrary arbitraryOf': plain(arbitraryOf),
  'archive partitionOf': plain(partitionOf),
  'archive rowOf': (value) => plain(rowOf)(value, { bytes: BYTES }),
  'archive rowOf, the source': (value) => plain(rowOf)(entryOf({ eventSource: 'a', eventName: 'b' }), value),
  'archive rowsOf': (value) => Array.from(plain(rowsOf)(value) as Iterable<unknown>),
  'archive tableSql': (value) => plain(tableSql)('athena', value),
  'archive tableSql, the engine': (value) => plain(tableSql)(value, { location: 'a' }),
  'aws formatMessageFailure': plain(formatMessageFailure),
  'describe describeApi': plain(describeApi),
  'describe describeShape': plain(describeShape),
  'describe formatApi': (value) => plain(formatApi)(value, 'text'),
  'describe formatRecord': (value) => plain(formatRecord)(value, 'markdown'),
  'example exampleOf': plain(exampleOf),
  'integrity formatReport': plain(formatReport),
  'schema eventBridgeSchemaOf': plain(eventBridgeSchemaOf),
  'schema formatSchemaIssues': plain(formatSchemaIssues),
  'schema jsonSchemasOf': plain(jsonSchemasOf),
  'schema openApiOf': (value) => plain(openApiOf)(value, { title: 'a', version: '1' }),
  'schema openApiOf, the options': (value) => plain(openApiOf)([], value),
  'schema toStandardJsonSchema': plain(toStandardJsonSchema),
  'source bytesOf': (value) => plain(bytesOf)(value, { start: 0, end: 1 }),
  'source bytesOf, the entry': (value) => plain(bytesOf)({ bytes: BYTES }, value),
  'source formatEnvelopeIssues': plain(formatEnvelopeIssues),
  'source formatLogIssues': plain(formatLogIssues),
  'source formatTrailKey': plain(formatTrailKey),
}

const firstOf = (f: unknown, ...others: ReadonlyArray<unknown>) => {
  return async (value: unknown): Promise<unknown> => {
    const answer = await plain(f)(value, ...others)
    if (typeof answer === 'object' && answer !== null && Symbol.asyncIterator in answer)
      for await (const _ of answer as AsyncIterable<unknown>);
    return answer
  }
}

/** Readers, stores and writers, called with their first argument: they refuse what is not it. By subpath and name. */
export const READERS: Readonly<Record<string, (value: unknown) => Promise<unknown>>> = {
  'aws backfill': firstOf(backfill),
  'aws consumeTrail': firstOf(consumeTrail),
  'aws lambdaHandler': firstOf(lambdaHandler),
  'aws listTrail': firstOf(listTrail),
  'aws readTrail': firstOf(readTrail),
  'aws trailStore': firstOf(trailStore),
  'integrity createLedger': firstOf(createLedger, async () => []),
  'integrity validateTrail': firstOf(validateTrail, async () => []),
  'node decodeFiles': firstOf(decodeFiles),
  'node filePieces': firstOf(filePieces),
  'node folderStore': firstOf(folderStore),
  'node listFiles': firstOf(listFiles),
  'node reduceFiles': (value) => firstOf(reduceFiles, value)([]),
  'parquet parquetWriter': firstOf(parquetWriter),
  'parquet writeParquet': firstOf(writeParquet, { dir: 'no-such-folder' }),
  'source decodeLog': firstOf(decodeLog),
  'source decodeLogStream': firstOf(decodeLogStream),
}

/** Functions without an argument, or whose options have tests of their own: the test file of each. */
export const OTHERS: Readonly<Record<string, string>> = {
  'arbitrary arbitraryLogFile': 'arbitrary/log-file',
  'arbitrary arbitraryRecord': 'arbitrary/record',
  'aws OptionError': 'aws/option-error',
  'aws awsKeys': 'aws/aws-keys',
  'aws backfill': 'aws/backfill',
  'aws consumeTrail': 'aws/consume-trail.slow',
  'aws lambdaHandler': 'aws/lambda-handler',
  'aws listTrail': 'aws/list-trail',
  'aws readTrail': 'aws/read-trail',
  'aws trailStore': 'aws/trail-store',
  'describe describeRecord': 'describe/describe-record',
  'integrity createLedger': 'integrity/ledger',
  'integrity sha256': 'integrity/sha256',
  'integrity validateTrail': 'integrity/validate-trail',
  'node decodeFiles': 'node/decode-files',
  'node filePieces': 'node/file-pieces',
  'node folderStore': 'node/folder-store',
  'node listFiles': 'node/list-files',
  'node reduceFiles': 'node/reduce-files',
  'parquet parquetWriter': 'parquet/write-parquet',
  'parquet writeParquet': 'parquet/write-parquet',
  'source decodeLog': 'source/decode-log',
  'source decodeLogStream': 'source/decode-log-stream.sampled',
}
