/**
 * From codecs to schemas: one walk over the field lists of structures and over io-ts's own parts. A schema accepts the
 * JSON values that the codec decodes.
 *
 * @module
 */
import type * as t from 'io-ts'
import { type Field, type Shape, typesOf } from '../codec/fields.js'
import { MemberType } from '../codec/member.js'
import { MARKERS } from '../codec/redacted.js'
import { StructureType } from '../codec/structure.js'
import { TaggedType, UntaggedType } from '../codec/tagged.js'
import { anyOf, type Dialect, type JsonSchema, type Node } from './dialect.js'
import { knownSchema } from './known-codecs.js'
import type { SchemaIssue, SchemaIssueCode } from './schema-issue.js'

/**
 * What a description says of a structure or of one of its members.
 *
 * @category models
 * @since 0.1.0
 */
export interface SchemaDescription {
  /** In words. */
  readonly description?: string
  /** Whether new callers should not use it. */
  readonly deprecated?: boolean
  /** Known values; others may occur. */
  readonly values?: ReadonlyArray<string>
}

/**
 * Describes a structure by the name of its codec, or one of its members.
 *
 * @category models
 * @since 0.1.0
 */
export type DescribeSchema = (structure: string, member?: string) => SchemaDescription | undefined

/** What the walk needs to know. */
export interface WalkOptions {
  readonly inline: boolean
  readonly describe: DescribeSchema | undefined
  readonly schemas: ReadonlyMap<t.Mixed, JsonSchema>
}

const MOST_NODES = 100_000
const MOST_LEVELS = 500

/** Names that users give to codecs, unlike those that io-ts makes up, such as `{ a: string }`. */
const GIVEN_NAME = /^[A-Z]\w*$/

/** Codecs of io-ts that are worth a definition where they have a name. */
const NAMED: ReadonlyArray<unknown> = ['InterfaceType', 'PartialType', 'ExactType', 'IntersectionType', 'UnionType', 'DictionaryType']

/** The parts of io-ts's codecs, as far as they have them. */
interface Parts {
  readonly _tag?: string
  readonly type: t.Mixed
  readonly types: ReadonlyArray<t.Mixed>
  readonly props: t.AnyProps
  readonly value: unknown
  readonly keys: object
  readonly domain: t.Mixed
  readonly codomain: t.Mixed
}

/** The types of JSON values that codecs of io-ts without parts accept. */
const PRIMITIVES: Readonly<Record<string, ReadonlyArray<string>>> = {
  StringType: ['string'],
  NumberType: ['number'],
  BooleanType: ['boolean'],
  AnyArrayType: ['array'],
  AnyDictionaryType: ['object'],
}

/** The marker has no codec of its own; its definition is filed under this. */
const MARKER = { name: 'RedactionMarker' }

const isMissing = (codec: t.Mixed): boolean => ['UndefinedType', 'VoidType'].includes(String((codec as unknown as Parts)._tag))

/** One walk: definitions and issues of all codecs it was asked for. */
export class SchemaWalk {
  readonly issues: Array<SchemaIssue> = []
  readonly definitions = new Map<string, Node>()
  /** How often each definition is referred to. */
  readonly references = new Map<string, number>()
  private readonly names = new Map<unknown, string>()
  private readonly open: Array<unknown> = []
  private nodes = 0

  constructor(
    private readonly dialect: Dialect,
    private readonly options: WalkOptions,
  ) {}

  /** The schema of a codec: a reference where it has a definition. */
  schemaOf(codec: t.Mixed, path = ''): Node {
    const { schemas, inline } = this.options
    const own = schemas.get(codec)
    if (own !== undefined) return own
    if (!isReadable(codec)) return this.failed('UNKNOWN_CODEC', path, 'an unreadable object')
    if (++this.nodes > MOST_NODES || this.open.length > MOST_LEVELS) return this.failed('TOO_LARGE', path, codec.name)
    const isRecursive = (codec as unknown as Parts)._tag === 'RecursiveType'
    if (!inline && (isRecursive || isDefined(codec))) return this.referenceTo(codec, codec.name, () => this.bare(codec, path))
    if (inline && this.open.includes(codec)) return this.failed('RECURSIVE', path, codec.name)
    return this.within(codec, () => this.bare(codec, path))
  }

  private within(codec: unknown, make: () => Node): Node {
    this.open.push(codec)
    const node = make()
    this.open.pop()
    return node
  }

  private referenceTo(key: unknown, wanted: string, make: () => Node): Node {
    let name = this.names.get(key)
    if (name === undefined) {
      const plain = wanted.replace(/\W+/g, '_')
      name = plain
      for (let i = 2; this.definitions.has(name); i++) name = `${plain}${i}`
      this.names.set(key, name)
      // Its place among the definitions is that of its first mention.
      this.definitions.set(name, true)
      this.definitions.set(name, this.within(key, make))
    }
    this.references.set(name, (this.references.get(name) ?? 0) + 1)
    return { $ref: `#/${this.dialect.home.join('/')}/${name}` }
  }

