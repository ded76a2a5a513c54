/**
 * Opening envelopes within envelopes: a value, what is in it, what is in that. Nothing recurses; how deep it goes and
 * how much is inflated are bounded. What has yet to be opened is asked for one at a time, so that a million values in
 * one string are never a million places.
 *
 * @module
 */
import { kindOf } from '../../codec/kind.js'
import { parseJson } from '../../scalar/json.js'
import { wholeText } from '../gzip.js'
import { textOf } from '../json.js'
import type { LogLimits } from '../limits.js'
import { StoredBytes } from '../stored-bytes.js'
import { bytesOfBase64 } from './base64.js'
import type { Envelope, Place, Steps } from './envelope.js'
import type { EnvelopeIssue, EnvelopeIssueCode } from './issue.js'
import { FEWER_VALUES, hasTooManyValues } from './json-value.js'
import { type EnvelopeLimits, envelopeLimitsOf } from './limits.js'
import type { EnvelopeKind, Message } from './message.js'
import { MessageBuilder } from './message-builder.js'
import { isRecordByName } from './record-name.js'
import { type FoundValue, formOf, isContent } from './text-form.js'

/** AWS nests three envelopes in one another; each string with JSON in it counts as well. */
const DEEPEST = 32

/** What CloudTrail publishes when a topic is set up for a trail. It is no JSON. */
const VALIDATION = 'CloudTrail validation message.'

