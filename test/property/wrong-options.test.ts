/**
 * Wrong options: each function that takes options throws a `TypeError` that names it. What a getter
 * of an object throws is passed on, as it is or as the cause of such an error.
 */
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { arbitraryLogFile, arbitraryRecord } from '../../src/arbitrary/index.js'
import { rowOf, rowsOf, tableSql } from '../../src/archive/index.js'
import { awsKeys, backfill, consumeTrail, lambdaHandler, listTrail, readTrail, trailStore } from '../../src/aws/index.js'
import { describeApi, describeRecord, formatApi, formatRecord } from '../../src/describe/index.js'
import { exampleOf } from '../../src/example/index.js'
import * as api from '../../src/index.js'
import { createLedger, validateTrail } from '../../src/integrity/index.js'
import { decodeFiles, folderStore, listFiles, reduceFiles } from '../../src/node/index.js'
import { parquetWriter, writeParquet } from '../../src/parquet/index.js'
import { eventBridgeSchemaOf, jsonSchemaOf, jsonSchemasOf, openApiOf } from '../../src/schema/index.js'
import { decodeLog, decodeLogStream, unwrap } from '../../src/source/index.js'
import { SUBPATHS } from '../../subpaths.js'
import { glueCall } from '../support/records.js'
import { ROOT } from '../support/root.js'

/** A function as plain JavaScript calls it, with options at the end. */
const call =
  (f: unknown, ...args: ReadonlyArray<unknown>) =>
  (options: unknown): unknown =>
    (f as (...args: ReadonlyArray<unknown>) => unknown)(...args, options)

const BYTES = new TextEncoder().encode('{"Records":[]}')
const ENTRY = { result: api.decodeRecord(glueCall), index: 0, start: 0, end: 2, raw: glueCall }
const REDUCER = new URL('data:text/javascript,export default { initial() {}, step() {}, merge() {} }')
const EMPTY = async (): Promise<ReadonlyArray<never>> => []

const TAKING: Readonly<Record<string, (options: unknown) => unknown>> = {
  arbitraryLogFile: call(arbitraryLogFile),
  arbitraryRecord: call(arbitraryRecord),
  awsKeys: call(awsKeys),
  backfill: call(backfill),
  compileFilter: call(api.compileFilter, {}),
  consumeTrail: call(consumeTrail),
  createLedger: (options) => call(createLedger, options, EMPTY)(options),
  decodeFiles: call(decodeFiles, []),
  decodeLog: call(decodeLog, BYTES),
  decodeLogStream: call(decodeLogStream, [BYTES]),
  decodeRecord: call(api.decodeRecord, glueCall),
  decodeRecords: call(api.decodeRecords, [glueCall]),
  deduplicate: call(api.deduplicate),
  eventBridgeSchemaOf: call(eventBridgeSchemaOf, ['GetTable']),
  exampleOf: call(exampleOf, 'GetTable'),
  folderStore: call(folderStore, []),
  formatApi: call(formatApi, describeApi('GetTable'), 'markdown'),
  formatRecord: call(formatRecord, describeRecord(), 'markdown'),
  jsonSchemaOf: call(jsonSchemaOf, 'GetTable'),
  jsonSchemasOf: call(jsonSchemasOf, ['GetTable']),
  lambdaHandler: call(lambdaHandler),
  listFiles: call(listFiles, []),
  listTrail: call(listTrail),
  openApiOf: call(openApiOf, []),
  parquetWriter: call(parquetWriter),
  readTrail: call(readTrail),
  redact: call(api.redact, glueCall),
  reduceFiles: call(reduceFiles, [], REDUCER),
  rowOf: call(rowOf, ENTRY, { bytes: BYTES }),
  rowsOf: call(rowsOf, { bytes: BYTES, entries: [ENTRY] }),
  tableSql: call(tableSql, 'athena'),
  trailStore: call(trailStore),
  unwrap: call(unwrap, { Records: [glueCall] }),
  validateTrail: (options) => call(validateTrail, options, EMPTY)(options),
  writeParquet: call(writeParquet, []),
}

/** Returns what a call throws, at once or later; `undefined` if nothing. */
async function thrownBy(made: () => unknown): Promise<unknown> {
  try {
    const answer = await made()
    if (typeof answer !== 'object' || answer === null) return undefined
    if (Symbol.asyncIterator in answer) for await (const _ of answer as AsyncIterable<unknown>);
    else if (Symbol.iterator in answer) for (const _ of answer as Iterable<unknown>);
    return undefined
  } catch (error) {
    return error
  }
}

const revoked = (): unknown => {
  const { proxy, revoke } = Proxy.revocable({}, {})
  revoke()
  return proxy
}

const OWN = new Error('no')
const refuse = (): never => {
  throw OWN
}

describe.each(Object.entries(TAKING))('%s', (name, f) => {
  it.each([
    ['null', () => null],
    ['a number', () => 5],
    ['a string', () => 'word'],
    ['a symbol', () => Symbol('x')],
    ['a revoked proxy', revoked],
  ])('names itself for %s', async (_, options) => {
    const error = await thrownBy(() => f(options()))
    expect(error).toBeInstanceOf(TypeError)
    expect((error as TypeError).message).toMatch(new RegExp(`^(?:${name}|options|\\w+): expected `))
  })

  it('answers or names itself for a cycle', async () => {
    const cycle: Record<string, unknown> = {}
    cycle.self = cycle
    const error = await thrownBy(() => f(cycle))
    if (error !== undefined) expect((error as TypeError).message).toMatch(/^\w+: expected /)
  })

  it('passes on what getters throw', async () => {
    const unreadable = new Proxy(
      {},
      { get: refuse, has: refuse, ownKeys: refuse, getOwnPropertyDescriptor: refuse, getPrototypeOf: refuse },
    )
    const error = await thrownBy(() => f(unreadable))
    if (error === undefined || error === OWN) return
    expect(error).toBeInstanceOf(TypeError)
    expect((error as TypeError).message).toMatch(/^\w+: expected /)
    if ((error as TypeError).cause !== undefined) expect((error as TypeError).cause).toBe(OWN)
  })
})

it.each(SUBPATHS)('every function of $name that has options is here', async ({ module }) => {
  const exported = Object.entries((await import(join(ROOT, module))) as object)
  const names = exported.flatMap(([name, value]) => (typeof value === 'function' && /^[^{]*\boptions\b/.test(String(value)) ? [name] : []))
  expect(names.filter((name) => !(name in TAKING))).toEqual([])
})