  private bare(codec: t.Mixed, path: string): Node {
    const known = knownSchema(codec, (part) => this.schemaOf(part, path))
    if (known !== undefined) return known
    if (codec instanceof StructureType) return this.structure(codec, path)
    if (codec instanceof MemberType) return this.member(codec.field, path, {})
    if (codec instanceof TaggedType) return this.tagged(codec, path)
    if (codec instanceof UntaggedType) {
      const known = { type: 'object', required: [codec.tag], properties: { [codec.tag]: { enum: [...codec.known().keys()] } } }
      return { ...this.structure(codec.base, path), not: known }
    }
    return this.ofIoTs(codec, path)
  }

  private tagged({ tag, table }: TaggedType<unknown>, path: string): Node {
    const members = [...table()].map(([value, codec]) => [value, this.schemaOf(codec, path)] as const)
    const mapping = Object.fromEntries(
      members.flatMap(([value, node]) => (typeof node === 'object' && '$ref' in node ? [[value, node.$ref]] : [])),
    )
    const discriminator = this.dialect.uri === undefined && { discriminator: { propertyName: tag, mapping } }
    return { anyOf: members.map(([, node]) => node), ...discriminator }
  }

  private structure(codec: StructureType<unknown>, path: string): JsonSchema {
    const members = codec.fields.map(
      (field) => [field.name, this.member(field, at(path, field.name), this.describe(codec, field.name))] as const,
    )
    const required = codec.fields.filter(({ mustBeThere }) => mustBeThere).map(({ name }) => name)
    return this.object(codec.name, members, required)
  }

  private object(name: string, members: ReadonlyArray<readonly [string, Node]>, required: ReadonlyArray<string>): JsonSchema {
    return {
      type: 'object',
      ...this.notes(this.options.describe?.(name)),
      ...(members.length > 0 && { properties: Object.fromEntries(members) }),
      ...(required.length > 0 && { required }),
    }
  }

  /** What is known of a member by the name of its structure, or of the one whose members that has too. */
  private describe(codec: StructureType<unknown>, member: string): SchemaDescription {
    const { describe } = this.options
    let found: SchemaDescription | undefined
    for (
      let from: StructureType<unknown> | undefined = codec;
      describe !== undefined && from !== undefined && found === undefined;
      from = from.base
    ) {
      found = describe(from.name, member)
    }
    return found ?? {}
  }

  private notes({ description, deprecated }: SchemaDescription = {}): JsonSchema {
    return { ...(description !== undefined && { description }), ...(deprecated && { deprecated }) }
  }

  private member({ shape, mustBeThere }: Field, path: string, about: SchemaDescription): Node {
    const node = this.shape(shape, path, about.values)
    const isSensitive = shape.sensitive && this.options.describe !== undefined
    return this.dialect.annotated(mustBeThere || shape.kind === 'absent' ? node : this.dialect.nullable(node), {
      ...this.notes(about),
      ...(isSensitive && { 'x-glue-trail-sensitive': true }),
    })
  }

  private shape(shape: Shape, path: string, values?: ReadonlyArray<string>): Node {
    const node = this.bareShape(shape, path, values)
    const isString = !['number', 'boolean', 'list', 'map', 'structure'].includes(shape.kind) || isMapOrString(shape)
    return shape.sensitive && !isString ? anyOf([node, this.marker()]) : node
  }

  private bareShape(shape: Shape, path: string, values: ReadonlyArray<string> | undefined): Node {
    this.nodes++
    const { dialect } = this
    switch (shape.kind) {
      case 'list':
        return { type: 'array', items: dialect.nullable(this.shape(shape.item, `${path}[]`, values)) }
      case 'map':
        return anyOf([
          { type: 'object', additionalProperties: dialect.nullable(this.shape(shape.item, `${path}{}`, values)) },
          ...(isMapOrString(shape) ? [{ type: 'string' }] : []),
        ])
      case 'structure':
        return this.schemaOf(shape.codec, path)
      case 'literal':
        return dialect.literal(shape.value)
      case 'document':
        return dialect.any
      case 'absent':
        return dialect.never
      case 'string':
        return { type: 'string', ...(values && dialect.examples(values)) }
      default:
        return typed(typesOf(shape.kind))
    }
  }

  private marker(): Node {
    // Three asterisks or more: engines disagree about what an anchor at the end means, but not about this.
    const schema: Node = { anyOf: [{ enum: MARKERS }, { type: 'string', minLength: 3, not: { pattern: '[^*]' } }] }
    return this.options.inline ? schema : this.referenceTo(MARKER, MARKER.name, () => schema)
  }

