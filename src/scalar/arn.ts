/**
 * Amazon Resource Names: six parts separated by colons, the last of which may contain colons. Members of records are
 * never checked for this form; the type is for arguments and results of functions.
 *
 * @module
 */
import type * as t from 'io-ts'
import { branded } from './branded.js'

/**
 * The brand of `Arn`.
 *
 * @category scalars
 * @since 0.1.0
 */
export interface ArnBrand {
  /** Exists for the compiler only. */
  readonly Arn: unique symbol
}

/**
 * An Amazon Resource Name: `arn:partition:service:region:account:resource`, at most 2,048 characters. Region and
 * account are empty for some services.
 *
 * Source:
 * {@link https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html AWS: identify resources with ARNs}.
 *
 * @category scalars
 * @since 0.1.0
 */
export type Arn = t.Branded<string, ArnBrand>

/**
 * The parts of an ARN.
 *
 * @category scalars
 * @since 0.1.0
 */
export interface ArnParts {
  /** Such as `aws`, `aws-cn` or `aws-us-gov`. */
  readonly partition: string
  /** Such as `glue`. */
  readonly service: string
  /** Such as `us-east-1`; empty for services without regions. */
  readonly region: string
  /** The id of an account, `aws`, or empty. */
  readonly account: string
  /** Everything after the account, such as `table/sales/orders`; colons and slashes included. */
  readonly resource: string
}

const LONGEST = 2048

const ARN = /^arn:([a-z][a-z0-9-]*):([a-z0-9][a-z0-9-]*):([a-z0-9-]*):([A-Za-z0-9-]*):(.+)$/s

/**
 * Parses an ARN into its parts.
 *
 * @param content - Any string.
 * @returns The parts, or `undefined` if the string is not an ARN. Joining `arn` and the parts by colons gives the same
 * string.
 *
 * Source:
 * {@link https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html AWS: identify resources with ARNs}.
 *
 * @example
 * import { parseArn } from 'glue-trail'
 *
 * assert.deepStrictEqual(parseArn('arn:aws-cn:glue:cn-north-1:123456789012:table/sales/orders'), {
 *   partition: 'aws-cn',
 *   service: 'glue',
 *   region: 'cn-north-1',
 *   account: '123456789012',
 *   resource: 'table/sales/orders',
 * })
 * assert.strictEqual(parseArn('sales.orders'), undefined)
 *
 * @category scalars
 * @since 0.1.0
 */
export function parseArn(content: string): ArnParts | undefined {
  if (typeof content !== 'string' || content.length > LONGEST) return undefined
  const [whole, partition = '', service = '', region = '', account = '', resource = ''] = ARN.exec(content) ?? []
  return whole === undefined ? undefined : { partition, service, region, account, resource }
}

/** Returns whether a value is an ARN. */
export const isArn = (u: unknown): u is Arn => typeof u === 'string' && parseArn(u) !== undefined

/** Returns the ARN of these parts, or `undefined` if they do not form one, as when the region contains a colon. */
export function arnOf({ partition, service, region, account, resource }: ArnParts): Arn | undefined {
  const content = `arn:${partition}:${service}:${region}:${account}:${resource}`
  return parseArn(content)?.resource === resource ? (content as Arn) : undefined
}

/** The io-ts codec of `Arn`. @category codecs */
export const Arn: t.Type<Arn, string> = /* @__PURE__ */ branded('Arn', isArn, 'an ARN')
