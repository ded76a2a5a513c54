/**
 * The API as a sorted list of lines, stored with the generated code: a newer SDK is a small diff, from which the
 * changelog lines are made.
 */
import type { Api, NameOnly, TypeRef } from './api.js'
import { ACCESS_LEVELS } from './read/access.js'

export function snapshotText(api: Api): string {
  const lines = api.operations.map(({ name, access }) => `api ${name} ${access ?? 'unknown access'}`)
  for (const { name, access } of api.namesOnly) lines.push(`name ${name} ${access ?? 'unknown access'}`)
  for (const { name, members } of api.structures.values()) {
    for (const member of members) {
      const notes = [...(member.requiredByApi ? ['required'] : []), ...(member.deprecated ? ['deprecated'] : [])]
      lines.push(['member', `${name}.${member.apiName}`, describe(member.type), ...notes].join(' '))
    }
  }
  for (const [name, values] of api.enums) for (const value of values) lines.push(`value ${name}.${value}`)
  return `# ${api.version}. Do not edit: npm run generate.\n${lines.sort().join('\n')}\n`
}

function describe(type: TypeRef): string {
  const content =
    type.kind === 'list' || type.kind === 'map'
      ? `${type.kind} of ${describe(type.item)}${type.orString ? ' or string' : ''}`
      : type.kind === 'enum' || type.kind === 'structure'
        ? type.name
        : type.kind === 'literal'
          ? `'${type.value}'`
          : type.kind
  return type.sensitive ? `sensitive ${content}` : content
}

/** Returns the names of a snapshot: its APIs, and its names without a shape. */
export function namesOf(snapshot: string): ReadonlyArray<NameOnly> {
  return [...snapshot.matchAll(/^(?:api|name) (\S+)(?: (.+))?$/gm)].map(([, name = '', level]) => ({
    name,
    access: ACCESS_LEVELS.find((known) => known === level),
  }))
}

/** Returns what a newer snapshot adds, removes and changes, as lines for the changelog. */
export function changelogLines(before: string, after: string): ReadonlyArray<string> {
  const old = parse(before)
  const now = parse(after)
  const added = [...now].filter(([key]) => !old.has(key)).map(([key]) => key)
  const removed = [...old].filter(([key]) => !now.has(key)).map(([key]) => key)
  const changed = [...now].filter(([key, rest]) => old.has(key) && old.get(key) !== rest).map(([key]) => key)
  return [
    ...added.map((key) => `- Added: ${key}`),
    ...removed.map((key) => `- Removed: ${key}`),
    ...changed.map((key) => `- Changed: ${key}: ${old.get(key)} is now ${now.get(key)}`),
  ]
}

/** Returns the rest of each line by its kind and name. */
function parse(snapshot: string): ReadonlyMap<string, string> {
  return new Map(
    snapshot
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith('#'))
      .map((line) => {
        const [kind = '', name = '', ...rest] = line.split(' ')
        return [`${kind} \`${name}\``, rest.join(' ')] as const
      }),
  )
}
