/**
 * `docs/reference/record-fields.md`: every member of a record, as the package itself describes it. Unlike all other
 * files it is printed from `src`, so it is printed after the generated code.
 */
import { describeRecord, formatRecord } from '../../src/describe/index.js'

export function recordReferenceText(): string {
  const [title = '', ...rest] = formatRecord(describeRecord(), 'markdown').split('\n')
  return `<!-- Written by npm run generate, from model/. Do not edit. -->

${title}: fields

Every member of eventVersion 1.0 to 1.11, of the objects inside, and what identities mean by theirs: \`describeRecord\` of \`glue-trail/describe\` has the same as data,
\`glue-trail describe record\` on a terminal. A note \`since\` is the eventVersion that brought a member; the member may still be missing. What is not
\`always there\` may be absent or null.
${rest.join('\n')}
`
}
