/**
 * The sensitive places of every API against a list that others computed from the SDK: none of theirs is missing in
 * ours.
 */
import { GLUE_APIS, type GlueEventName, sensitivePathsOf } from 'glue-trail'
import { expect, it } from 'vitest'
import { describeShared, sharedJson } from '../support/shared.js'

type Paths = Readonly<Record<string, ReadonlyArray<string>>>

/** `.Results[].RuleResults[].Description` as a record has it below `payload`. */
const lowered = (payload: string, path: string): string =>
  `${payload}${path.replace(/\.([A-Z])/g, (_, first: string) => `.${first.toLowerCase()}`)}`

describeShared('The sensitive paths', () => {
  const { input, output } = sharedJson('vectors/glue-sensitive/sensitive-paths.json') as { readonly input: Paths; readonly output: Paths }
  const known = (payload: string, paths: Paths): ReadonlyArray<readonly [GlueEventName, string]> =>
    Object.entries(paths).flatMap(([api, list]) => list.map((path) => [api as GlueEventName, lowered(payload, path)] as const))
  const theirs = [...known('requestParameters', input), ...known('responseElements', output)]

  it('include every path that has the sensitive trait', () => {
    expect(theirs).toHaveLength(81)
    expect(theirs.filter(([api, path]) => !sensitivePathsOf(api).includes(path))).toEqual([])
  })

  it('have besides them only what facts call a secret', () => {
    const marked = new Set(theirs.map(([api, path]) => `${api} ${path}`))
    const others = GLUE_APIS.flatMap((api) => sensitivePathsOf(api).filter((path) => !marked.has(`${api} ${path}`)))
    const last = (path: string): string => path.slice(path.lastIndexOf('.') + 1)
    expect([...new Set(others.map(last))].sort()).toEqual([
      'addArguments',
      'arguments',
      'athenaProperties',
      'authToken',
      'code',
      'connectionProperties',
      'defaultArguments',
      'defaultRunProperties',
      'nonOverridableArguments',
      'parameters',
      'pythonProperties',
      'pythonScript',
      'runProperties',
      'scalaCode',
      'sparkProperties',
      'systemLogsUrl',
      'tokenUrlParametersMap',
      'value',
      'workflowRunProperties',
    ])
  })
})
