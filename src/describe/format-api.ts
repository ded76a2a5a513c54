/**
 * Formatting the description of an API.
 *
 * @module
 */
import { madeOf, requireOptions } from '../codec/argument.js'
import type { NullResponseBasis } from '../event/registry.js'
import type { ApiDescription, MemberDescription, ResourceTypeDescription } from './describe-api.js'
import { sheetMarkdown } from './markdown.js'
import type { DescriptionForm, Row, Section, Sheet } from './sheet.js'
import { sheetText } from './text.js'

/**
 * Options of formatting for a terminal.
 *
 * @category descriptions
 * @since 0.1.0
 */
export interface FormatOptions {
  /** The longest line in characters; from 40, default 100. Longer words, such as addresses, are not broken. */
  readonly width?: number
}

const RESPONSES: Readonly<Record<NullResponseBasis, string>> = {
  DOCUMENTED: 'null in CloudTrail, as AWS documents',
  OBSERVED: 'null in CloudTrail, as a public record shows',
  NO_OUTPUT: 'null or empty: the API returns nothing',
  LIKELY: 'probably null: for most calls that read, CloudTrail logs none',
}

/**
 * Formats the description of an API for a terminal or as Markdown.
 *
 * @param description - The result of `describeApi`.
 * @param form - `text`, wrapped to a width and without colour, or `markdown`.
 * @param options - See `FormatOptions`.
 * @returns Lines, without a line feed at the end.
 * @throws `TypeError` if `description` is not such a result, or `options` are not an object.
 *
 * @example
 * import { describeApi, formatApi } from 'glue-trail/describe'
 *
 * const api = describeApi('DeleteCrawler')
 * const lines = api ? formatApi(api, 'text').split('\n') : []
 * assert.strictEqual(lines[0], 'DeleteCrawler')
 * assert.ok(lines.includes('  name  string, required by the API'))
 *
 * @category descriptions
 * @since 0.1.0
 */
export function formatApi(description: ApiDescription, form: DescriptionForm, options: FormatOptions = {}): string {
  requireOptions('formatApi', options)
  return madeOf('formatApi', 'a result of describeApi', description, () => sheetIn(form, sheetOf(description), options))
}

/** Returns a sheet in one of the forms. */
export const sheetIn = (form: DescriptionForm, sheet: Sheet, options: FormatOptions): string =>
  form === 'markdown' ? sheetMarkdown(sheet) : sheetText(sheet, options.width)

function sheetOf({ name, topic, accessLevel, nullResponse, resourceTypes, page, request, response, shapes }: ApiDescription): Sheet {
  return {
    title: name,
    facts: [
      { name: 'topic', text: topic },
      { name: 'access level', text: accessLevel ?? 'not known' },
      { name: 'response', text: nullResponse === undefined ? 'to be expected where the call succeeds' : RESPONSES[nullResponse] },
    ],
    page,
    sections: [
      {
        title: 'Resource types',
        rows: (resourceTypes ?? []).map(resourceRow),
        none: resourceTypes === undefined ? 'Not known: IAM has no action of this name.' : 'None: policies name no resource.',
      },
      membersSection('requestParameters', request),
      membersSection('responseElements', response),
      ...shapes.map((shape) => membersSection(shape.name, shape.members)),
    ],
  }
}

const resourceRow = ({ name, required, arn }: ResourceTypeDescription): Row => ({
  name,
  type: arn,
  notes: required ? ['required in policies'] : [],
})

const membersSection = (title: string, members: ReadonlyArray<MemberDescription>): Section => ({
  title,
  rows: members.map(memberRow),
  none: 'No members.',
})

function memberRow({ name, type, shape, values, requiredByApi, sensitive, deprecated, undocumented }: MemberDescription): Row {
  return {
    name,
    type,
    ...(shape !== undefined && { shape }),
    ...(values && { values }),
    notes: [
      ...(requiredByApi ? ['required by the API'] : []),
      ...(sensitive ? ['sensitive'] : []),
      ...(deprecated ? ['deprecated'] : []),
      ...(undocumented ? ['in no API model'] : []),
    ],
  }
}
