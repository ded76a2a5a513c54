/**
 * The APIs that list failures per item: found in the API model, decided in `model/batches.ts`. An API whose response
 * has errors and that has no decision stops the generator, and so does a decision that does not fit its API.
 */
import type { BatchItems, BatchModel } from '../../model/types.js'
import type { Api, Operation, TypeRef } from '../api.js'
import { memberType } from './resources.js'

/** The decisions by API, sorted. */
export type BatchPlan = ReadonlyArray<readonly [api: string, items: BatchItems]>

export function planBatches(api: Api, model: BatchModel): BatchPlan {
  const others = new Set(Object.values(model.others).flat())
  const problems: Array<string> = []
  const plan: Array<readonly [string, BatchItems]> = []
  const found = new Set<string>()
  for (const operation of api.operations) {
    const lists = errorLists(api, operation)
    const items = Object.hasOwn(model.items, operation.name) ? model.items[operation.name] : undefined
    if (lists.length > 0) found.add(operation.name)
    if (items !== undefined && others.has(operation.name)) problems.push(`${operation.name} is decided twice`)
    else if (items !== undefined) {
      problems.push(...mistakes(api, operation, items))
      plan.push([operation.name, items])
    } else if (lists.length > 0 && !others.has(operation.name)) {
      problems.push(`${operation.name} lists failures in ${lists.join(', ')} and has no decision`)
    }
  }
  const names = new Set(api.operations.map(({ name }) => name))
  for (const name of [...Object.keys(model.items), ...others]) {
    if (names.has(name) && !found.has(name)) problems.push(`${name} is decided and lists no failures`)
  }
  if (problems.length > 0) throw new Error(`model/batches.ts does not fit the API:\n${problems.join('\n')}`)
  return plan.sort(([a], [b]) => (a < b ? -1 : 1))
}

/** Returns the decisions about APIs that do not exist, as lines. */
export function unmatchedBatches({ operations }: Api, { items, others }: BatchModel): ReadonlyArray<string> {
  return [...Object.keys(items), ...Object.values(others).flat()]
    .filter((name) => !operations.some((operation) => operation.name === name))
    .map((name) => `batches: ${name} is not an API`)
}

/** Members of the response that are a list or a map of errors. */
function errorLists(api: Api, operation: Operation): ReadonlyArray<string> {
  const members = api.structures.get(operation.response)?.members ?? []
  return members.filter(({ type }) => (type.kind === 'list' || type.kind === 'map') && isError(api, type.item)).map(({ name }) => name)
}

const ERROR = /Error|Failure/
const DETAIL = /^ErrorDetails?$/

function isError(api: Api, type: TypeRef): boolean {
  if (type.kind !== 'structure') return false
  const members = api.structures.get(type.name)?.members ?? []
  return ERROR.test(type.name) || members.some(({ type: member }) => member.kind === 'structure' && DETAIL.test(member.name))
}

/** Paths that the API does not have. */
function mistakes(api: Api, operation: Operation, { requested, requestedBy, failed, failedBy, detail }: BatchItems): ReadonlyArray<string> {
  const join = (list: string, path: string): string => (path === '' || list.endsWith('{}') ? list : `${list}.${path}`)
  const paths = [
    ...requestedBy.map((path) => join(requested, path)),
    ...failedBy.map((path) => `>${join(failed, path)}`),
    ...(detail === undefined ? [] : [`>${join(failed, detail)}.errorCode`]),
  ]
  return paths.filter((path) => memberType(api, operation, path) === undefined).map((path) => `${operation.name} has nothing at ${path}`)
}
