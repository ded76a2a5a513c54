/** Writes the pages of the CloudTrail record: one for each field, and one that lists them all. */

import type { RecordDescription, RecordMemberDescription, RecordStructureDescription } from '../../src/describe/index.js'
import { exampleOf } from '../../src/example/index.js'

interface Page {
  readonly title: string
  readonly file: string
  readonly text: string
}

/** The record of a call: its fields have no prefix. */
const CALL = 'CallRecord'

const titleOf = (structure: string, member: string): string => (structure === CALL ? member : `${structure}.${member}`)

const fileOf = (structure: string, member: string): string => `record/${titleOf(structure, member)}.md`

export function recordPages({ records, identities, structures }: RecordDescription): {
  readonly index: { readonly title: string; readonly text: string }
  readonly pages: ReadonlyArray<Page>
} {
  const all = [...records, ...structures]
  const pages = all.flatMap((structure) => structure.members.map((member) => fieldPage(structure, member, all)))
  const identitySections = identities.map(({ type, name, meaning, members }) =>
    [
      `### ${name}`,
      `${meaning} Its \`type\` is \`${type}\`. Type: {@link "glue-trail".${name} | ${name}}.`,
      ...(members.length === 0 ? [] : [members.map((member) => `- \`${member.name}\`: ${member.meaning}`).join('\n')]),
    ].join('\n\n'),
  )
  const content = [
    'Every field of a CloudTrail record, eventVersion 1.0 to 1.11. Since-versions are those that AWS documents; no version guarantees that a field is present.',
    ...all.map((structure) =>
      [`## ${structure.name}`, `${structure.meaning} [AWS page](${structure.page})`, table(structure, '', '')].join('\n\n'),
    ),
    '## Identities',
    'The meaning of `userIdentity` for each `type`. All share the members of [AnyIdentity](#anyidentity).',
    ...identitySections,
  ].join('\n\n')
  return { index: { title: 'Record fields', text: content }, pages }
}

function table({ name: structure, members }: RecordStructureDescription, up: string, index: string): string {
  const rows = members.map((member) => {
    const { name, since, meaning } = member
    return `| [${name}](${up}${fileOf(structure, name)}) | ${typeCell(member, index)} | ${since ?? '-'} | ${meaning.replaceAll('|', '\\|')} |`
  })
  return ['| Field | Type | Since | Meaning |', '| --- | --- | --- | --- |', ...rows].join('\n')
}

/** Formats a type, with a link to the section about its structure. */
function typeCell({ type, shape }: RecordMemberDescription, index: string): string {
  return shape === undefined ? `\`${type}\`` : type.replace(shape, `[${shape}](${index}#${shape.toLowerCase()})`)
}

function fieldPage(
  structure: RecordStructureDescription,
  member: RecordMemberDescription,
  all: ReadonlyArray<RecordStructureDescription>,
): Page {
  const { name, since, required, undocumented, meaning, page, shape } = member
  const title = titleOf(structure.name, name)
  const inside = all.find((other) => other.name === shape)
  const facts = [
    `member of: [${structure.name}](../3-record.md#${structure.name.toLowerCase()})`,
    `type: ${typeCell(member, '../3-record.md')}`,
    `since: ${since === undefined ? 'AWS names no version' : `eventVersion ${since}`}`,
    `presence: ${required ? 'always there' : 'may be absent or null'}`,
    undocumented ? 'On no AWS page; seen in records' : `[AWS page](${page})`,
  ]
  const shown = structure.name === CALL ? example(name) : undefined
  const content = [
    `---\ntitle: ${title}\nkind: field\n---`,
    `# ${title}`,
    meaning,
    facts.map((fact) => `- ${fact}`).join('\n'),
    ...(shown === undefined ? [] : ['## Example', `\`\`\`json\n${shown}\n\`\`\``]),
    ...(inside === undefined ? [] : [`## ${inside.name}`, inside.meaning, table(inside, '../', '../3-record.md')]),
  ].join('\n\n')
  return { title, file: fileOf(structure.name, name), text: content }
}

/** Returns the field in an example record that has it. */
function example(name: string): string | undefined {
  for (const record of [
    exampleOf('CreateTable'),
    exampleOf('DeleteTable', { outcome: 'DENIED' }),
    exampleOf('GetTable', { identity: 'AWSAccount' }),
  ]) {
    const value: unknown = Object.entries(record).find(([key]) => key === name)?.[1]
    if (value !== undefined && value !== null) return JSON.stringify({ [name]: value }, undefined, 2)
  }
  return undefined
}
