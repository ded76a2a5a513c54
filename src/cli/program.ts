/**
 * The command line: its commands, options and help. What they do is loaded when one of them runs.
 *
 * @module
 */
import { Argument, type Command, InvalidArgumentError, Option } from 'commander'
import { newCommand } from './usage.js'

/** The forms in which `decode` writes records. */
export const FORMATS = ['table', 'ndjson', 'json', 'csv'] as const

/** The forms in which `describe` writes. */
export const DESCRIPTIONS = ['text', 'markdown', 'json'] as const

/** What `--fail-on` takes. */
export const FAILURES = ['nonconforming', 'broken', 'denied'] as const

/** What `--via` takes. The list of the filter would bring all of the insights with it, also where only help is asked for. */
export const VIAS = [
  'athena',
  'glue-job',
  'crawler',
  'emr',
  'redshift',
  'lake-formation',
  'console',
  'cli',
  'sdk',
  'terraform',
  'cloudformation',
  'service',
  'unknown',
] as const

export type Format = (typeof FORMATS)[number]
/** What is written into a folder instead. */
export const PARQUET = 'parquet'
export type Failure = (typeof FAILURES)[number]

/** The options of every command that writes. */
export interface WritingOptions {
  readonly color?: boolean
  readonly keys?: string
}

/** The options of every command that reads log files. */
export interface ReadingOptions extends WritingOptions {
  readonly strict?: boolean
}

/** The options that say which records are meant, as they are typed. */
export interface FilterOptions {
  readonly from?: string
  readonly to?: string
  readonly api?: ReadonlyArray<string>
  readonly source?: ReadonlyArray<string>
  readonly account?: ReadonlyArray<string>
  readonly region?: ReadonlyArray<string>
  readonly errors?: boolean
  readonly reads?: boolean
  readonly writes?: boolean
  readonly actor?: ReadonlyArray<string>
  readonly resource?: ReadonlyArray<string>
  readonly denied?: boolean
  readonly exposed?: boolean
  readonly via?: ReadonlyArray<string>
}

/** The options of `decode`. */
export interface DecodeCommandOptions extends FilterOptions, ReadingOptions {
  readonly format?: Format | typeof PARQUET | undefined
  readonly out?: string
  readonly stream?: boolean
  readonly limit?: number
  readonly knownOnly?: boolean
  readonly redact?: boolean
  readonly workers?: number
  readonly failOn: ReadonlyArray<Failure>
}

/** The options of `decode` where it writes text. */
export interface TextCommandOptions extends DecodeCommandOptions {
  readonly format?: Format | undefined
}

/** The options of `history`. */
export interface HistoryCommandOptions extends ReadingOptions {
  readonly format?: Format
  readonly redact?: boolean
}

/** The options of `summary`. */
export interface SummaryCommandOptions extends FilterOptions, ReadingOptions {
  readonly top: number
  readonly json?: boolean
  readonly knownOnly?: boolean
  readonly workers?: number
}

/** The options of `describe`. */
export interface DescribeCommandOptions extends WritingOptions {
  readonly format?: (typeof DESCRIPTIONS)[number]
  readonly json?: boolean
  readonly all?: boolean
}

/** The options of `table`. */
export interface TableCommandOptions {
  readonly athena?: boolean
  readonly spark?: boolean
  readonly duckdb?: boolean
  readonly table: string
  readonly location: string
}

/** The word for the record around every call, where the name of an API may stand; no API is called so. */
export const RECORD = 'record'

/** The shells that there are completions for. */
const SHELLS = ['bash', 'zsh', 'fish'] as const

/** What the commands do. The command itself comes along, for saying what is wrong with its usage. */
export interface Actions {
  readonly decode: (paths: ReadonlyArray<string>, options: DecodeCommandOptions, command: Command) => Promise<void>
  readonly history: (table: string, paths: ReadonlyArray<string>, options: HistoryCommandOptions, command: Command) => Promise<void>
  readonly summary: (paths: ReadonlyArray<string>, options: SummaryCommandOptions, command: Command) => Promise<void>
  readonly describe: (names: ReadonlyArray<string>, options: DescribeCommandOptions, command: Command) => Promise<void>
  readonly table: (options: TableCommandOptions, command: Command) => Promise<void>
  readonly complete: (shell: string) => Promise<void>
}

/** The program, its commands running these actions. */
export function programWith(actions: Actions, version: string): Command {
  return programToComplete(actions, version).addCommand(completeCommand(actions))
}

