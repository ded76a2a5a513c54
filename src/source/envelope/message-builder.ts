/**
 * Collects what is found of one message, by kind, until all of it was opened.
 *
 * @module
 */
import { isObject } from '../../codec/check.js'
import type { EnvelopeIssue } from './issue.js'
import type { EnvelopeKind, Message, MessageContent, NoticeName, TrailObject } from './message.js'

/** The number of issues of each sort that are kept of one message. */
export const MAX_ENVELOPE_ISSUES = 100

/** One message while it is opened. */
export class MessageBuilder {
  private readonly notices = new Map<NoticeName, Array<TrailObject>>()
  private readonly issues = new IssueList()
  private readonly remarks = new IssueList()
  private records: Array<unknown> | undefined
  private objects: Array<TrailObject> | undefined

  constructor(
    private readonly source: EnvelopeKind,
    private readonly id: unknown,
    private readonly attributes: unknown,
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
    this.issues.add(issue)
  }

  /** Something to know of records that can be read. */
  addRemark(issue: EnvelopeIssue): void {
    this.remarks.add(issue)
  }

  /** Returns the message. */
  message(): Message {
    const id = typeof this.id === 'string' ? { id: this.id } : {}
    return { ...id, source: this.source, attributes: stringsIn(this.attributes), contents: this.contents() }
  }

  private contents(): ReadonlyArray<MessageContent> {
    const { records, objects, notices } = this
    const found = this.issues.all()
    const remarks = this.remarks.all()
    const others = objects !== undefined || notices.size > 0 || found.length > 0
    // An empty list of records is content only if there is no other.
    const hasRecords = records !== undefined && (records.length > 0 || !others)
    const issues = hasRecords ? found : [...found, ...remarks]
    return [
      ...(hasRecords ? [{ kind: 'RECORDS', records, issues: remarks } as const] : []),
      ...(objects === undefined ? [] : [{ kind: 'OBJECTS', objects } as const]),
      ...[...notices].map(([notice, named]) => ({ kind: 'NOTICE', notice, objects: named }) as const),
      ...(issues.length > 0 ? [{ kind: 'UNREADABLE', issues } as const] : []),
    ]
  }
}

/** The members of an object that are strings. */
function stringsIn(u: unknown): Readonly<Record<string, string>> {
  if (!isObject(u)) return {}
  return Object.fromEntries(Object.entries(u).filter((entry): entry is [string, string] => typeof entry[1] === 'string'))
}

/** Issues up to a limit; of the others, the count. */
class IssueList {
  private readonly kept: Array<EnvelopeIssue> = []
  private left = 0

  add(issue: EnvelopeIssue): void {
    if (this.kept.length < MAX_ENVELOPE_ISSUES) this.kept.push(issue)
    else this.left++
  }

  all(): ReadonlyArray<EnvelopeIssue> {
    if (this.left === 0) return this.kept
    const expected = `at most ${MAX_ENVELOPE_ISSUES} issues`
    return [...this.kept, { code: 'MORE_ISSUES', path: [], expected, received: `${this.left} more` }]
  }
}
