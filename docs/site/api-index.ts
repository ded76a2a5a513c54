/** Writes the page that lists every API by topic; a script on the page filters the list. */
import type { ApiDescription } from '../../src/describe/index.js'
import { wordsOf } from './api-page.js'

export function apiIndex(apis: ReadonlyArray<ApiDescription>): { readonly title: string; readonly text: string } {
  const topics = [...new Set(apis.map(({ topic }) => topic))].sort()
  const sections = topics.map((topic) => {
    const items = apis.filter((api) => api.topic === topic)
    return [`## ${titleOf(topic)}`, items.map(line).join('\n')].join('\n\n')
  })
  return {
    title: 'APIs',
    text: [
      `All ${apis.length} APIs of AWS Glue, by topic. Each page has the request and response, sensitive members, and an example record.`,
      // The script inserts an input field here.
      '<div id="api-filter"></div>',
      ...sections,
    ].join('\n\n'),
  }
}

const line = ({ name, accessLevel }: ApiDescription): string =>
  `- [${name}](apis/${name}.md) ${wordsOf(name)} (${accessLevel ?? 'level not known'})`

/** Returns a topic such as `data-quality` as a heading. */
const titleOf = (topic: string): string => `${topic.charAt(0).toUpperCase()}${topic.slice(1).replaceAll('-', ' ')}`
