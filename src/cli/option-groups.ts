/**
 * The options that several commands share, and how their values are parsed.
 *
 * @module
 */
import { type Command, InvalidArgumentError, Option } from 'commander'
import { FILTER_FIELD_NAMES, type FilterFieldName } from '../filter/field-names.js'
import { FILTER_FIELDS, type FieldRow } from './filter-fields.js'
import { withPair } from './help-line.js'
import { type Failure, FORMATS } from './options.js'

export const formatOption = (more: ReadonlyArray<string> = []): Option => {
  const formats = [...FORMATS, ...more]
  return new Option('-f, --format <format>', `${listText(formats)}`).choices(formats)
}

export const listText = (words: ReadonlyArray<string>): string => `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`

/** Adds the options of the input. */
export function withInput(command: Command): Command {
  command
    .optionsGroup('Input:')
    .option('--keys <file>', 'read only these keys of s3://bucket, one per line')
    .option('--record <path>', 'member with the record: result._raw')
  return withPair(
    command,
    new Option('--follow-links', 'also read links that lead out of a folder'),
    new Option('--strict', 'also parse what the filter skips, report damage'),
    'follow links out of a folder; parse all records',
  )
}

export function withWorkers(command: Command): Command {
  return command
    .optionsGroup('Input:')
    .addOption(new Option('--workers <number>', '1 disables threads; default: automatic').argParser(positive))
}

/** Adds the options that compare log files with digests. */
export function withVerify(command: Command): Command {
  command.optionsGroup('Input:')
  return withPair(
    command,
    new Option('--verify', 'compare files with digests'),
    new Option('--verified-only', 'leave out records of files that are not verified'),
    'compare with digests; leave out the unverified',
  )
    .option('--public-keys <file>', 'keys for --verify, as for validate')
    .option('--signatures <file>', 'signatures of a copy, as for validate')
}

/** Adds the options of the filter. */
export function withSelection(command: Command): Command {
  command.optionsGroup("Filter (repeat an option for alternatives; '*' and '?' are wildcards):")
  for (const name of FILTER_FIELD_NAMES) {
    const row: FieldRow = FILTER_FIELDS[name]
    const option = selectionOption(name, row)
    const { pair } = row
    if (pair !== undefined) withPair(command, option, selectionOption(pair.name, FILTER_FIELDS[pair.name]), pair.meaning)
    else if (!PAIRED.has(name)) command.addOption(option)
  }
  return command
}

/** The fields whose option the one before adds. */
const PAIRED: ReadonlySet<FilterFieldName> = /* @__PURE__ */ new Set(
  /* @__PURE__ */ FILTER_FIELD_NAMES.flatMap((name) => (FILTER_FIELDS[name] as FieldRow).pair?.name ?? []),
)

/** Adds the option that leaves out what the filter cannot decide. */
export const withKnownOnly = (command: Command): Command => command.addOption(knownOnly())

/** Adds the options for what the filter cannot decide, for a command that can say why. */
export const withExplain = (command: Command): Command =>
  withPair(
    command,
    knownOnly(),
    new Option('--explain', 'say why the filter cannot decide about a record').conflicts('knownOnly'),
    'leave out what the filter cannot decide; say why',
  )

const knownOnly = (): Option => new Option('--known-only', 'leave out records the filter cannot decide')

function selectionOption(name: FilterFieldName, { takes, value, meaning, choices = [] }: FieldRow): Option {
  const option = new Option(value === undefined ? `--${name}` : `--${name} <${value}>`, meaning)
  if (name === 'reads') option.conflicts('writes')
  if (takes === 'PATTERNS') option.argParser(listed)
  if (takes === 'KINDS') option.choices(choices).argParser(among(choices))
  return option
}

export const failOnOption = (failures: ReadonlyArray<Failure>): Option =>
  new Option('--fail-on <what>', failures.join(', ')).choices(failures).argParser(among(failures)).default([])

export const withColour = (command: Command): Command =>
  withPair(
    command,
    new Option('--color', 'use colors, also without a terminal'),
    new Option('--no-color', 'use no colors'),
    'use colors, also without a terminal; use none',
  )

export const listed = (value: string, before: ReadonlyArray<string> = []): ReadonlyArray<string> => [...before, value]

export const separated = (value: string, before: ReadonlyArray<string> = []): ReadonlyArray<string> => [
  ...before,
  ...value.split(',').flatMap((name) => name.trim() || []),
]

const among =
  (choices: ReadonlyArray<string>) =>
  (value: string, before: ReadonlyArray<string> = []): ReadonlyArray<string> => {
    if (!choices.includes(value)) throw new InvalidArgumentError(`Allowed choices are ${choices.join(', ')}.`)
    return [...before, value]
  }

const DIGITS = /^\d+$/

export function positive(value: string): number {
  const number = DIGITS.test(value) ? Number(value) : 0
  if (!Number.isSafeInteger(number) || number < 1) throw new InvalidArgumentError('It must be a whole number, at least 1.')
  return number
}