/** The program but for its command `complete`, which the library that completes it adds itself. */
export function programToComplete(actions: Actions, version: string): Command {
  const program = newCommand('glue-trail')
    .description('Reads CloudTrail log files and shows who did what in AWS Glue.')
    .version(version, '-V, --version', 'the version')
    .helpCommand('help [command]', 'the help of a command')
    .addHelpText(
      'after',
      examples([
        'glue-trail decode examples/trail',
        'glue-trail history finance.ledger examples/trail',
        'glue-trail summary examples/trail',
        'glue-trail describe UpdateTable',
        'glue-trail decode --help',
      ]),
    )
  for (const command of [decodeCommand, historyCommand, summaryCommand, describeCommand, tableCommand]) program.addCommand(command(actions))
  return program
}

const PATHS = 'log files and folders, gzipped or not; s3://bucket is a trail in S3, - standard input'

const KEYS = ['--keys <file>', 'the keys in s3://bucket to read, one a line, in place of all'] as const

const formatOption = (): Option => new Option('-f, --format <form>', 'a table on a terminal, else ndjson').choices(FORMATS)

const strictOption = (): Option =>
  new Option('--strict', 'parse the records too that the filter passes over, and say what is broken in them')

const workersOption = (): Option =>
  new Option('--workers <number>', 'how many threads read files; 1 is none, else as many as pay').argParser(positive)

function decodeCommand(actions: Actions): Command {
  const command = newCommand('decode')
    .description('Shows the calls in log files, folders of them, or standard input.')
    .argument('<path...>', PATHS)
    .option(...KEYS)
    .addOption(new Option('-f, --format <form>', 'a table on a terminal, else ndjson').choices([...FORMATS, PARQUET]))
    .option('-o, --out <folder>', 'where parquet is written: account=/region=/day=')
    .option('--stream', 'standard input line by line, each a record or a log file; ndjson')
    .option('-n, --limit <number>', 'stop after this many records', positive)
  withFilter(command)
    .option('--redact', 'with a mark in place of what is or may be secret')
    .option('--known-only', 'without the records of which the filter cannot tell')
    .addOption(strictOption())
    .addOption(workersOption())
    .addOption(
      new Option('--fail-on <what>', 'exit with 1 where a record shown is so; repeatable')
        .choices(FAILURES)
        .argParser(among(FAILURES))
        .default([], 'broken'),
    )
  return withColour(command)
    .addHelpText(
      'after',
      examples([
        'glue-trail decode examples/trail',
        "glue-trail decode examples/trail --api 'Delete*' --api 'BatchDelete*' --format csv",
        'glue-trail decode examples/trail --from 2024-05-14T09:00 --to 2024-05-14T12:00 --writes',
        'glue-trail decode examples/trail --errors --format json',
        "glue-trail decode examples/trail --resource 'finance.*' --denied",
        "glue-trail decode examples/trail --source '*' --limit 20",
        'glue-trail decode examples/trail --format parquet --out archive',
        'glue-trail decode examples/trail | grep -v airflow | glue-trail decode - --format table',
      ]),
    )
    .action((paths: ReadonlyArray<string>, options: DecodeCommandOptions) => actions.decode(paths, options, command))
}

function historyCommand(actions: Actions): Command {
  const command = newCommand('history')
    .description('Says what became of a table: who created, changed and dropped it.')
    .argument('<table>', 'database.table, or the ARN of one')
    .argument('<path...>', PATHS)
    .option(...KEYS)
    .addOption(formatOption())
    .option('--redact', 'with a mark in place of what is or may be secret')
    .addOption(strictOption())
  return withColour(command)
    .addHelpText(
      'after',
      examples(['glue-trail history finance.ledger examples/trail', 'glue-trail history finance.ledger examples/trail --format json']),
    )
    .action((table: string, paths: ReadonlyArray<string>, options: HistoryCommandOptions) =>
      actions.history(table, paths, options, command),
    )
}

function summaryCommand(actions: Actions): Command {
  const command = newCommand('summary')
    .description('Says who is busy, with what, on what, what fails, and when.')
    .argument('<path...>', PATHS)
    .option(...KEYS)
    .addOption(new Option('--top <number>', 'how many of each are named').argParser(positive).default(10))
    .option('--json', 'as JSON')
  withFilter(command)
    .option('--known-only', 'without the records of which the filter cannot tell')
    .addOption(strictOption())
    .addOption(workersOption())
  return withColour(command)
    .addHelpText('after', examples(['glue-trail summary examples/trail', "glue-trail summary examples/trail --source '*' --errors --json"]))
    .action((paths: ReadonlyArray<string>, options: SummaryCommandOptions) => actions.summary(paths, options, command))
}

