/**
 * Opening envelopes within envelopes: a value, what is in it, what is in that. Nothing recurses; how deep it goes and how much is inflated are bounded.
 *
 * @module
 */
import { kindOf } from '../../codec/kind.js'
import { textOfFile } from '../gzip.js'
import { parsed, textOf } from '../json.js'
import type { LogLimits } from '../limits.js'
import { bytesOfBase64 } from './base64.js'
import type { Delivery, EnvelopeKind } from './delivery.js'
import type { Envelope, Steps } from './envelope.js'
import type { EnvelopeIssue, EnvelopeIssueCode } from './issue.js'
import { type EnvelopeLimits, envelopeLimitsOf } from './limits.js'
import { Message } from './message.js'

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
  readonly message: Message | undefined
}

/** Opens a value that must be of one kind, or may be of any, and all that is in it. */
export async function walk(
  u: unknown,
  outermost: Envelope | undefined,
  envelopes: ReadonlyArray<Envelope>,
  options: EnvelopeLimits,
): Promise<ReadonlyArray<Delivery>> {
  const walker = new Walker(envelopes, options, outermost?.kind ?? 'unknown')
  const root: Place = { value: u, path: [], depth: 0, isData: false, message: undefined }
  if (outermost === undefined) walker.look(root)
  else walker.open(root, [outermost], outermost.expected)
  for (let place = walker.places.pop(); place !== undefined; place = walker.places.pop()) {
    if (place.isData) await walker.inflate(place)
    else walker.look(place)
  }
  return walker.messages.flatMap((message) => message.deliveries())
}

class Walker {
  readonly messages: Array<Message> = []
  readonly places: Array<Place> = []
  private readonly limits: Required<LogLimits>
  /** How many bytes may still come out. */
  private left: number

  constructor(
    private readonly envelopes: ReadonlyArray<Envelope>,
    options: EnvelopeLimits,
    /** What to call the source of what cannot be recognised. */
    private readonly source: EnvelopeKind,
  ) {
    this.limits = envelopeLimitsOf(options)
    this.left = this.limits.maxBytes
  }

  /** Text is read, values are opened. */
  look(place: Place): void {
    if (place.depth > DEEPEST) this.broken(place, 'TOO_NESTED', `at most ${DEEPEST} levels`, 'more')
    else if (typeof place.value === 'string') this.read(place, place.value)
    else this.open(place, this.envelopes, RECOGNISED)
  }

  /** Opens a value as the first of these that it is. */
  open(place: Place, envelopes: ReadonlyArray<Envelope>, expected: string): void {
    try {
      const envelope = envelopes.find(({ is }) => is(place.value))
      if (envelope === undefined) this.broken(place, 'UNKNOWN_ENVELOPE', expected, kindOf(place.value))
      else this.openAs(place, envelope)
    } catch {
      // JSON never gets here. An object whose members cannot be read does: a getter that throws, a revoked proxy.
      this.broken(place, 'UNKNOWN_ENVELOPE', expected, 'an unreadable object')
    }
  }

  /** Base64 to text. */
  async inflate(place: Place): Promise<void> {
    const { value, path, message = this.begin(this.source) } = place
    const bytes = typeof value === 'string' ? bytesOfBase64(value) : undefined
    if (bytes === undefined) {
      this.broken(place, 'BROKEN_BASE64', 'base64', typeof value === 'string' ? 'another string' : kindOf(value))
      return
    }
    const { text, issues } = await textOfFile(bytes, { ...this.limits, maxBytes: this.left })
    this.left = Math.max(1, this.left - text.length)
    let isWhole = true
    for (const { code, expected, received } of issues) {
      const issue = { code: code as EnvelopeIssueCode, path, expected, received }
      if (code === 'TRAILING_BYTES') message.addRemark(issue)
      else message.addIssue(issue)
      isWhole &&= code === 'TRAILING_BYTES'
    }
    // What is damaged is no JSON, or not the JSON that was sent.
    if (isWhole) this.look({ ...place, message, value: textOf(text, 0, text.length), isData: false })
  }

  private read(place: Place, text: string): void {
    if (text.trim() === VALIDATION) {
      ;(place.message ?? this.begin('trail-notice')).addNotice('validation-message', undefined)
      return
    }
    const json = parsed(text)
    if (json !== undefined) this.later([{ ...place, value: json.value, depth: place.depth + 1 }])
    else if (!this.readLines(place, text)) this.broken(place, 'BROKEN_JSON', 'JSON', text.trim() === '' ? 'nothing' : 'other text')
  }

  /** One value a line: what Firehose takes when records are joined. Whether there is one. */
  private readLines(place: Place, text: string): boolean {
    if (!some(linesOf(text), ({ line }) => isContent(parsed(line)?.value))) return false
    const message = place.message ?? this.begin('log')
    const found: Array<Place> = []
    for (const { line, index } of linesOf(text)) {
      const value = parsed(line)?.value
      const at: Place = { ...place, message, value, path: [...place.path, index], depth: place.depth + 1 }
      if (isContent(value)) found.push(at)
      else this.broken(at, 'BROKEN_JSON', 'an object as JSON', 'other text')
    }
    this.later(found)
    return true
  }

  private openAs(place: Place, { kind, open }: Envelope): void {
    let { message } = place
    const found: Array<Place> = []
    const own = (id?: unknown): Message => {
      message ??= this.begin(kind, id)
      return message
    }
    const add = (value: unknown, steps: Steps, id: unknown, isData: boolean): void => {
      const inner = { value, path: [...place.path, ...steps], depth: place.depth + 1, isData, message: message ?? this.begin(kind, id) }
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
      inner: (value, steps, id) => add(value, steps, id, false),
      data: (value, steps, id) => add(value, steps, id, true),
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

  private begin(kind: EnvelopeKind, id?: unknown): Message {
    const message = new Message(kind, id)
    this.messages.push(message)
    return message
  }

  private broken(place: Place, code: EnvelopeIssueCode, expected: string, received: string): void {
    const message = place.message ?? this.begin(this.source)
    message.addIssue({ code, path: place.path, expected, received })
  }
}

/** Whether something may be in it. */
const isContent = (value: unknown): boolean => typeof value === 'string' || (typeof value === 'object' && value !== null)

interface Line {
  readonly line: string
  readonly index: number
}

/** The lines of a text that are not blank, one at a time. */
function* linesOf(text: string): Generator<Line, void, undefined> {
  let index = 0
  for (let at = 0; at < text.length; index++) {
    const end = text.indexOf('\n', at)
    const line = text.slice(at, end < 0 ? text.length : end).trim()
    if (line !== '') yield { line, index }
    at = end < 0 ? text.length : end + 1
  }
}

function some<A>(items: Iterable<A>, test: (item: A) => boolean): boolean {
  for (const item of items) if (test(item)) return true
  return false
}
