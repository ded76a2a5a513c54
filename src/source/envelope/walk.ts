/**
 * Opening envelopes within envelopes: a value, what is in it, what is in that. Nothing recurses; how deep it goes and
 * how much is inflated are bounded.
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
import type { Envelope, Steps } from './envelope.js'
import type { EnvelopeIssue, EnvelopeIssueCode } from './issue.js'
import { type EnvelopeLimits, envelopeLimitsOf } from './limits.js'
import type { EnvelopeKind, Message } from './message.js'
import { MessageBuilder } from './message-builder.js'
import { formOf, isContent } from './text-form.js'

/** AWS nests three envelopes in one another; each string with JSON in it counts as well. */
const DEEPEST = 32

/** What CloudTrail publishes when a topic is set up for a trail. It is no JSON. */
const VALIDATION = 'CloudTrail validation message.'

const RECOGNISED = 'something AWS delivers of CloudTrail'

/** Something to open. */
interface Place {
  readonly value: unknown
  readonly path: Steps
  readonly depth: number
  readonly isData: boolean
  /** The message it is part of, once there is one. */
  readonly message: MessageBuilder | undefined
}

/** Opens a value and all that is in it. */
export async function walk(u: unknown, envelopes: ReadonlyArray<Envelope>, options: EnvelopeLimits): Promise<ReadonlyArray<Message>> {
  const walker = new Walker(envelopes, options)
  walker.look({ value: u, path: [], depth: 0, isData: false, message: undefined })
  for (let place = walker.places.pop(); place !== undefined; place = walker.places.pop()) {
    if (place.isData) await walker.inflate(place)
    else walker.look(place)
  }
  return walker.builders.map((builder) => builder.message())
}

class Walker {
  readonly builders: Array<MessageBuilder> = []
  readonly places: Array<Place> = []
  private readonly limits: Required<LogLimits>
  /** How many bytes may still come out. */
  private left: number

  constructor(
    private readonly envelopes: ReadonlyArray<Envelope>,
    options: EnvelopeLimits,
  ) {
    this.limits = envelopeLimitsOf(options)
    this.left = this.limits.maxBytes
  }

  /** Text is read, values are opened. */
  look(place: Place): void {
    if (place.depth > DEEPEST) this.broken(place, 'TOO_NESTED', `at most ${DEEPEST} levels`, 'more')
    else if (typeof place.value === 'string') this.read(place, place.value)
    else this.open(place)
  }

  /** Opens a value as the first envelope that it is. */
  private open(place: Place): void {
    try {
      const envelope = this.envelopes.find(({ is }) => is(place.value))
      if (envelope === undefined) this.broken(place, 'UNKNOWN_ENVELOPE', RECOGNISED, kindOf(place.value))
      else this.openAs(place, envelope)
    } catch {
      // JSON never gets here. An object whose members cannot be read does: a getter that throws, a revoked proxy.
      this.broken(place, 'UNKNOWN_ENVELOPE', RECOGNISED, 'an unreadable object')
    }
  }

  /** Decodes base64. */
  async inflate(place: Place): Promise<void> {
    const { value, path, message = this.begin('UNKNOWN') } = place
    const bytes = typeof value === 'string' ? bytesOfBase64(value) : undefined
    if (bytes === undefined) {
      this.broken(place, 'BROKEN_BASE64', 'base64', typeof value === 'string' ? 'another string' : kindOf(value))
      return
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
    if (isWhole) this.look({ ...place, message, value: textOf(inflated, 0, inflated.length), isData: false })
  }

  private read(place: Place, content: string): void {
    if (content.trim() === VALIDATION) {
      ;(place.message ?? this.begin('TRAIL_NOTICE')).addNotice('VALIDATION_MESSAGE', undefined)
      return
    }
    const json = parseJson(content)
    if (json !== undefined) this.later([{ ...place, value: json.value, depth: place.depth + 1 }])
    else this.readForm(place, content)
  }

  /** Opens what a string holds that is not one JSON document. */
  private readForm(place: Place, content: string): void {
    const form = formOf(content)
    if ('received' in form) {
      this.broken(place, 'BROKEN_JSON', 'JSON', form.received)
      return
    }
    const message = place.message ?? this.begin('LOG')
    const found: Array<Place> = []
    for (const { index, value } of form.values) {
      const at: Place = { ...place, message, value, path: [...place.path, index], depth: place.depth + 1 }
      if (isContent(value)) found.push(at)
      else this.broken(at, 'BROKEN_JSON', 'an object as JSON', 'another string')
    }
    this.later(found)
  }

  private openAs(place: Place, { kind, open }: Envelope): void {
    let { message } = place
    const found: Array<Place> = []
    const own = (id?: unknown): MessageBuilder => {
      message ??= this.begin(kind, id)
      return message
    }
    const add = (value: unknown, steps: Steps, isData: boolean, id: unknown, attributes?: unknown): void => {
      const into = message ?? this.begin(kind, id, attributes)
      const inner = { value, path: [...place.path, ...steps], depth: place.depth + 1, isData, message: into }
      // Of what can be nothing, there may be as many as there are bytes: none is kept for later.
      if (isContent(value)) found.push(inner)
      else this.broken(inner, 'UNKNOWN_ENVELOPE', isData ? 'base64' : RECOGNISED, kindOf(value))
    }
    const issueAt = (code: EnvelopeIssueCode, steps: Steps, expected: string, received: string): EnvelopeIssue => ({
      code,
      path: [...place.path, ...steps],
      expected,
      received,
    })
    open(place.value, {
      message: own,
      inner: (value, steps, id, attributes) => add(value, steps, false, id, attributes),
      data: (value, steps, id) => add(value, steps, true, id),
      records: (records) => own().addRecords(records),
      objects: (objects) => own().addObjects(objects),
      notice: (name, object) => own().addNotice(name, object),
      broken: (...about) => own().addIssue(issueAt(...about)),
      remark: (...about) => own().addRemark(issueAt(...about)),
    })
    this.later(found)
  }

  /** The last in is the first out. */
  private later(places: Array<Place>): void {
    for (let next = places.pop(); next !== undefined; next = places.pop()) this.places.push(next)
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
