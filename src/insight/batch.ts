/**
 * Calls that act on many items at once. Such a call succeeds, and its response lists which items failed.
 *
 * @module
 */
import { isObject } from '../codec/check.js'
import { isRedacted } from '../codec/redacted.js'
import { memberOf } from '../event/member-of.js'
import { isOmitted } from '../event/omitted.js'
import { BATCHES } from '../generated/batches.js'
import { isDenial } from './denied.js'
import { glueApiOf } from './glue-api.js'
import { present } from './present.js'
import type { RecordPath } from './record-path.js'
import { MOST_LISTED } from './resource-row.js'

/**
 * How one item of a batch call ended.
 *
 * @category insights
 * @since 0.1.0
 */
export interface ItemOutcome {
  /**
   * `UNKNOWN` where the response is null, omitted or redacted, has an error whose item cannot be read, or has fewer
   * errors of an item than the request has that item.
   */
  readonly kind: 'SUCCEEDED' | 'FAILED' | 'DENIED' | 'UNKNOWN'
  /**
   * What identifies the item: a table's or a connection's name, a version, a run's id, partition values joined by `/`.
   * Left out where unreadable.
   */
  readonly item?: string
  /** The code of its error, such as `EntityNotFoundException`. */
  readonly code?: string
  /** Where the request has the item; else where the response lists its error. */
  readonly path: RecordPath
}

/** The items of a batch call, and the message of the first item that was denied. */
export interface Batch {
  readonly items: ReadonlyArray<ItemOutcome>
  /** Whether these are all items of the request. */
  readonly complete: boolean
  readonly deniedMessage: string | undefined
}

interface BatchForm {
  readonly requested: ReadonlyArray<string>
  readonly requestedBy: ReadonlyArray<ReadonlyArray<string>>
  readonly failed: string
  readonly failedBy: ReadonlyArray<ReadonlyArray<string>>
  /** The path of the structure with code and message; `undefined` if the API has none. */
  readonly detail: ReadonlyArray<string> | undefined
  readonly foldsCase: boolean
}

const steps = (path: string): ReadonlyArray<string> => (path === '' ? [] : path.split('.'))

let forms: ReadonlyMap<string, BatchForm> | undefined

function formOf(api: string): BatchForm | undefined {
  forms ??= new Map(
    BATCHES.map((line) => {
      const [name = '', requested = '', requestedBy = '', failed = '', failedBy = '', detail = '', fold] = line.split(' ')
      return [
        name,
        {
          requested: steps(requested.replace('[]', '')),
          requestedBy: requestedBy.split(',').map(steps),
          failed: failed.slice(0, -2),
          failedBy: failedBy.split(',').map(steps),
          detail: detail === '-' ? undefined : steps(detail),
          foldsCase: fold === 'fold',
        },
      ] as const
    }),
  )
  return forms.get(api)
}

/** Returns the items of a Glue batch call, or `undefined` if the API does not take a batch. */
export function batchOf(record: unknown): Batch | undefined {
  const form = formOf(glueApiOf(record) ?? '')
  if (form === undefined) return undefined
  const requested = requestedItems(record, form)
  const response = memberOf(record, 'responseElements')
  const list = memberOf(response, form.failed)
  const errors = Array.isArray(list) || isObject(list) ? list : []
  const isLogged = isObject(response) && !isOmitted(response) && (list == null || list === errors)
  return withFailures(requested, isLogged ? errors : [], form, isLogged)
}

interface RequestedItem {
  readonly key: string
  readonly item: string | undefined
  readonly path: RecordPath
}

interface Requested {
  readonly items: ReadonlyArray<RequestedItem>
  readonly complete: boolean
}

/** So many versions of a range are listed; the API takes 25. */
const MOST_VERSIONS = 1000

const VERSIONS = /^(\d{1,15})(?:-(\d{1,15}))?$/

