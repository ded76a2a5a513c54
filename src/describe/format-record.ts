/**
 * Formatting the description of the record.
 *
 * @module
 */
import { madeOf, requireOptions } from '../codec/argument.js'
import type { IdentityDescription, RecordDescription, RecordMemberDescription, RecordStructureDescription } from './describe-record.js'
import { type FormatOptions, sheetIn } from './format-api.js'
import type { DescriptionForm, Row, Section, Sheet } from './sheet.js'

/**
 * Formats the description of the record for a terminal or as Markdown.
 *
 * @param description - The result of `describeRecord`.
 * @param form - `text`, wrapped to a width and without colour, or `markdown`.
 * @param options - See `FormatOptions`.
 * @returns Lines, without a line feed at the end.
 * @throws `TypeError` if `description` is not such a result, or `options` are not an object.
 *
 * @example
 * import { describeRecord, formatRecord } from 'glue-trail/describe'
 *
 * const [title] = formatRecord(describeRecord(), 'markdown').split('\n')
 * assert.strictEqual(title, '# CloudTrail record')
 *
 * @category descriptions
 * @since 0.1.0
 */
export function formatRecord(description: RecordDescription, form: DescriptionForm, options: FormatOptions = {}): string {
  requireOptions('formatRecord', options)
  return madeOf('formatRecord', 'the result of describeRecord', description, () => sheetIn(form, sheetOf(description), options))
}

const sheetOf = ({ records, identities, structures }: RecordDescription): Sheet => ({
  title: 'CloudTrail record',
  facts: [],
  sections: [...records.map(structureSection), ...structures.map(structureSection), ...identities.map(identitySection)],
})

function structureSection({ name, meaning, page, members }: RecordStructureDescription): Section {
  return { title: name, text: meaning, page, rows: members.map((member) => memberRow(member, page)) }
}

function memberRow({ name, type, shape, required, since, undocumented, meaning, page }: RecordMemberDescription, known: string): Row {
  return {
    name,
    type,
    ...(shape !== undefined && { shape }),
    notes: [
      ...(required ? ['always there'] : []),
      ...(since === undefined ? [] : [`since ${since}`]),
      ...(undocumented ? ['in no AWS page'] : []),
    ],
    text: meaning,
    ...(page !== known && { page }),
  }
}

function identitySection({ type, name, meaning, page, members }: IdentityDescription): Section {
  return {
    title: name,
    text: `${meaning} Its \`type\` is \`${type}\`.`,
    page,
    rows: members.map((member) => ({ name: member.name, text: member.meaning })),
  }
}