function describeCommand(actions: Actions): Command {
  const command = newCommand('describe')
    .description('Says what is known of APIs, or of the record around every call.')
    .argument('[api...]', 'names of APIs such as UpdateTable, or record')
    .option('--all', 'all APIs')
    .addOption(new Option('-f, --format <form>', 'text unless given').choices(DESCRIPTIONS))
    .addOption(new Option('--json', 'the same as --format json').conflicts('format'))
  return withColour(command)
    .addHelpText(
      'after',
      examples([
        'glue-trail describe UpdateTable',
        'glue-trail describe CreateJob StartJobRun --format markdown',
        'glue-trail describe --all --format json',
        'glue-trail describe record',
      ]),
    )
    .action((names: ReadonlyArray<string>, options: DescribeCommandOptions) => actions.describe(names, options, command))
}

function tableCommand(actions: Actions): Command {
  const command = newCommand('table')
    .description('Prints the table that an engine makes of written parquet.')
    .option('--athena', 'for Amazon Athena')
    .option('--spark', 'for Apache Spark')
    .option('--duckdb', 'for DuckDB')
    .addOption(new Option('--table <name>', 'what the table is called').default('cloudtrail'))
    .addOption(new Option('--location <folder>', 'the folder: a path or s3://bucket/prefix').default('archive'))
  return command
    .addHelpText(
      'after',
      examples([
        'glue-trail table --duckdb --location archive',
        'glue-trail table --athena --table audit.cloudtrail --location s3://my-archive/cloudtrail/',
      ]),
    )
    .action((options: TableCommandOptions) => actions.table(options, command))
}

function completeCommand(actions: Actions): Command {
  return newCommand('complete')
    .description('Prints the script by which a shell completes this command.')
    .addArgument(new Argument('<shell>', 'the shell').choices(SHELLS))
    .addHelpText(
      'after',
      '\nOnce, for the shell that you use:\n' +
        "  echo 'source <(glue-trail complete bash)' >> ~/.bashrc   # needs the package bash-completion\n" +
        "  echo 'source <(glue-trail complete zsh)' >> ~/.zshrc     # behind compinit\n" +
        '  glue-trail complete fish > ~/.config/fish/completions/glue-trail.fish\n',
    )
    .action((shell: string) => actions.complete(shell))
}

function withFilter(command: Command): Command {
  return command
    .option('--from <time>', 'from this time on: 2024-05-14, 2024-05-14T09:30, 24h or 7d ago; UTC')
    .option('--to <time>', 'before this time')
    .option('--api <name>', "calls of this API; 'Delete*' is all that begin so; repeatable", listed)
    .option('--source <service>', "calls of this service, Glue unless given; '*' is all; repeatable", listed)
    .option('--actor <name>', 'calls by this user, role, session, role/session or ARN; repeatable', listed)
    .option('--resource <name>', 'calls on this resource: db.table, a name or an ARN; repeatable', listed)
    .option('--account <id>', 'calls of this account; repeatable', listed)
    .option('--region <name>', 'calls in this region; repeatable', listed)
    .option('--errors', 'calls that failed, denied ones included')
    .option('--denied', 'calls that failed for lack of permission')
    .option('--exposed', 'calls whose record shows a secret')
    .addOption(new Option('--via <kind>', 'calls through this engine or client; repeatable').choices(VIAS).argParser(among(VIAS)))
    .addOption(new Option('--reads', 'calls that only read').conflicts('writes'))
    .option('--writes', 'calls that may change something')
}

const withColour = (command: Command): Command =>
  command.option('--color', 'colours, also where there is no terminal').option('--no-color', 'no colours')

const examples = (lines: ReadonlyArray<string>): string => `\nExamples:\n${lines.map((line) => `  ${line}\n`).join('')}`

const listed = (value: string, before: ReadonlyArray<string> = []): ReadonlyArray<string> => [...before, value]

const among =
  (choices: ReadonlyArray<string>) =>
  (value: string, before: ReadonlyArray<string> = []): ReadonlyArray<string> => {
    if (!choices.includes(value)) throw new InvalidArgumentError(`Allowed choices are ${choices.join(', ')}.`)
    return [...before, value]
  }

function positive(value: string): number {
  const number = Number(value)
  if (!Number.isSafeInteger(number) || number < 1) throw new InvalidArgumentError('It must be a whole number, 1 at least.')
  return number
}
