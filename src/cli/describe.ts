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
import { OK } from './exit-code.js'
import { nearMiss } from './near-miss.js'
import { type DescribeCommandOptions, RECORD } from './program.js'
import { type Streams, screenOf } from './screen.js'

const WIDTH = 100

/** A description: as data, and written for people. */
interface Description {
  readonly data: unknown
  readonly written: (form: DescriptionForm, width: number) => string
}

/** Runs the command and answers its exit status. Nothing is written where one of the names is not known. */
export async function describe(
  names: ReadonlyArray<string>,
  { format, json, all, color }: DescribeCommandOptions,
  command: Command,
  streams: Streams,
): Promise<number> {
  if (all && names.length > 0) return command.error('error: --all are all APIs: name none beside it')
  if (!all && names.length === 0) return command.error('error: name an API, or record, or ask for --all')
  const descriptions: Array<Description> = []
  for (const name of all ? GLUE_APIS : names) {
    const description = descriptionOf(name)
    if (description === undefined) {
      const candidates = [...GLUE_APIS, ...NAME_ONLY_APIS, RECORD]
      return command.error(`error: no API of Glue is known as ${name}\n${nearMiss(name, candidates)}`.trimEnd())
    }
    descriptions.push(description)
  }
  const screen = await screenOf(streams, 0, color)
  const width = screen.isTerminal ? screen.width : WIDTH
  const written = (form: DescriptionForm): string => descriptions.map((description) => description.written(form, width)).join('\n\n')
  if (json || format === 'json') await screen.write(`${JSON.stringify(dataOf(descriptions, all), undefined, 2)}\n`)
  else if (format === 'markdown') await screen.write(`${written('markdown')}\n`)
  else await screen.write(`${written('text').replace(/^\S.*$/gm, screen.colours.bold)}\n`)
  return OK
}

/** One name is answered by what is known of it, several and all by a list. */
function dataOf(descriptions: ReadonlyArray<Description>, all = false): unknown {
  const data = descriptions.map((description) => description.data)
  return all || data.length > 1 ? data : data[0]
}

const NAME_ONLY = 'An action that IAM knows and no API has, such as the console calls: nothing is known of its parameters.'

function descriptionOf(name: string): Description | undefined {
  if (name === RECORD) {
    const data = describeRecord()
    return { data, written: (form, width) => formatRecord(data, form, { width }) }
  }
  const api = describeApi(name)
  if (api !== undefined) return { data: api, written: (form, width) => formatApi(api, form, { width }) }
  if (!NAME_ONLY_APIS.includes(name)) return undefined
  const accessLevel = accessLevelOf(name)
  return {
    data: { name, accessLevel },
    written: (form) =>
      form === 'markdown'
        ? `# ${name}\n\n- access level: ${accessLevel ?? 'not known'}\n\n${NAME_ONLY}`
        : `${name}\n\naccess level  ${accessLevel ?? 'not known'}\n\n${NAME_ONLY}`,
  }
}
