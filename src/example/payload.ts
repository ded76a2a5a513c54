/**
 * Requests and responses, made from the field lists of the model.
 *
 * @module
 */
import type { Shape } from '../codec/fields.js'
import { fieldsOf } from '../codec/structure.js'
import { lookupName, valuesOf } from './enum-values.js'
import { fill, oneOf } from './fill.js'
import { leafOf, type Making } from './leaf.js'
import { textOf } from './members.js'
import { presentOf } from './presence.js'
import { type Codec, isSaid, type Members, type Said, saidIn, saidValue } from './said.js'

/** Where a value goes. */
interface Place {
  readonly making: Making
  /** What the request says, for the response to it. */
  readonly said: Said | undefined
  /** The members that the structure is in, the two next to it. */
  readonly parents: string
  readonly structure: string
  readonly member: string
  /** The number of the item of the innermost list. */
  readonly index: number
  /** The structures that the value is in, the outermost first. */
  readonly above: ReadonlyArray<Codec>
}

/** The request of a call; null where it has no members, as CloudTrail writes it. */
export function requestOf(codec: Codec, making: Making): Members | null {
  const request = structureOf(codec, top(making, undefined))
  return Object.keys(request).length === 0 ? null : request
}

/** The response to a request, which says again what the request says. */
export function responseOf(codec: Codec, requestCodec: Codec, request: Members | null, making: Making): Members {
  return structureOf(codec, top(making, saidIn(requestCodec, request ?? {})))
}

const top = (making: Making, said: Said | undefined): Place => ({
  making,
  said,
  parents: '',
  structure: '',
  member: '',
  index: 0,
  above: [],
})

/** Responses say requests again in their own members and in those of the structures in them. */
const AGAIN = 2

function structureOf(codec: Codec, { making, said, parents, member, index, above }: Place): Members {
  const structure = lookupName(codec.name)
  const inside = [...above, codec]
  const present = presentOf(structure, fieldsOf(codec), {
    draw: making.draw,
    depth: above.length,
    isRecursive: (shape) => leadsTo(shape, inside),
    ...(said && { answers: (field) => (above.length < AGAIN ? isSaid(said, field) : undefined) }),
  })
  const [, parent = ''] = parents.split('.')
  const value: Members = {}
  for (const { name, shape } of present) {
    value[name] = valueFor(shape, { making, said, parents: `${parent}.${member}`, structure, member: name, index, above: inside })
  }
  return value
}

function leadsTo(shape: Shape, codecs: ReadonlyArray<Codec>): boolean {
  if (shape.kind === 'list' || shape.kind === 'map') return leadsTo(shape.item, codecs)
  return shape.kind === 'structure' && codecs.includes(shape.codec)
}

function valueFor(shape: Shape, place: Place): unknown {
  const { making, said, member, above } = place
  const again = said !== undefined && above.length <= AGAIN ? saidValue(said, member, shape) : undefined
  if (again !== undefined) return again
  if (shape.sensitive) return making.mark
  switch (shape.kind) {
    case 'list':
      return SUCCESS.includes(member) && said !== undefined ? [] : listOf(shape.item, place)
    case 'map':
      return SUCCESS.includes(member) && said !== undefined ? {} : mapOf(shape.item, place)
    case 'structure':
      return structureOf(shape.codec, place)
    case 'literal':
      return shape.value
    default:
      return textValue(shape, place)
  }
}

/** Members of responses that are empty where all went well. */
const SUCCESS = ['errors', 'failedInclusionAnnotations', 'schemaVersionErrors']

function textValue(shape: Shape, { making, parents, structure, member, index }: Place): unknown {
  const text = oneOf(textOf(parents, structure, member) ?? '', making.draw)
  const values = valuesOf(structure, member)
  if (values !== undefined) return values.includes(text) ? text : making.draw.pick(values)
  return leafOf(shape, text, making, index)
}

/** How many structures some lists have; others have one or two. */
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

function listOf(item: Shape, place: Place): ReadonlyArray<unknown> {
  const { making, structure, member, parents, index, said } = place
  const made = (count: number, first: number): ReadonlyArray<unknown> =>
    distinct(Array.from({ length: count }, (_, i) => valueFor(item, { ...place, index: first + i })))
  if (item.kind === 'structure') return made(COUNTS[member] ?? (said === undefined ? 1 + making.draw.int(2) : 1), 0)
  const text = valuesOf(structure, member) === undefined ? (textOf(parents, structure, member) ?? '') : ''
  const items = text.split(' & ')
  if (items.length > 1) return items.map((one) => leafOf(item, one, making, index))
  return made(1 + making.draw.int(text.includes('#') ? 3 : DRAWN.test(text) ? 2 : 1), index)
}

/** Items that came out alike stand once. */
function distinct(items: ReadonlyArray<unknown>): ReadonlyArray<unknown> {
  return [...new Map(items.map((item) => [JSON.stringify(item), item])).values()]
}

function mapOf(item: Shape, place: Place): Members {
  const { making, structure, member, parents, index } = place
  const text = textOf(parents, structure, member) ?? ''
  if (item.kind !== 'string' || !text.includes('=')) {
    return { [fill(textOf(`.${member}`, structure, '@key') ?? '', making, index)]: valueFor(item, place) }
  }
  const entries = text.split(' & ').map((entry): [string, string] => {
    const at = entry.indexOf('=')
    return [fill(entry.slice(0, at), making, index), item.sensitive ? making.mark : fill(entry.slice(at + 1), making, index)]
  })
  return Object.fromEntries(entries)
}