function requestedItems(record: unknown, form: BatchForm): Requested {
  const request = memberOf(record, 'requestParameters')
  const value = form.requested.reduce(memberOf, request)
  const path = ['requestParameters', ...form.requested]
  if (Array.isArray(value)) {
    const items = Array.from(value.slice(0, MOST_LISTED), (each: unknown, i) => ({
      ...identify(each, form.requestedBy, form.foldsCase),
      path: [...path, i],
    }))
    return { items, complete: items.length > 0 && items.length === value.length && items.every(({ item }) => item !== undefined) }
  }
  const [, first = '', last = first] = (typeof value === 'string' && value.length < 32 && VERSIONS.exec(value)) || []
  const count = Number(last) - Number(first) + 1
  if (first === '' || !(count >= 1 && count <= MOST_VERSIONS)) return { items: [], complete: false }
  const items = Array.from({ length: count }, (_, i) => ({ ...identify(Number(first) + i, [[]], false), path }))
  return { items, complete: true }
}

function withFailures(requested: Requested, list: object, form: BatchForm, isLogged: boolean): Batch {
  const failures = new Map<string, ItemOutcome>()
  const unread: Array<ItemOutcome> = []
  // How many more times an item is requested than fails.
  const others = new Map<string, number>()
  const count = (key: string, by: number): unknown => others.set(key, (others.get(key) ?? 0) + by)
  for (const { key } of requested.items) count(key, 1)
  let deniedMessage: string | undefined
  for (const key of Array.isArray(list) ? list.keys() : Object.keys(list)) {
    const entry = (list as Readonly<Record<string | number, unknown>>)[key]
    const { key: id, item } = typeof key === 'string' ? identify(key, [[]], form.foldsCase) : identify(entry, form.failedBy, form.foldsCase)
    const detail = form.detail?.reduce(memberOf, entry)
    const code = memberOf(detail, 'errorCode')
    const message = memberOf(detail, 'errorMessage')
    const isDenied = isDenial(code, message)
    if (isDenied && typeof message === 'string') deniedMessage ??= message
    const failure: ItemOutcome = {
      kind: isDenied ? 'DENIED' : 'FAILED',
      ...present({ item, code: typeof code === 'string' && !isRedacted(code) ? code : undefined }),
      path: ['responseElements', form.failed, key],
    }
    if (item === undefined) unread.push(failure)
    else {
      failures.set(id, failure)
      count(id, -1)
    }
  }
  const met = new Set<string>()
  const items = requested.items.map(({ key, item, path }): ItemOutcome => {
    // Of an item that is requested twice, the one that failed is not known.
    const failure = (others.get(key) ?? 0) > 0 ? undefined : failures.get(key)
    if (failure !== undefined) met.add(key)
    // An error that names no readable item may be this one's.
    const kind = failure?.kind ?? (isLogged && unread.length === 0 && item !== undefined && !failures.has(key) ? 'SUCCEEDED' : 'UNKNOWN')
    return { kind, ...present({ item, code: failure?.code }), path }
  })
  const unmet = [...failures].flatMap(([key, failure]) => (met.has(key) ? [] : [failure]))
  return {
    items: [...items, ...unmet, ...unread],
    complete: isLogged && requested.complete && unread.length === 0,
    deniedMessage,
  }
}

/** Returns the item's identifier for people, and the key by which request and response are matched. */
function identify(value: unknown, by: ReadonlyArray<ReadonlyArray<string>>, foldsCase: boolean): Pick<RequestedItem, 'key' | 'item'> {
  const parts = by.flatMap((path) => path.reduce(memberOf, value))
  const names = parts.flatMap((part) =>
    (typeof part === 'string' && part !== '' && !isRedacted(part)) || typeof part === 'number' ? [String(part)] : [],
  )
  if (names.length !== parts.length || names.length === 0) return { key: '', item: undefined }
  const key = JSON.stringify(names)
  return { key: foldsCase ? key.toLowerCase() : key, item: names.join('/') }
}
