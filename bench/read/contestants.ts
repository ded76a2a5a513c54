/**
 * Whoever finds the Glue records in a log file: from the gzipped bytes of one to the `eventID` of each.
 *
 * @module
 */
import { Readable } from 'node:stream'
import { gunzipSync } from 'node:zlib'
import type * as Index from '../../src/index.js'
import type * as Source from '../../src/source/index.js'

/** Reads one file. */
export type Read = (stored: Uint8Array) => ReadonlyArray<string> | Promise<ReadonlyArray<string>>

interface RecordLike {
  readonly eventSource?: string
  readonly eventID: string
}

const GLUE = 'glue.amazonaws.com'

/** Names the compiler does not follow: what is measured is what the build wrote. */
const from = (entry: string): string => new URL(`../../dist/${entry}.js`, import.meta.url).href

/** This package as it is published, and a filter for Glue records. */
async function published(): Promise<{ readonly source: typeof Source; readonly where: Index.RecordPredicate }> {
  const [source, { compileFilter }] = (await Promise.all([import(from('source')), import(from('index'))])) as [typeof Source, typeof Index]
  const filter = compileFilter({ source: 'glue' })
  if (filter._tag === 'Left') throw new Error('bench: the filter is wrong')
  return { source, where: filter.right }
}

/** Reads whole files. */
async function ours(): Promise<Read> {
  const {
    source: { decodeLog },
    where,
  } = await published()
  return async (stored) => (await decodeLog(stored, { where })).entries.map(({ raw }) => (raw as RecordLike).eventID)
}

/** The same as a stream of one piece. */
async function oursAsStream(): Promise<Read> {
  const {
    source: { decodeLogStream },
    where,
  } = await published()
  return async (stored) => {
    const ids: Array<string> = []
    for await (const { raw } of decodeLogStream([stored], { where })) ids.push((raw as RecordLike).eventID)
    return ids
  }
}

/** The same where WebAssembly is not allowed, as by a strict policy of a page. */
async function oursInJavaScript(): Promise<Read> {
  const read = await ours()
  Reflect.deleteProperty(globalThis, 'WebAssembly')
  return read
}

/** The same from the text of a file, which is not gzipped. */
const glueIn = ({ Records }: { readonly Records: ReadonlyArray<RecordLike> }): ReadonlyArray<string> =>
  Records.filter(({ eventSource }) => eventSource === GLUE).map(({ eventID }) => eventID)

/** What everyone does. */
const plain = (): Read => (stored) => glueIn(JSON.parse(gunzipSync(stored).toString()) as { readonly Records: ReadonlyArray<RecordLike> })

async function streamparser(): Promise<Read> {
  const { JSONParser } = await import('@streamparser/json')
  return (stored) => {
    const ids: Array<string> = []
    const parser = new JSONParser({ paths: ['$.Records.*'], keepStack: false })
    parser.onValue = ({ value }) => {
      const { eventSource, eventID } = value as unknown as RecordLike
      if (eventSource === GLUE) ids.push(eventID)
    }
    parser.write(gunzipSync(stored))
    return ids
  }
}

async function streamJson(): Promise<Read> {
  const [{ parser }, { pick }, { streamArray }, { default: chain }] = await Promise.all([
    import('stream-json'),
    import('stream-json/filters/pick.js'),
    import('stream-json/streamers/stream-array.js'),
    import('stream-chain'),
  ])
  return async (stored) => {
    const ids: Array<string> = []
    const records = chain([Readable.from([gunzipSync(stored)]), parser(), pick({ filter: 'Records' }), streamArray()])
    for await (const { value } of records as unknown as AsyncIterable<{ readonly value: RecordLike }>) {
      if (value.eventSource === GLUE) ids.push(value.eventID)
    }
    return ids
  }
}

/** Inflating alone, which nobody can do without. It finds nothing. */
const gunzipAlone = (): Read => (stored) => {
  gunzipSync(stored)
  return []
}

/** All of them by name. */
export const CONTESTANTS: Readonly<Record<string, () => Read | Promise<Read>>> = {
  'glue-trail': ours,
  'glue-trail as streams': oursAsStream,
  'glue-trail without WebAssembly': oursInJavaScript,
  'gunzipSync + JSON.parse + filter': plain,
  'gunzipSync alone': gunzipAlone,
  '@streamparser/json': streamparser,
  'stream-json': streamJson,
}
