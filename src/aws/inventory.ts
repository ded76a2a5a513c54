/**
 * Lists of a bucket's objects as S3 Inventory writes them: a manifest, and files of rows.
 *
 * @module
 */
import { memberOf } from '../event/member-of.js'
import { parseJson } from '../scalar/json.js'
import type { TrailObject } from '../source/envelope/message.js'
import { decodedKey } from '../source/envelope/object.js'
import { wholeText } from '../source/gzip.js'
import { textOf } from '../source/json.js'
import { limitsOf } from '../source/limits.js'
import { StoredBytes } from '../source/stored-bytes.js'
import { type FailureData, failureData } from './failure.js'
import type { InventoryManifest, ListedObject } from './list-options.js'
import type { ObjectStore } from './object-store.js'

/** Far more bytes than a manifest or a file of an inventory has. */
const LARGEST = 1024 * 1024 * 1024

/** An object, or an error, with the file of the inventory that lists it. */
export interface InventoryItem {
  readonly object: ListedObject
  readonly file: string
}

/**
 * The objects in an inventory that are in `bucket`: the latest version of each, without those that were deleted. One of
 * its files is in memory at a time. A file that cannot be read is reported under its own key.
 */
export async function* inventoryObjects(
  store: ObjectStore,
  { manifest }: InventoryManifest,
  bucket: string,
  signal?: AbortSignal,
): AsyncGenerator<InventoryItem, void, undefined> {
  const failed = (key: string, failure: FailureData): InventoryItem => ({ object: { bucket: manifest.bucket, key, ...failure }, file: key })
  const input = await fileText(store, manifest, manifest.key, signal)
  const content = 'error' in input ? undefined : parseJson(input.content)?.value
  if (content === undefined || 'error' in input) {
    yield failed(manifest.key, 'error' in input ? input : { error: 'no JSON' })
    return
  }
  const format = memberOf(content, 'fileFormat')
  const schema = memberOf(content, 'fileSchema')
  const files = memberOf(content, 'files')
  if (format !== 'CSV' || typeof schema !== 'string' || !Array.isArray(files)) {
    yield failed(manifest.key, { error: format === 'ORC' || format === 'Parquet' ? `unsupported format ${format}` : 'no manifest' })
    return
  }
  const columns = schema.split(',').map((name) => name.trim())
  for (const file of files) {
    const key = memberOf(file, 'key')
    if (typeof key !== 'string') continue
    const rows = await fileText(store, manifest, key, signal)
    if ('error' in rows) yield failed(key, rows)
    else for (const object of objectsIn(rows.content, columns, bucket, { bucket: manifest.bucket, key })) yield { object, file: key }
  }
}

type FileText = { readonly content: string } | FailureData

async function fileText(
  store: ObjectStore,
  { bucket, owner }: InventoryManifest['manifest'],
  key: string,
  signal?: AbortSignal,
): Promise<FileText> {
  try {
    const bytes = await store.bytes({ bucket, key, owner }, LARGEST, signal)
    const { bytes: inflated, issues } = await wholeText(new StoredBytes(bytes), limitsOf({ maxBytes: LARGEST }))
    const [issue] = issues
    return issue === undefined ? { content: textOf(inflated, 0, inflated.length) } : { error: issue.code }
  } catch (error) {
    signal?.throwIfAborted()
    return failureData(error)
  }
}

function* objectsIn(
  input: string,
  columns: ReadonlyArray<string>,
  bucket: string,
  file: Pick<TrailObject, 'bucket' | 'key'>,
): Generator<ListedObject, void, undefined> {
  let broken = 0
  for (let start = 0; start < input.length; ) {
    const newline = input.indexOf('\n', start)
    const end = newline < 0 ? input.length : newline
    const line = input.slice(start, end).trim()
    start = end + 1
    if (line === '') continue
    // Keys are form-urlencoded in it, so that no field has a quote or a line break of its own.
    const fields = line.startsWith('"') && line.endsWith('"') ? line.slice(1, -1).split('","') : []
    const field = (name: string): string | undefined => fields[columns.indexOf(name)]
    const key = decodedKey(field('Key') ?? '')
    if (fields.length !== columns.length || key === undefined || key === '') broken++
    else if (field('Bucket') === bucket && field('IsLatest') !== 'false' && field('IsDeleteMarker') !== 'true')
      yield objectOfRow(bucket, key, field)
  }
  if (broken > 0) yield { ...file, error: `${broken} broken rows` }
}

function objectOfRow(bucket: string, key: string, field: (name: string) => string | undefined): ListedObject {
  const version = field('VersionId')
  const size = Number(field('Size') ?? Number.NaN)
  const modified = field('LastModifiedDate')
  return {
    bucket,
    key,
    ...(version === undefined || version === '' ? {} : { version }),
    ...(Number.isSafeInteger(size) ? { size } : {}),
    ...(modified === undefined ? {} : { modified }),
  }
}
