// What the package answers, in a form that Node and a browser can be compared by. Both have it beside the installed package.
import { decodeRecord, formatIssues, GLUE_APIS, issuesOf, recordOf, resourcesOf, summaryOf } from 'glue-trail'
import { exampleOf } from 'glue-trail/example'
import { bytesOf, decodeLog, formatLogIssues } from 'glue-trail/source'

/** All that reading a file gives, as strings and numbers. */
export async function answerOf(bytes) {
  const log = await decodeLog(bytes)
  return {
    entries: log.entries.map((entry) => {
      const record = recordOf(entry.result)
      return {
        result: entry.result._tag,
        issues: formatIssues(issuesOf(entry.result)),
        summary: record === undefined ? '' : summaryOf(record),
        resources: record === undefined ? [] : resourcesOf(record).resources,
        json: new TextDecoder().decode(bytesOf(log, entry)),
      }
    }),
    issues: formatLogIssues(log.issues),
    counts: log.counts,
    bytes: log.bytes.length,
  }
}

/** Every API's example, and how it decodes. */
export function examples() {
  return GLUE_APIS.map((api) => {
    const example = exampleOf(api, { seed: 'browser' })
    return [decodeRecord(example)._tag, JSON.stringify(example)]
  })
}
