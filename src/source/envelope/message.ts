/**
 * What is found of one message, kept by kind until all of it was opened.
 *
 * @module
 */
import type { Delivery, DeliveryContent, EnvelopeKind, NoticeName, TrailObject } from './delivery.js'
import type { EnvelopeIssue } from './issue.js'

/** So many issues of each sort are kept of one message. */
export const MAX_ENVELOPE_ISSUES = 100

/** One message while it is opened. */
export class Message {
  private readonly notices = new Map<NoticeName, Array<TrailObject>>()
  private readonly issues: Array<EnvelopeIssue> = []
  private readonly remarks: Array<EnvelopeIssue> = []
  private records: Array<unknown> | undefined
  private objects: Array<TrailObject> | undefined

  constructor(
    private readonly source: EnvelopeKind,
    private readonly id: unknown,
  ) {}

  addRecords(records: ReadonlyArray<unknown>): void {
    this.records ??= []
    for (const record of records) this.records.push(record)
  }

  addObjects(objects: ReadonlyArray<TrailObject>): void {
    this.objects ??= []
    for (const object of objects) this.objects.push(object)
  }

  addNotice(name: NoticeName, object: TrailObject | undefined): void {
    const objects = this.notices.get(name) ?? []
    if (object !== undefined) objects.push(object)
    this.notices.set(name, objects)
  }

  /** Something that cannot be read. */
  addIssue(issue: EnvelopeIssue): void {
    addUpToLimit(this.issues, issue)
  }

  /** What is to be known of records that can be read. */
  addRemark(issue: EnvelopeIssue): void {
    addUpToLimit(this.remarks, issue)
  }

  /** One delivery for each kind of content. */
  deliveries(): ReadonlyArray<Delivery> {
    const head = { source: this.source, ...(typeof this.id === 'string' ? { messageId: this.id } : {}) }
    return this.contents().map((content) => ({ ...head, content }))
  }

  private contents(): ReadonlyArray<DeliveryContent> {
    const { records, objects, notices, remarks } = this
    const others = objects !== undefined || notices.size > 0 || this.issues.length > 0
    // No records are an answer where there is no other.
    const hasRecords = records !== undefined && (records.length > 0 || !others)
    const issues = hasRecords ? this.issues : [...this.issues, ...remarks]
    return [
      ...(hasRecords ? [{ kind: 'records', records, issues: remarks } as const] : []),
      ...(objects === undefined ? [] : [{ kind: 'objects', objects } as const]),
      ...[...notices].map(([notice, found]) => ({ kind: 'notice', notice, objects: found }) as const),
      ...(issues.length > 0 ? [{ kind: 'unreadable', issues } as const] : []),
    ]
  }
}

function addUpToLimit(list: Array<EnvelopeIssue>, issue: EnvelopeIssue): void {
  if (list.length < MAX_ENVELOPE_ISSUES) list.push(issue)
  else list[MAX_ENVELOPE_ISSUES] = MORE
}

const MORE: EnvelopeIssue = { code: 'MORE_ISSUES', path: [], expected: `at most ${MAX_ENVELOPE_ISSUES} issues`, received: 'more' }
