/**
 * The command `describe`: what is known of APIs, or of the record around every call.
 *
 * @module
 */
import type { Command } from 'commander'
import { describeApi } from '../describe/describe-api.js'
import { describeRecord } from '../describe/describe-record.js'
import { formatApi } from '../describe/format-api.js'
import { formatRecord } from '../describe/format-record.js'
import type { DescriptionForm } from '../describe/sheet.js'
import { accessLevelOf } from '../event/registry.js'
import { GLUE_APIS, NAME_ONLY_APIS } from '../generated/registry.js'
import { type CsvColumns, dataText } from './data-text.js'
import { OK } from './exit-code.js'
import { respelled } from './filter-options.js'
import { nearMiss } from './near-miss.js'
import { type DescribeCommandOptions, RECORD } from './options.js'
import { type Streams, screenOf } from './screen.js'

const WIDTH = 100

/** A description: as data, and written for people. */
interface Description {
  readonly data: unknown
  readonly members: ReadonlyArray<Member>
  readonly written: (form: DescriptionForm, width: number) => string
}

/** A member as a line of CSV. */
interface Member {
  readonly of: string
  /** The payload, structure or identity that has the member. */
  readonly structure: string
  readonly name: string
  readonly type: string
}

const COLUMNS: CsvColumns<Member> = {
  of: ({ of }) => of,
  structure: ({ structure }) => structure,
  name: ({ name }) => name,
  type: ({ type }) => type,
}

/** Runs the command and returns its exit status. Nothing is written where one of the names is unknown. */
export async function describe(
  names: ReadonlyArray<string>,
  { format = 'table', all, color }: DescribeCommandOptions,
  command: Command,
  streams: Streams,
): Promise<number> {
  if (all && names.length > 0) return command.error('error: --all is every API: name no API beside it')
  if (!all && names.length === 0) return command.error(`error: name an API or ${RECORD}, or use --all`)
  const descriptions: Array<Description> = []
  for (const name of all ? GLUE_APIS : names) {
    const description = descriptionOf(name) ?? descriptionOf(respelled(name))
    if (description === undefined) {
      const candidates = [...GLUE_APIS, ...NAME_ONLY_APIS, RECORD]
      return command.error(`error: no known Glue API: ${name}\n${nearMiss(name, candidates)}`.trimEnd())
    }
    descriptions.push(description)
  }
  const screen = await screenOf(streams, 0, color)
  const width = screen.isTerminal ? screen.width : WIDTH
  const written = (form: DescriptionForm): string => descriptions.map((description) => description.written(form, width)).join('\n\n')
  const data = descriptions.map((description) => description.data)
  switch (format) {
    case 'table':
      await screen.write(`${written('text').replace(/^\S.*$/gm, screen.colours.bold)}\n`)
      break
    case 'markdown':
      await screen.write(`${written('markdown')}\n`)
      break
    case 'json':
      // One name gives an object, several and --all a list.
      await screen.write(`${JSON.stringify(all || data.length > 1 ? data : data[0], undefined, 2)}\n`)
      break
    case 'ndjson':
      await screen.write(dataText(data, format, {}))
      break
    case 'csv':
      await screen.write(
        dataText(
          descriptions.flatMap(({ members }) => members),
          format,
          COLUMNS,
        ),
      )
  }
  return OK
}

const NAME_ONLY = 'An action that IAM has and no API model, such as calls of the console: its parameters are unknown.'

function descriptionOf(name: string): Description | undefined {
  if (name === RECORD) {
    const data = describeRecord()
    const { records, structures } = data
    const members = [...records, ...structures].flatMap((each) => membersOf(RECORD, each.name, each.members))
    return { data, members, written: (form, width) => formatRecord(data, form, { width }) }
  }
  const api = describeApi(name)
  if (api !== undefined) {
    const { request, response, shapes } = api
    const members = [
      ...membersOf(name, 'requestParameters', request),
      ...membersOf(name, 'responseElements', response),
      ...shapes.flatMap((shape) => membersOf(name, shape.name, shape.members)),
    ]
    return { data: api, members, written: (form, width) => formatApi(api, form, { width }) }
  }
  if (!NAME_ONLY_APIS.includes(name)) return undefined
  const accessLevel = accessLevelOf(name)
  return {
    data: { name, accessLevel },
    members: [],
    written: (form) =>
      form === 'markdown'
        ? `# ${name}\n\n- access level: ${accessLevel ?? 'unknown'}\n\n${NAME_ONLY}`
        : `${name}\n\naccess level  ${accessLevel ?? 'unknown'}\n\n${NAME_ONLY}`,
  }
}

const membersOf = (of: string, structure: string, members: ReadonlyArray<Pick<Member, 'name' | 'type'>>): ReadonlyArray<Member> =>
  members.map(({ name, type }) => ({ of, structure, name, type }))
