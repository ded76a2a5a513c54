/**
 * Requests and responses, made from the field lists of the model.
 *
 * @module
 */
import type { Shape } from '../codec/fields.js'
import { fieldsOf } from '../codec/structure.js'
import { type Codec, isRepeated, type Members, type RequestValues, repeatedValue, requestValues } from './echo.js'
import { lookupName, valuesOf } from './enum-values.js'
import { fill, oneOf } from './fill.js'
import { leafOf, type Making } from './leaf.js'
import { templateOf } from './members.js'
import { presentOf } from './presence.js'

/** Where a value belongs. */
interface Slot {
  readonly making: Making
  /** The values of the request, for the response to it. */
  readonly requested: RequestValues | undefined
  /** The two members around the structure. */
  readonly parents: string
  readonly structure: string
  readonly member: string
  /** The index of the item of the innermost list. */
  readonly index: number
  /** The structures around the value, the outermost first. */
  readonly above: ReadonlyArray<Codec>
}

/** Makes the request of a call; null if it has no members, as CloudTrail writes it. */
export function requestOf(codec: Codec, making: Making): Members | null {
  const request = structureOf(codec, top(making, undefined))
  return Object.keys(request).length === 0 ? null : request
}

/** Makes the response to a request, with values of the request repeated. */
export function responseOf(codec: Codec, requestCodec: Codec, request: Members | null, making: Making): Members {
  return structureOf(codec, top(making, requestValues(requestCodec, request ?? {})))
}

const top = (making: Making, requested: RequestValues | undefined): Slot => ({
  making,
  requested,
  parents: '',
  structure: '',
  member: '',
  index: 0,
  above: [],
})

/** Responses repeat requests in their own members and in those of their structures. */
const AGAIN = 2

function structureOf(codec: Codec, { making, requested, parents, member, index, above }: Slot): Members {
  const structure = lookupName(codec.name)
  const inside = [...above, codec]
  const present = presentOf(structure, fieldsOf(codec), {
    draw: making.draw,
    depth: above.length,
    isRecursive: (shape) => leadsTo(shape, inside),
    ...(requested && { answers: (field) => (above.length < AGAIN ? isRepeated(requested, field) : undefined) }),
  })
  const [, parent = ''] = parents.split('.')
  const value: Members = {}
  for (const { name, shape } of present) {
    value[name] = valueFor(shape, { making, requested, parents: `${parent}.${member}`, structure, member: name, index, above: inside })
  }
  return value
}

function leadsTo(shape: Shape, codecs: ReadonlyArray<Codec>): boolean {
  if (shape.kind === 'list' || shape.kind === 'map') return leadsTo(shape.item, codecs)
  return shape.kind === 'structure' && codecs.includes(shape.codec)
}

function valueFor(shape: Shape, slot: Slot): unknown {
  const { making, requested, member, above } = slot
  const again = requested !== undefined && above.length <= AGAIN ? repeatedValue(requested, member, shape) : undefined
  if (again !== undefined) return again
  if (shape.sensitive) return making.marker
  switch (shape.kind) {
    case 'list':
      return SUCCESS.includes(member) && requested !== undefined ? [] : listOf(shape.item, slot)
    case 'map':
      return SUCCESS.includes(member) && requested !== undefined ? {} : mapOf(shape.item, slot)
    case 'structure':
      return structureOf(shape.codec, slot)
    case 'literal':
      return shape.value
    default:
      return textValue(shape, slot)
  }
}

/** Members of responses that are empty after success. */
const SUCCESS = ['errors', 'failedInclusionAnnotations', 'schemaVersionErrors']

function textValue(shape: Shape, { making, parents, structure, member, index }: Slot): unknown {
  const template = oneOf(templateOf(parents, structure, member) ?? '', making.draw)
  const values = valuesOf(structure, member)
  if (values !== undefined) return values.includes(template) ? template : making.draw.pick(values)
  return leafOf(shape, template, making, index)
}

/** The number of structures in some lists; others have one or two. */
const COUNTS: Readonly<Record<string, number>> = {
  columns: 6,
  partitionKeys: 1,
  dagNodes: 2,
  dagEdges: 1,
  conditions: 1,
  actions: 1,
  columnStatisticsList: 1,
}

const DRAWN = /\{(?:uuid|hex|digits|base)\b/

function listOf(item: Shape, slot: Slot): ReadonlyArray<unknown> {
  const { making, structure, member, parents, index, requested } = slot
  const made = (count: number, first: number): ReadonlyArray<unknown> =>
    distinct(Array.from({ length: count }, (_, i) => valueFor(item, { ...slot, index: first + i })))
  if (item.kind === 'structure') return made(COUNTS[member] ?? (requested === undefined ? 1 + making.draw.int(2) : 1), 0)
  const template = valuesOf(structure, member) === undefined ? (templateOf(parents, structure, member) ?? '') : ''
  const items = template.split(' & ')
  if (items.length > 1) return items.map((one) => leafOf(item, one, making, index))
  return made(1 + making.draw.int(template.includes('#') ? 3 : DRAWN.test(template) ? 2 : 1), index)
}

/** Removes equal items. */
function distinct(items: ReadonlyArray<unknown>): ReadonlyArray<unknown> {
  return [...new Map(items.map((item) => [JSON.stringify(item), item])).values()]
}

function mapOf(item: Shape, slot: Slot): Members {
  const { making, structure, member, parents, index } = slot
  const template = templateOf(parents, structure, member) ?? ''
  if (item.kind !== 'string' || !template.includes('=')) {
    return { [fill(templateOf(`.${member}`, structure, '@key') ?? '', making, index)]: valueFor(item, slot) }
  }
  const entries = template.split(' & ').map((entry): [string, string] => {
    const at = entry.indexOf('=')
    return [fill(entry.slice(0, at), making, index), item.sensitive ? making.marker : fill(entry.slice(at + 1), making, index)]
  })
  return Object.fromEntries(entries)
}
