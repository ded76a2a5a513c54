/**
 * The columns that `--columns` takes: those of every archive, and labels for people.
 *
 * @module
 */
import type { Command } from 'commander'
import { type Answers, answersOf } from '../archive/answers.js'
import type { ArchiveColumn, RowResource } from '../archive/column.js'
import { COLUMNS, COMPUTED } from '../archive/columns.js'
import { cellFrom } from '../archive/row.js'
import { apiLabel } from '../filter/api-label.js'
import { actorOf } from '../insight/actor.js'
import { actorLabel, resourcesLabel, serviceLabel } from '../insight/label.js'
import { resourcesOf } from '../insight/resources.js'
import { stringAt } from '../insight/string-at.js'
import { viaOf } from '../insight/via.js'
import type { Cell } from './csv-line.js'
import { nearMiss } from './near-miss.js'
import { withoutSpaceIn } from './one-line.js'
import type { Shown } from './shown.js'
import { wrapped } from './width.js'

/** A column of people's words, made by a function of the library. */
interface Label {
  readonly meaning: string
  readonly of: (record: unknown) => string
}

const LABELS: Readonly<Record<string, Label>> = {
  time: {
    meaning: 'Time of the call; of an aggregated record the start of its window.',
    of: (record) => stringAt(record, 'eventTime') ?? stringAt(record, 'timeWindow', 'windowStart') ?? '',
  },
  actor: { meaning: 'Caller: a user, a service, or role/session.', of: (record) => actorLabel(actorOf(record)) },
  api: { meaning: 'API, after the service where that is not Glue.', of: apiLabel },
  resource: { meaning: 'First resource of the call, and how many follow.', of: (record) => resourcesLabel(resourcesOf(record)) },
  via: {
    meaning: 'What the call was made through, such as athena.',
    of: (record) => viaOf(record).kind.toLowerCase().replaceAll('_', '-'),
  },
  address: { meaning: 'Address or service that called.', of: (record) => serviceLabel(stringAt(record, 'sourceIPAddress') ?? '') },
}

/** The names of all columns. */
const COLUMN_NAMES: ReadonlyArray<string> = [...Object.keys(LABELS), ...COLUMNS.map(({ name }) => name)]

/** Returns the names and meanings of all columns, for people; the last line ends with a line break. */
export function columnList(width: number): string {
  const all = [...Object.entries(LABELS).map(([name, { meaning }]) => ({ name, meaning })), ...COLUMNS]
  const indent = Math.max(...all.map(({ name }) => name.length)) + 2
  return all
    .flatMap(({ name, meaning }) =>
      wrapped(meaning.replaceAll('`', ''), Math.max(width - indent, 20)).map(
        (line, i) => `${(i === 0 ? name : '').padEnd(indent)}${line}\n`,
      ),
    )
    .join('')
}

/** The names of the columns of CSV where none are given. */
export const ARCHIVE_NAMES: ReadonlyArray<string> = COLUMNS.map(({ name }) => name)

/** Returns the names, or ends the command where one is not a column. */
export function columnsIn(names: ReadonlyArray<string> | undefined, command: Command): ReadonlyArray<string> | undefined {
  if (names?.length === 0) return command.error("error: '--columns' needs names, such as time,actor,api")
  const unknown = names?.find((name) => !COLUMN_NAMES.includes(name))
  if (unknown === undefined) return names
  const near = nearMiss(unknown, COLUMN_NAMES)
  return command.error(`error: no column is named '${unknown}'${near === '' ? '; glue-trail table lists them' : `\n${near}`}`)
}

const ARCHIVE: ReadonlyMap<string, (typeof COMPUTED)[number]> = new Map(COMPUTED.map((column) => [column.name, column]))

/**
 * Yields the cells of a record for columns of these names, not escaped. Each is made when it is asked for: several of a
 * record may be as long as the record.
 */
export function* cellsOf(shown: Shown, names: ReadonlyArray<string>): Generator<Cell, void, undefined> {
  let answers: Answers | undefined
  for (const name of names) {
    const column = ARCHIVE.get(name)
    if (column === undefined) yield LABELS[name]?.of(shown.record) ?? ''
    else {
      answers ??= answersOf(shown)
      yield archiveCell(column.type, cellFrom(answers, column), answers.outcome?.kind)
    }
  }
}

function archiveCell(type: ArchiveColumn['type'], cell: unknown, outcome: unknown): Cell {
  if (cell == null) return ''
  switch (type) {
    case 'resources':
      return (cell as ReadonlyArray<RowResource>).map((each) => resourceCell(each, outcome)).join('; ')
    case 'json':
      return { json: withoutSpaceIn(cell as string) }
    default:
      return String(cell)
  }
}

/** Returns the ARN or name, and the outcome where it is not that of the call. */
function resourceCell({ type, name, within, arn, outcome }: RowResource, ofCall: unknown): string {
  const named = arn ?? ([within, name].filter((part) => part !== null).join('.') || type)
  return outcome === ofCall ? named : `${named} ${outcome}`
}
