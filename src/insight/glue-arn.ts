/**
 * Glue ARNs: a resource type followed by names. Names may contain slashes, which are distinguished from the
 * separators if the format of the ARN allows it.
 *
 * @module
 */
import { RESOURCE_FORMATS } from '../generated/resources.js'
import { type Arn, arnOf, parseArn } from '../scalar/arn.js'

/** The parts of a Glue ARN. */
export interface GlueArnParts {
  readonly partition: string
  readonly region: string
  readonly account: string
  /** The resource type as written in the ARN, such as `table` or `devEndpoint`. */
  readonly type: string
  /** The names of the resources that contain it, outermost first, such as the database of a table. */
  readonly within: ReadonlyArray<string>
  /** `undefined` if the ARN has no name, as for the root catalog. */
  readonly name: string | undefined
  /** The path of the catalog that contains it, such as `s3tablescatalog/bucket`; empty for the root catalog. */
  readonly catalog: string
}

/** The format of the part of an ARN after the resource type. */
interface Form {
  readonly separator: string
  /** How many names it has. */
  readonly names: number
  /** Whether the path of a catalog may precede the names. */
  readonly inCatalog: boolean
  /** Whether the resource belongs to the account of a catalog. */
  readonly ofCatalog: boolean
}

const WORD = /^([*+]?)(\w+)([/:]+)$/

let forms: ReadonlyMap<string, Form> | undefined

/** Returns the ARN format of a resource type; `undefined` for a type without ARNs. */
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

/**
 * Returns the ARN of a resource; `undefined` if its parts do not form an ARN, or form the ARN of another
 * resource.
 */
export function glueArnOf({ partition, region, account, type, within, name, catalog }: GlueArnParts): Arn | undefined {
  const whole = { partition, service: 'glue', region, account }
  if (type === 'catalog' && name === undefined) return arnOf({ ...whole, resource: type })
  const form = formOf(type)
  const names = [...within, name ?? '']
  if (form === undefined || names.length !== form.names || names.includes('')) return undefined
  const delimited = form.inCatalog ? names : within
  if (delimited.some((each) => each.includes('/')) || (catalog !== '' && !form.inCatalog)) return undefined
  return arnOf({ ...whole, resource: `${type}${form.separator}${[...(catalog === '' ? [] : [catalog]), ...names].join('/')}` })
}

const AFTER_WORD = /^(\w+)(?:[/:](.+))?$/s

/**
 * Parses the ARN of a Glue resource; `undefined` if the string is not one. If the type is unknown or names
 * are missing, everything after the type is the name.
 */
export function readGlueArn(content: string): GlueArnParts | undefined {
  const { partition, service, region, account, resource } = parseArn(content) ?? {}
  if (partition === undefined || region === undefined || account === undefined || service !== 'glue') return undefined
  const [, type, rest] = AFTER_WORD.exec(resource ?? '') ?? []
  if (type === undefined) return undefined
  const whole = { partition, region, account, type }
  const form = formOf(type)
  const parts = rest?.split('/') ?? []
  if (form === undefined || rest === undefined || parts.length < form.names || (form.names === 1 && !form.inCatalog)) {
    return { ...whole, within: [], name: rest, catalog: '' }
  }
  // If a catalog path is allowed, it precedes the names; otherwise, only the last name may contain slashes.
  const first = form.inCatalog ? parts.length - form.names : 0
  const last = first + form.names - 1
  return {
    ...whole,
    within: parts.slice(first, last),
    name: parts.slice(last).join('/'),
    catalog: parts.slice(0, first).join('/'),
  }
}
