/**
 * ARNs of Glue: the word of the resource's type and its names. Names may hold slashes; where the form of the ARN lets them be told from the slashes between
 * names, they are.
 *
 * @module
 */
import { RESOURCE_FORMATS } from '../generated/resources.js'
import { type Arn, arnOf, parseArn } from '../scalar/arn.js'

/** A resource as its ARN names it. */
export interface GlueArnParts {
  readonly partition: string
  readonly region: string
  readonly account: string
  /** The word of the type, such as `table` or `devEndpoint`. */
  readonly type: string
  /** The names of what it lies in, outermost first: the database of a table, the registry of a schema. */
  readonly within: ReadonlyArray<string>
  /** Nothing for the root catalog, which has none. */
  readonly name: string | undefined
  /** The path of the catalog it lies in, such as `s3tablescatalog/bucket`; empty for the root catalog. */
  readonly catalog: string
}

/** How the ARN of a type goes on behind its word. */
interface Form {
  readonly separator: string
  /** How many names it has. */
  readonly names: number
  /** Whether the path of a catalog stands before the names. */
  readonly inCatalog: boolean
  /** Whether the account of a catalog owns it. */
  readonly ofCatalog: boolean
}

const WORD = /^([*+]?)(\w+)([/:]+)$/

let forms: ReadonlyMap<string, Form> | undefined

/** The form of the ARNs of a type; nothing for a type without ARNs. */
export function formOf(type: string): Form | undefined {
  forms ??= new Map(
    RESOURCE_FORMATS.split(' ').map((format) => {
      const [, mark = '', word = '', separators = ''] = WORD.exec(format) ?? []
      const form = { separator: separators.charAt(0), names: separators.length, inCatalog: mark === '*', ofCatalog: mark !== '' }
      return [word, form] as const
    }),
  )
  return forms.get(type)
}

/** The ARN of a resource, or `undefined` where its parts make none, or make one that would be read as another's. */
export function glueArnOf({ partition, region, account, type, within, name, catalog }: GlueArnParts): Arn | undefined {
  const whole = { partition, service: 'glue', region, account }
  if (type === 'catalog' && name === undefined) return arnOf({ ...whole, resource: type })
  const form = formOf(type)
  const names = [...within, name ?? '']
  if (form === undefined || names.length !== form.names || names.includes('')) return undefined
  const told = form.inCatalog ? names : within
  if (told.some((each) => each.includes('/')) || (catalog !== '' && !form.inCatalog)) return undefined
  return arnOf({ ...whole, resource: `${type}${form.separator}${[...(catalog === '' ? [] : [catalog]), ...names].join('/')}` })
}

const BEHIND_WORD = /^(\w+)(?:[/:](.+))?$/s

/** What the ARN of a Glue resource names, or `undefined` where the text is none. Of a type that is not known, all behind the word is the name. */
export function readGlueArn(content: string): GlueArnParts | undefined {
  const { partition, service, region, account, resource } = parseArn(content) ?? {}
  if (partition === undefined || region === undefined || account === undefined || service !== 'glue') return undefined
  const [, type, rest] = BEHIND_WORD.exec(resource ?? '') ?? []
  if (type === undefined) return undefined
  const whole = { partition, region, account, type }
  const form = formOf(type)
  const parts = rest?.split('/') ?? []
  if (form === undefined || rest === undefined || parts.length < form.names || (form.names === 1 && !form.inCatalog)) {
    return { ...whole, within: [], name: rest, catalog: '' }
  }
  // Names stand at the end behind the path of a catalog; without one, only the last may hold slashes.
  const first = form.inCatalog ? parts.length - form.names : 0
  const last = first + form.names - 1
  return {
    ...whole,
    within: parts.slice(first, last),
    name: parts.slice(last).join('/'),
    catalog: parts.slice(0, first).join('/'),
  }
}
