/**
 * The resources of every API, from the rules of the model, checked against the API's members and IAM's resource types
 * of its action. An API with neither rows nor a reason for having none stops the generator.
 */
import type { ResourceModel } from '../../model/types.js'
import type { Api, Operation, TypeRef } from '../api.js'
import type { Resources } from '../read/resources.js'

/** One kind of resource that an API names. */
export interface ResourceRow {
  readonly type: string
  /** Paths of members, of which the first present one counts; in the response if they begin with `>`. */
  readonly paths: ReadonlyArray<string>
  /** The same for the names of what contains it, outermost first. */
  readonly within: ReadonlyArray<ReadonlyArray<string>>
  /** The path of the end of its ARN, if that is not the name; empty if no member has it. */
  readonly identity: string | undefined
  readonly condition: { readonly path: string; readonly value: string } | undefined
  readonly must: boolean
}

/** The resources of an API. */
export type ApiResources =
  | { readonly kind: 'rows'; readonly rows: ReadonlyArray<ResourceRow> }
  /** It acts on no resource, or on one that its request does not name. */
  | { readonly kind: 'none' | 'unnamed'; readonly reason: string }

export interface ResourcePlan {
  /**
   * Formats of ARNs after the account: the word of the type, then `/` or `:` for each name; `+` before it if a catalog
   * owns it, `*` if a catalog contains it.
   */
  readonly formats: ReadonlyArray<string>
  readonly apis: ReadonlyMap<string, ApiResources>
  /** Types whose names Glue folds to lower case. */
  readonly foldsCase: ReadonlyArray<string>
  /** Entries of the model that match no API, as lines. */
  readonly unmatched: ReadonlyArray<string>
}

export function planResources(api: Api, model: ResourceModel, iam: Resources): ResourcePlan {
  const formats = new Map([...withFormats(iam, model)].map(([key, arn]) => [key, formOf(arn)] as const))
  const words = new Set([...[...formats.values()].map(wordOf), ...model.withoutArn, '*'])
  const reasons = new Map([...reasonsOf('none', model.none), ...reasonsOf('unnamed', model.unnamed)])
  const exceptions = new Map(Object.entries(model.exceptions))
  const idle = new Set(model.rules)
  const problems: Array<string> = []

  const apis = new Map<string, ApiResources>()
  for (const operation of api.operations) {
    const reason = reasons.get(operation.name)
    const exception = exceptions.get(operation.name)
    const rule = model.rules.find(
      ({ api: name, has }) =>
        (name?.test(operation.name) ?? true) && has.every((member) => memberType(api, operation, member) !== undefined),
    )
    const strings = exception ?? rule?.rows
    if (reason !== undefined && exception !== undefined) problems.push(`${operation.name} has resources and a reason for having none`)
    if (reason !== undefined) {
      apis.set(operation.name, reason)
      continue
    }
    if (strings === undefined) {
      problems.push(`${operation.name} has neither resources nor a reason for having none: see model/resources.ts`)
      continue
    }
    if (exception === undefined && rule !== undefined) idle.delete(rule)
    const rows = strings.map((content) => readRow(api, operation, content, problems))
    for (const { type } of rows) if (!words.has(type)) problems.push(`${operation.name}: no resource type ${type}`)
    const expected = (iam.ofAction.get(operation.name) ?? []).map(({ type }) => wordOf(formats.get(type) ?? type))
    const beside = expected.length > 0 && !rows.some(({ type }) => type === '*' || expected.includes(type))
    if (beside !== Object.hasOwn(model.besideIam, operation.name)) {
      problems.push(
        `besideIam does not fit the IAM data: ${operation.name}: IAM has ${expected.join(', ')}; the rows have ${rows.map(({ type }) => type).join(', ')}`,
      )
    }
    apis.set(operation.name, { kind: 'rows', rows })
  }

  const undecided = [...words].filter(
    (word) => word !== '*' && !Object.hasOwn(model.foldsCase, word) && !Object.hasOwn(model.keepsCase, word),
  )
  problems.push(...undecided.map((word) => `foldsCase or keepsCase lacks ${word}`))
  if (problems.length > 0) throw new Error(`model/resources.ts:\n${problems.join('\n')}`)
  const names = [...reasons.keys(), ...exceptions.keys(), ...Object.keys(model.besideIam)]
  const unmatched = [
    ...[...new Set(names)].filter((name) => !apis.has(name)).map((name) => `resources: ${name} is not an API`),
    ...[...idle].map(({ rows }) => `resources: the rule ${rows.join(' ')} matches no API`),
  ]
  return { formats: formatList(model, [...formats.values()]), apis, foldsCase: Object.keys(model.foldsCase).sort(), unmatched }
}

