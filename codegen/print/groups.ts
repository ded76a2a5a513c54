/**
 * A file per group of topics. The built package is split into them, so that importing one operation loads its group and
 * not all APIs. Each exports the operations of its topics, and the shared shapes that no earlier group has.
 */
import { OTHER_TOPIC } from '../../model/topics.js'
import { type Api, referencesOf } from '../api.js'
import { kebabCase } from '../plan/file-names.js'
import type { Plan } from '../plan/placement.js'
import { headerText } from './header.js'

/** Prints the files of `src/generated/groups`, by name. */
export function groupFiles(api: Api, plan: Plan): ReadonlyMap<string, string> {
  const { words, topics } = api.service
  const groups = new Map<string, Array<string>>()
  const placed = new Set<string>()
  for (const { name, request, response } of api.operations) {
    const { file } = topics.find(({ nouns }) => nouns.test(name)) ?? OTHER_TOPIC
    const lines = groups.get(file) ?? []
    groups.set(file, lines)
    lines.push(`operations/${kebabCase(name, words)}`)
    for (const shape of shapesOf(api, plan, [request, response])) {
      if (placed.has(shape)) continue
      placed.add(shape)
      lines.push(`shapes/${kebabCase(shape, words)}`)
    }
  }
  return new Map(
    [...groups].map(([file, paths]) => [
      `${file}.ts`,
      headerText(api.version) + paths.map((path) => `export * from '../${path}.js'\n`).join(''),
    ]),
  )
}

/** Returns the files of the shared shapes that payloads reach. */
function shapesOf(api: Api, plan: Plan, payloads: ReadonlyArray<string>): ReadonlySet<string> {
  const open = [...payloads]
  const seen = new Set<string>()
  const files = new Set<string>()
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    const structure = api.structures.get(name)
    if (seen.has(name) || structure === undefined) continue
    seen.add(name)
    const file = plan.fileOf.get(name)
    if (file !== undefined) files.add(file)
    open.push(...referencesOf(structure))
  }
  return files
}
