/**
 * The command `describe`: what is known of an API, or of the record around every call.
 *
 * @module
 */
import type { Command } from 'commander'
import { accessLevelOf } from '../event/registry.js'
import { GLUE_APIS, NAME_ONLY_APIS } from '../generated/registry.js'
import { describeApi } from '../schema/describe-api.js'
import { describeRecord } from '../schema/describe-record.js'
import { formatApi } from '../schema/format-api.js'
import { formatRecord } from '../schema/format-record.js'
import { OK } from './exit-code.js'
import { nearMiss } from './near-miss.js'
import { type DescribeCommandOptions, RECORD } from './program.js'
import { type Streams, screenOf } from './screen.js'

const WIDTH = 100

/** A description: as data, and as text of a width. */
interface Description {
  readonly data: unknown
  readonly text: (width: number) => string
}

/** Runs the command and answers its exit status. */
export async function describe(name: string, { json, color }: DescribeCommandOptions, command: Command, streams: Streams): Promise<number> {
  const description = descriptionOf(name)
  if (description === undefined) {
    const candidates = [...GLUE_APIS, ...NAME_ONLY_APIS, RECORD]
    return command.error(`error: no API of Glue is known as ${name}\n${nearMiss(name, candidates)}`.trimEnd())
  }
  const screen = await screenOf(streams, 0, color)
  if (json) await screen.write(`${JSON.stringify(description.data, undefined, 2)}\n`)
  else await screen.write(`${description.text(screen.isTerminal ? screen.width : WIDTH).replace(/^\S.*$/gm, screen.colours.bold)}\n`)
  return OK
}

function descriptionOf(name: string): Description | undefined {
  if (name === RECORD) {
    const data = describeRecord()
    return { data, text: (width) => formatRecord(data, 'text', { width }) }
  }
  const api = describeApi(name)
  if (api !== undefined) return { data: api, text: (width) => formatApi(api, 'text', { width }) }
  if (!NAME_ONLY_APIS.includes(name)) return undefined
  const accessLevel = accessLevelOf(name)
  return {
    data: { name, accessLevel },
    text: () =>
      `${name}\n\naccess level  ${accessLevel ?? 'not known'}\n\nAn action that IAM knows and no API has, such as the console calls: nothing is known of its parameters.`,
  }
}