/** What `JSON.parse` throws takes memory: a string that is empty, or begins as no JSON does, is not handed to it. */
const MAY_BE_JSON = /^\s*[[{"\d\-tfn]/

const RECOGNISED = 'something AWS delivers of CloudTrail'

/** The JSON of records that were strings, as it was written: `JSON.parse` loses digits and duplicate members. */
export type WrittenRecords = WeakMap<object, string>

/** Opens a value and all that is in it. Adds the JSON of each record that was a string to `written`. */
export async function walk(
  u: unknown,
  envelopes: ReadonlyArray<Envelope>,
  options: EnvelopeLimits,
  written?: WrittenRecords,
): Promise<ReadonlyArray<Message>> {
  const walker = new Walker(envelopes, options, written)
  walker.look({ value: u, path: [], depth: 0, isData: false, message: undefined })
  for (let last = walker.open.at(-1); last !== undefined; last = walker.open.at(-1)) {
    const { value: place, done } = last.next()
    if (done === true) walker.open.pop()
    else {
      const opened = place.isData ? await walker.inflate(place) : place
      if (opened !== undefined) walker.look(opened)
    }
  }
  return walker.builders.map((builder) => builder.message())
}

class Walker {
  readonly builders: Array<MessageBuilder> = []
  /** What is being opened, from the outside in: at most one at each depth. */
  readonly open: Array<Iterator<Place, void, undefined>> = []
  private readonly limits: Required<LogLimits>
  /** How many bytes may still come out. */
  private left: number

  constructor(
    private readonly envelopes: ReadonlyArray<Envelope>,
    options: EnvelopeLimits,
    private readonly written: WrittenRecords | undefined,
  ) {
    this.limits = envelopeLimitsOf(options)
    this.left = this.limits.maxBytes
  }

  /** Strings are read, other values are opened. */
  look(place: Place): void {
    if (place.depth > DEEPEST) this.broken(place, 'TOO_NESTED', `at most ${DEEPEST} levels`, 'more')
    else if (typeof place.value === 'string') this.read(place, place.value)
    else this.open.push(this.placesIn(place))
  }

  /** Opens a value as the first envelope that it is. */
  private *placesIn(place: Place): Generator<Place, void, undefined> {
    try {
      const envelope = this.envelopes.find(({ is }) => is(place.value))
      if (envelope === undefined) this.broken(place, 'UNKNOWN_ENVELOPE', RECOGNISED, kindOf(place.value))
      else yield* this.openAs(place, envelope)
    } catch {
      // JSON never gets here. An object whose members cannot be read does: a getter that throws, a revoked proxy.
      this.broken(place, 'UNKNOWN_ENVELOPE', RECOGNISED, 'an unreadable object')
    }
  }

  /** Decodes base64. Returns the string, if there is one; the bytes are released before it is read. */
  async inflate(place: Place): Promise<Place | undefined> {
    const { value, path, message = this.begin('UNKNOWN') } = place
    const bytes = typeof value === 'string' ? bytesOfBase64(value) : undefined
    if (bytes === undefined) {
      this.broken(place, 'BROKEN_BASE64', 'base64', typeof value === 'string' ? 'another string' : kindOf(value))
      return undefined
    }
    const { bytes: inflated, issues } = await wholeText(new StoredBytes(bytes), { ...this.limits, maxBytes: this.left })
    this.left = Math.max(1, this.left - inflated.length)
    let isWhole = true
    for (const { code, expected, received } of issues) {
      const issue = { code: code as EnvelopeIssueCode, path, expected, received }
      if (code === 'TRAILING_BYTES') message.addRemark(issue)
      else message.addIssue(issue)
      isWhole &&= code === 'TRAILING_BYTES'
    }
    // What is damaged is no JSON, or not the JSON that was sent.
    return isWhole ? { ...place, message, value: textOf(inflated, 0, inflated.length), isData: false } : undefined
  }

  private read(place: Place, content: string): void {
    if (content.trim() === VALIDATION) {
      ;(place.message ?? this.begin('TRAIL_NOTICE')).addNotice('VALIDATION_MESSAGE', undefined)
      return
    }
    if (hasTooManyValues(content)) {
      this.broken(place, 'TOO_MANY_VALUES', FEWER_VALUES, 'more')
      return
    }
    const json = MAY_BE_JSON.test(content) ? parseJson(content) : undefined
    if (json !== undefined) {
      this.remember(json.value, content)
      this.look({ ...place, value: json.value, depth: place.depth + 1 })
    } else this.readForm(place, content)
  }

  private remember(value: unknown, json: string): void {
    if (this.written !== undefined && isRecordByName(value)) this.written.set(value as object, json)
  }

  /** Opens what a string holds that is not one JSON document. */
  private readForm(place: Place, content: string): void {
    const form = formOf(content)
    if ('received' in form) {
      this.broken(place, 'BROKEN_JSON', 'JSON', form.received)
      return
    }
    this.open.push(this.valuesOf({ ...place, message: place.message ?? this.begin('LOG') }, form.values))
  }

  private *valuesOf(place: Place, values: Iterable<FoundValue>): Generator<Place, void, undefined> {
    for (const { index, value, json } of values) {
      if (json !== undefined) this.remember(value, json)
      const at: Place = { ...place, value, path: [...place.path, index], depth: place.depth + 1 }
      if (isContent(value)) yield at
      else if (json !== undefined && hasTooManyValues(json)) this.broken(at, 'TOO_MANY_VALUES', FEWER_VALUES, 'more')
      else this.broken(at, 'BROKEN_JSON', 'an object as JSON', 'another string')
    }
  }

  private *openAs(place: Place, { kind, open }: Envelope): Generator<Place, void, undefined> {
    let { message } = place
    const own = (id?: unknown): MessageBuilder => {
      message ??= this.begin(kind, id)
      return message
    }
    const inner = (value: unknown, steps: Steps, isData: boolean, id: unknown, attributes?: unknown): Place => ({
      value,
      path: [...place.path, ...steps],
      depth: place.depth + 1,
      isData,
      message: message ?? this.begin(kind, id, attributes),
    })
    const issueAt = (code: EnvelopeIssueCode, steps: Steps, expected: string, received: string): EnvelopeIssue => ({
      code,
      path: [...place.path, ...steps],
      expected,
      received,
    })
    const places = open(place.value, {
      message: own,
      inner: (value, steps, id, attributes) => inner(value, steps, false, id, attributes),
      data: (value, steps, id) => inner(value, steps, true, id),
      records: (records) => own().addRecords(records),
      objects: (objects) => own().addObjects(objects),
      notice: (name, object) => own().addNotice(name, object),
      broken: (...about) => own().addIssue(issueAt(...about)),
      remark: (...about) => own().addRemark(issueAt(...about)),
    })
    for (const at of places) {
      if (isContent(at.value)) yield at
      else this.broken(at, 'UNKNOWN_ENVELOPE', at.isData ? 'base64' : RECOGNISED, kindOf(at.value))
    }
  }

  private begin(kind: EnvelopeKind, id?: unknown, attributes?: unknown): MessageBuilder {
    const builder = new MessageBuilder(kind, id, attributes)
    this.builders.push(builder)
    return builder
  }

  private broken(place: Place, code: EnvelopeIssueCode, expected: string, received: string): void {
    const message = place.message ?? this.begin('UNKNOWN')
    message.addIssue({ code, path: place.path, expected, received })
  }
}
