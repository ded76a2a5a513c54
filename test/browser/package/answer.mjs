// Returns what the package returns, as plain data, so that Node and a browser can be compared. Both run this file next
// to the installed package.
import { decodeRecord, formatIssues, GLUE_APIS, issuesOf, recordOf, resourcesOf, summaryOf } from 'glue-trail'
import { exampleOf } from 'glue-trail/example'
import { bytesOf, decodeLog, formatLogIssues } from 'glue-trail/source'

/** Returns everything that reading a file returns, as strings and numbers. */
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

/** Returns the example of every API, and the tag of its result. */
export function examples() {
  return GLUE_APIS.map((api) => {
    const example = exampleOf(api, { seed: 'browser' })
    return [decodeRecord(example)._tag, JSON.stringify(example)]
  })
}
