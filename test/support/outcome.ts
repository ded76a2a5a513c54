/**
 * Outcomes as text that a test can compare with what it expects: one line for each issue, or the tag alone.
 */
import type { DecodeResult } from 'glue-trail'
import type { Path } from './sample.js'

/** `Right`, or `Both` and `Left` with code, path, expected and received of every issue. */
export function outcomeText(outcome: DecodeResult): string {
  if (outcome._tag === 'Right') return 'Right'
  const issues = outcome.left.map(({ code, path, expected, received }) => issueText(code, path, expected, received))
  return [outcome._tag, ...issues].join('\n')
}

/** One issue as `outcomeText` writes it. */
export function issueText(code: string, path: Path, expected: string, received: string): string {
  return `${code} ${JSON.stringify(path)} ${expected} / ${received}`
}

/** A path of plain names as messages write it: `requestParameters.columns[0].name`. */
export function pathText(path: Path): string {
  return path.map((key, i) => (typeof key === 'number' ? `[${key}]` : i === 0 ? key : `.${key}`)).join('')
}