  private ofIoTs(codec: t.Mixed, path: string): Node {
    const { dialect } = this
    const { _tag: tag = '', type, types, props, value, keys, domain, codomain } = codec as unknown as Parts
    if (tag in PRIMITIVES) return typed(PRIMITIVES[tag])
    switch (tag) {
      case 'AnyType':
      case 'UnknownType':
        return dialect.any
      case 'NullType':
        return dialect.null
      case 'NeverType':
      case 'UndefinedType':
      case 'VoidType':
        return dialect.never
      case 'ObjectType':
        return typed(['object', 'array'])
      case 'LiteralType':
        return dialect.literal(value)
      case 'KeyofType':
        return { type: 'string', enum: Object.keys(keys) }
      case 'InterfaceType':
      case 'PartialType':
        return this.interface(codec.name, props, tag === 'PartialType', path)
      case 'ExactType':
      case 'ReadonlyType':
      case 'RecursiveType':
        // The wrapped codec has no definition of its own: the wrapper's is enough.
        return tag === 'ReadonlyType' ? this.schemaOf(type, path) : this.within(type, () => this.bare(type, path))
      case 'ArrayType':
      case 'ReadonlyArrayType':
        return { type: 'array', items: this.schemaOf(type, `${path}[]`) }
      case 'TupleType': {
        const least = types.findLastIndex((item) => isRequired(item)) + 1
        return dialect.tuple(
          types.map((item, i) => this.schemaOf(item, `${path}[${i}]`)),
          least,
        )
      }
      case 'UnionType':
        return this.union(
          types.filter((part) => !isMissing(part)),
          path,
        )
      case 'IntersectionType':
        return { allOf: types.map((part) => this.schemaOf(part, path)) }
      case 'DictionaryType':
        return this.record(codec, domain, codomain, path)
      case 'RefinementType':
        return this.failed('REFINED', path, codec.name)
      default:
        return this.failed('UNKNOWN_CODEC', path, codec.name)
    }
  }

  private interface(name: string, props: t.AnyProps, isPartial: boolean, path: string): JsonSchema {
    const members = Object.entries(props).map(([key, codec]) => {
      const about = this.options.describe?.(name, key)
      // A partial member may be missing, and that alone: null has to be said.
      const node = this.schemaOf(codec, at(path, key))
      return [
        key,
        this.dialect.annotated(node, { ...this.notes(about), ...(about?.values && this.dialect.examples(about.values)) }),
      ] as const
    })
    const required = isPartial ? [] : Object.keys(props).filter((key) => isRequired(props[key] as t.Mixed))
    return this.object(name, members, required)
  }

  private union(types: ReadonlyArray<t.Mixed>, path: string): Node {
    if (types.length === 0) return this.dialect.never
    const rest = types.filter((part) => (part as unknown as Parts)._tag !== 'NullType')
    if (rest.length === 0) return this.dialect.null
    const node = anyOf(rest.map((part) => this.schemaOf(part, path)))
    return rest.length === types.length ? node : this.dialect.nullable(node)
  }

  private record(codec: t.Mixed, domain: t.Mixed, codomain: t.Mixed, path: string): Node {
    const value = this.schemaOf(codomain, `${path}{}`)
    if ((domain as unknown as Parts)._tag === 'StringType') {
      const map: Node = { type: 'object', additionalProperties: value }
      return (codomain as unknown as Parts)._tag === 'AnyType' ? anyOf([map, { type: 'array' }]) : map
    }
    const names = keysIn(domain)
    if (names === undefined) return this.failed('UNKNOWN_CODEC', path, codec.name)
    return this.object(
      codec.name,
      names.map((name) => [name, value]),
      isRequired(codomain) ? names : [],
    )
  }

  private failed(code: SchemaIssueCode, path: string, codec: string): Node {
    // Where one part is too much, so are all that follow.
    if (this.issues.at(-1)?.code !== 'TOO_LARGE') this.issues.push({ code, path, codec })
    return this.dialect.never
  }
}

const isDefined = (codec: t.Mixed): boolean =>
  codec instanceof StructureType ||
  codec instanceof TaggedType ||
  codec instanceof UntaggedType ||
  codec.name === 'CloudTrailRecord' ||
  (NAMED.includes((codec as unknown as Parts)._tag) && GIVEN_NAME.test(codec.name))

/** A map that CloudTrail also writes as a string. */
const isMapOrString = (shape: Shape): boolean => shape.kind === 'map' && shape.orString === true

const at = (path: string, name: string): string => (path === '' ? name : `${path}.${name}`)

const typed = (types: ReadonlyArray<string> = []): Node => anyOf(types.map((type) => ({ type })))

/** The keys that a record must have whose domain is made of literals; `undefined` where the domain is anything else. */
function keysIn(domain: t.Mixed): ReadonlyArray<string> | undefined {
  const { _tag: tag, value, keys, types } = domain as unknown as Parts
  if (tag === 'KeyofType') return Object.keys(keys)
  if (tag === 'LiteralType' && typeof value === 'string') return [value]
  const parts = tag === 'UnionType' ? types.map(keysIn) : [undefined]
  return parts.includes(undefined) ? undefined : parts.flatMap((part) => part ?? [])
}

/** Whether a member must be there: its codec does not decode a missing value. */
const isRequired = (codec: t.Mixed): boolean => codec.decode(undefined)._tag === 'Left'

/** Whether the members that tell codecs apart can be read: a getter may throw, and a proxy may be revoked. */
function isReadable(codec: t.Mixed): boolean {
  try {
    return [(codec as unknown as Parts)._tag, codec.name, codec instanceof StructureType].length > 0
  } catch {
    return false
  }
}
