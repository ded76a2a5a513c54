/**
 * `docs/reference/record-fields.md`: every member of a record, as the package itself describes it. Unlike all other
 * files it is printed from `src`, so it is printed after the generated code.
 */
import { describeRecord, formatRecord } from '../../src/describe/index.js'

export function recordReferenceText(): string {
  const [title = '', ...rest] = formatRecord(describeRecord(), 'markdown').split('\n')
  return `<!-- Written by npm run generate, from model/. Do not edit. -->

${title}: fields

This page lists the members of a record, of eventVersion 1.0 to 1.11, those of the objects in it, and what they mean in each type of identity. \`describeRecord\` of
\`glue-trail/describe\` returns the same as data, and \`glue-trail describe record\` prints it. The note \`since\` has the eventVersion that added a member; later records may still
lack it. Members without the note \`always there\` may be missing or null.
${rest.join('\n')}
`
}