/** Returns the ARN formats of IAM, corrected by the model. */
export function withFormats({ types }: Resources, { formats }: ResourceModel): ReadonlyMap<string, string> {
  return new Map(
    [...types].map(([key, arn]) => [key, formats[key] === undefined ? arn : [...arn.split(':').slice(0, 5), formats[key]].join(':')]),
  )
}

function reasonsOf(kind: 'none' | 'unnamed', lists: Readonly<Record<string, ReadonlyArray<string>>>) {
  return Object.entries(lists).flatMap(([reason, names]) => names.map((name) => [name, { kind, reason }] as const))
}

/** Returns `table//` for an ARN that ends in `table/{DatabaseName}/{TableName}`. */
const formOf = (arn: string): string =>
  arn
    .split(':')
    .slice(5)
    .join(':')
    .replace(/\{\w+\}/g, '')

const wordOf = (form: string): string => form.split(/[/:]/)[0] ?? form

/**
 * Returns all forms, marked if a catalog owns or contains them; of a type with two, such as `catalog`, the one with a
 * name.
 */
function formatList(model: ResourceModel, forms: ReadonlyArray<string>): ReadonlyArray<string> {
  const marked = forms.map((form) => {
    const word = wordOf(form)
    return `${model.inCatalog.includes(word) ? '*' : model.ofCatalog.includes(word) ? '+' : ''}${form}`
  })
  return marked.filter((form) => !marked.some((other) => other.startsWith(`${form}/`))).sort()
}

function readRow(api: Api, operation: Operation, content: string, problems: Array<string>): ResourceRow {
  const must = content.endsWith('!')
  const [before = '', when] = (must ? content.slice(0, -1) : content).split('?')
  const [named = '', identity] = before.split('@')
  const [first = '', ...containers] = named.split('<')
  const colon = first.indexOf(':')
  const paths = first.slice(colon + 1).split('|')
  const [path = '', value = ''] = when?.split('=') ?? []
  const row: ResourceRow = {
    type: first.slice(0, colon),
    paths,
    within: containers.map((container) => container.split('|')),
    identity,
    condition: when === undefined ? undefined : { path, value },
    must: must || isRequired(api, operation, paths[0] ?? ''),
  }
  const all = [...row.paths, ...row.within.flat(), ...(identity ? [identity] : []), ...(path ? [path] : [])]
  for (const each of all) {
    if (each !== '' && memberType(api, operation, each)?.kind !== 'string' && memberType(api, operation, each)?.kind !== 'enum') {
      problems.push(`${operation.name}: no string at ${each}`)
    }
  }
  return row
}

/** Returns whether the API requires the member of the request that a path begins with. */
function isRequired(api: Api, operation: Operation, path: string): boolean {
  const [first = ''] = path.split(/[.[{]/)
  return api.structures.get(operation.request)?.members.find(({ name }) => name === first)?.requiredByApi === true
}

/** Returns the type at a path in the request, or in the response after a `>`. */
export function memberType(api: Api, operation: Operation, path: string): TypeRef | undefined {
  const inResponse = path.startsWith('>')
  let type: TypeRef | undefined = { kind: 'structure', name: inResponse ? operation.response : operation.request, sensitive: false }
  for (const step of path.slice(inResponse ? 1 : 0).match(/\w+|\[\]|\{\}/g) ?? []) {
    if (step === '[]') type = type?.kind === 'list' ? type.item : undefined
    else if (step === '{}') type = type?.kind === 'map' ? type.item : undefined
    else type = type?.kind === 'structure' ? api.structures.get(type.name)?.members.find(({ name }) => name === step)?.type : undefined
  }
  return type
}
