/**
 * Results as strings for tests to compare: the tag, and one line for each issue.
 */
import type { DecodeResult } from 'glue-trail'
import type { Path } from './sample.js'

/** Returns `Right`, or `Both` or `Left` with code, path, expected and received of every issue. */
export function outcomeText(outcome: DecodeResult): string {
  if (outcome._tag === 'Right') return 'Right'
  const issues = outcome.left.map(({ code, path, expected, received }) => issueText(code, path, expected, received))
  return [outcome._tag, ...issues].join('\n')
}

/** Returns one issue in the format of `outcomeText`. */
export function issueText(code: string, path: Path, expected: string, received: string): string {
  return `${code} ${JSON.stringify(path)} ${expected} / ${received}`
}

/** Returns a path of plain names as in messages: `requestParameters.columns[0].name`. */
export function pathText(path: Path): string {
  return path.map((key, i) => (typeof key === 'number' ? `[${key}]` : i === 0 ? key : `.${key}`)).join('')
}
