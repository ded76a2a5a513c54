/**
 * The options that several commands share, and how their values are parsed.
 *
 * @module
 */
import { type Command, InvalidArgumentError, Option } from 'commander'
import { FILTER_FIELD_NAMES, type FilterFieldName } from '../filter/field-names.js'
import { FILTER_FIELDS, type FieldRow } from './filter-fields.js'
import { type Failure, FORMATS } from './options.js'

export const formatOption = (more: ReadonlyArray<string> = []): Option => {
  const formats = [...FORMATS, ...more]
  return new Option('-f, --format <format>', `${listText(formats)}`).choices(formats)
}

export const listText = (words: ReadonlyArray<string>): string => `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`

/** Adds the options of the input. What a path is names the one that the help leaves out. */
export function withInput(command: Command): Command {
  return command
    .optionsGroup('Input:')
    .option('--keys <file>', 'read only these keys of s3://bucket, one per line')
    .option('--strict', 'also parse records the filter skips, and report damage')
    .option('--record <path>', 'member with the record: result._raw')
    .addOption(new Option('--follow-links', 'also links that lead out of a folder').hideHelp())
}

export function withWorkers(command: Command): Command {
  return command
    .optionsGroup('Input:')
    .addOption(new Option('--workers <number>', '1 disables threads; default: automatic').argParser(positive))
}

/**
 * Adds the options that compare log files with digests. The help of one names two others, so that all of it fits on a
 * screen.
 */
export function withVerify(command: Command): Command {
  return command
    .addOption(new Option('--verified-only', 'leave out records of files that are not verified').hideHelp())
    .optionsGroup('Input:')
    .option('--verify', 'by digests; --verified-only, --public-keys, ...')
    .addOption(new Option('--public-keys <file>', 'keys, as for validate; default for s3://: ask CloudTrail').hideHelp())
    .addOption(new Option('--signatures <file>', 'signatures of a copy, as for validate').hideHelp())
}

/** Adds the options of the filter. */
export function withSelection(command: Command, undecided = 'leave out records the filter cannot decide'): Command {
  command.optionsGroup("Filter (repeat an option for alternatives; '*' and '?' are wildcards):")
  for (const name of FILTER_FIELD_NAMES) command.addOption(selectionOption(name, FILTER_FIELDS[name]))
  return command.option('--known-only', undecided)
}

function selectionOption(name: FilterFieldName, { takes, value, meaning, choices = [] }: FieldRow): Option {
  const option = new Option(value === undefined ? `--${name}` : `--${name} <${value}>`, meaning)
  if (name === 'reads') option.conflicts('writes')
  if (takes === 'PATTERNS') option.argParser(listed)
  if (takes === 'KINDS') option.choices(choices).argParser(among(choices))
  return option
}

export const failOnOption = (failures: ReadonlyArray<Failure>): Option =>
  new Option('--fail-on <what>', `exit 1 on ${failures.join(', ')}`).choices(failures).argParser(among(failures)).default([])

export const withColour = (command: Command): Command =>
  command
    .option('--color', 'use colors, also without a terminal; --no-color: none')
    .addOption(new Option('--no-color', 'use no colors').hideHelp())

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
