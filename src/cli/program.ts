/**
 * The command line: its commands and their help. What they do is loaded when one of them runs.
 *
 * @module
 */
import { Argument, type Command, Option } from 'commander'
import { TARGETS } from '../schema/dialect.js'
import { withPair } from './help-line.js'
import { nearMiss } from './near-miss.js'
import {
  failOnOption,
  formatOption,
  listed,
  listText,
  positive,
  separated,
  withColour,
  withExplain,
  withInput,
  withKnownOnly,
  withSelection,
  withVerify,
  withWorkers,
} from './option-groups.js'
import {
  ANY,
  DEMO,
  type DecodeCommandOptions,
  type DescribeCommandOptions,
  FAILURES,
  type HistoryCommandOptions,
  MARKDOWN,
  PARQUET,
  RECORD,
  REPORTS,
  type SchemaCommandOptions,
  type SummaryCommandOptions,
  type TableCommandOptions,
  type ValidateCommandOptions,
  type WritingOptions,
} from './options.js'
import { newCommand } from './usage.js'

/** The shells with completions. */
const SHELLS = ['bash', 'zsh', 'fish'] as const

/** What the commands do. The command itself is passed too, to report wrong usage. */
export interface Actions {
  readonly decode: (paths: ReadonlyArray<string>, options: DecodeCommandOptions, command: Command) => Promise<void>
  readonly history: (table: string, paths: ReadonlyArray<string>, options: HistoryCommandOptions, command: Command) => Promise<void>
  readonly summary: (paths: ReadonlyArray<string>, options: SummaryCommandOptions, command: Command) => Promise<void>
  readonly describe: (names: ReadonlyArray<string>, options: DescribeCommandOptions, command: Command) => Promise<void>
  readonly schema: (names: ReadonlyArray<string>, options: SchemaCommandOptions, command: Command) => Promise<void>
  readonly table: (options: TableCommandOptions, command: Command) => Promise<void>
  readonly demo: (folder: string, options: WritingOptions, command: Command) => Promise<void>
  readonly validate: (paths: ReadonlyArray<string>, options: ValidateCommandOptions, command: Command) => Promise<void>
  readonly complete: (shell: string) => Promise<void>
}

/** Returns the program; its commands run these actions. */
export function programWith(actions: Actions, version: string): Command {
  return programToComplete(actions, version).addCommand(completeCommand(actions))
}

/** Returns the program without its command `complete`, which the library for completions adds itself. */
export function programToComplete(actions: Actions, version: string): Command {
  const program = newCommand('glue-trail')
    .description('Reads CloudTrail log files and shows who did what in AWS Glue.')
    .optionsGroup('Output:')
    .version(version, '-V, --version', 'print the version')
    .addHelpText('after', examples(['glue-trail demo', `glue-trail decode ${DEMO}`, 'glue-trail decode --help']))
  const commands = [
    decodeCommand,
    historyCommand,
    summaryCommand,
    describeCommand,
    schemaCommand,
    tableCommand,
    validateCommand,
    demoCommand,
  ]
  for (const command of commands) program.addCommand(command(actions))
  return program.addCommand(helpCommand())
}

const PATHS = 'files, folders, s3://bucket, - (stdin)'

function decodeCommand(actions: Actions): Command {
  const command = newCommand('decode')
    .summary('Shows the calls in log files.')
    .description(`Shows the calls in log files: ${PATHS}.`)
    .argument('<path...>')
  withInput(command).option('--stream', 'read lines from stdin, write ndjson at once')
  withExplain(withSelection(withVerify(withWorkers(command))))
  command
    .optionsGroup('Output:')
    .addOption(formatOption([PARQUET]))
    .option('--columns <names>', 'of table and csv; glue-trail table lists them', separated)
    .option('-o, --out <folder>', 'folder for parquet: account=/region=/day=')
    .option('-n, --limit <number>', 'stop after this many', positive)
  withPair(
    command,
    new Option('--unique', 'leave out records that were delivered before'),
    new Option('--redact', 'replace secrets and what may be a secret'),
    'leave out repeated records; replace secrets',
  ).addOption(failOnOption(FAILURES))
  return withColour(command)
    .addHelpText(
      'after',
      examples([
        `glue-trail decode ${DEMO} --writes --from 2024-05-14T09:00`,
        `glue-trail decode ${DEMO} --api 'Delete*' --columns time,actor,api`,
        `glue-trail decode ${DEMO} --source '*' --denied --format csv`,
      ]),
    )
    .action(actions.decode)
}

function historyCommand(actions: Actions): Command {
  const command = newCommand('history')
    .description('Shows who created, changed and dropped a table.')
    .argument('<table>', 'database.table, or the ARN of a table')
    .argument('<path...>', PATHS)
  withInput(command)
  command
    .optionsGroup('Output:')
    .addOption(formatOption())
    .option('--known-only', 'leave out calls that may be about another table')
    .option('--redact', 'replace secrets and what may be a secret')
  return withColour(command)
    .addHelpText(
      'after',
      examples([
        `glue-trail history finance.ledger ${DEMO}`,
        `glue-trail history sandbox.orders_backup ${DEMO} --known-only`,
        `glue-trail history finance.ledger ${DEMO} --format json`,
      ]),
    )
    .action(actions.history)
}

function summaryCommand(actions: Actions): Command {
  const command = newCommand('summary')
    .summary('Counts actors, APIs, resources, errors, and calls over time.')
    .description(`Counts the calls in log files: ${PATHS}.`)
    .argument('<path...>')
  withInput(command)
  withKnownOnly(withSelection(withVerify(withWorkers(command))))
  command
    .optionsGroup('Output:')
    .addOption(formatOption())
    .addOption(new Option('--top <number>', 'how many names of each kind; default 10').argParser(positive).default(10))
    .addOption(failOnOption(['invalid', 'other']))
  return withColour(command)
    .addHelpText(
      'after',
      examples([
        `glue-trail summary ${DEMO}`,
        `glue-trail summary ${DEMO} --source '*' --errors --top 3`,
        `glue-trail summary ${DEMO} --actor 'airflow*' --format json`,
      ]),
    )
    .action(actions.summary)
}

function describeCommand(actions: Actions): Command {
  const command = newCommand('describe')
    .description('Describes Glue APIs, or the record around every call.')
    .argument('[api...]', `names of APIs, or ${RECORD}`)
    .option('--all', 'describe all APIs')
    .optionsGroup('Output:')
    .addOption(formatOption([MARKDOWN]))
  return withColour(command)
    .addHelpText(
      'after',
      examples([
        'glue-trail describe UpdateTable',
        'glue-trail describe CreateJob StartJobRun --format markdown',
        'glue-trail describe record --format json',
      ]),
    )
    .action(actions.describe)
}

function schemaCommand(actions: Actions): Command {
  return newCommand('schema')
    .description('Prints the JSON Schema of events of Glue APIs.')
    .argument('[api...]', `names of APIs, or ${RECORD}; with --eventbridge also ${ANY}`)
    .option('--all', 'one document for all APIs')
    .addOption(new Option('--target <target>', listText(TARGETS)).choices(TARGETS))
    .addOption(new Option('--openapi', 'an OpenAPI document').conflicts('eventbridge'))
    .option('--eventbridge', 'the schema for the registry of Amazon EventBridge')
    .addHelpText(
      'after',
      examples([
        'glue-trail schema UpdateTable',
        'glue-trail schema CreateJob StartJobRun --openapi',
        'glue-trail schema UpdateTable --eventbridge',
      ]),
    )
    .action(actions.schema)
}

function tableCommand(actions: Actions): Command {
  return newCommand('table')
    .description('Lists the columns of decode, or prints SQL for a table of its Parquet.')
    .option('--athena', 'for Amazon Athena')
    .option('--spark', 'for Apache Spark')
    .option('--duckdb', 'for DuckDB')
    .addOption(new Option('--table <name>', 'name of the table; default cloudtrail').default('cloudtrail'))
    .addOption(new Option('--location <folder>', 'path or s3://bucket/prefix; default archive').default('archive'))
    .addHelpText(
      'after',
      examples([
        'glue-trail table',
        'glue-trail table --duckdb --location /data/archive',
        'glue-trail table --athena --location s3://bucket/archive/',
      ]),
    )
    .action(actions.table)
}

function demoCommand(actions: Actions): Command {
  const command = newCommand('demo')
    .description('Writes a day of example log files and explains them.')
    .argument('[folder]', `the folder; default ${DEMO}`, DEMO)
  return withColour(command)
    .addHelpText('after', examples(['glue-trail demo', `glue-trail decode ${DEMO}`, `glue-trail summary ${DEMO}`]))
    .action(actions.demo)
}

function validateCommand(actions: Actions): Command {
  const command = newCommand('validate')
    .description("Validates log files with CloudTrail's digest files.")
    .argument('<path...>', 'folders with a copy of a trail, or s3://bucket')
    .optionsGroup('Input:')
    .option('--public-keys <file>', 'keys as list-public-keys prints them, PEM or base64; default for s3://: ask CloudTrail')
    .option('--signatures <file>', 'signatures of a copy: NDJSON, or a folder of head-object answers')
    .option('--after <file>', 'continue this earlier report')
    .option('--from <time>', 'delivered at or after this time; default: the first digest of each chain')
    .option('--to <time>', 'delivered before this time; default: now')
    .option('--account <id>', 'only this account; repeatable', listed)
    .option('--region <name>', 'only this region; repeatable', listed)
    .option('--trail <name>', 'only digests of this trail; repeatable', listed)
    .option('--no-logs', 'check digests alone')
    .option('--no-unreferenced', 'do not search for log files that no digest names')
    .option('--follow-bucket <name>', 'follow chains into this bucket; repeatable', listed)
    .addOption(new Option('--workers <number>', 'how many files to read at once; default: 16').argParser(positive))
    .optionsGroup('Output:')
    .addOption(new Option('-f, --format <format>', 'text, json or ndjson; default: text').choices(REPORTS))
    .option('--report <file>', 'write the report as JSON')
    .option('--evidence <folder>', 'write digests, signatures and keys for openssl and sha256sum')
  return withColour(command)
    .addHelpText(
      'after',
      `${examples([
        'glue-trail validate copy --public-keys keys.json',
        'glue-trail validate s3://my-trail --from 2024-05-01 --report may.json',
        'glue-trail validate s3://my-trail --after may.json --evidence june',
      ])}\n\nThey need a trail of your own: the demo has no digests.\nExit status: 0 verified, 1 problems, 2 wrong usage, 3 incomplete.`,
    )
    .action(actions.validate)
}

function completeCommand(actions: Actions): Command {
  return newCommand('complete')
    .description('Prints the script for completions in a shell.')
    .addArgument(new Argument('<shell>', 'the shell').choices(SHELLS))
    .addHelpText(
      'after',
      '\nOnce, for your shell:\n' +
        "  echo 'source <(glue-trail complete bash)' >> ~/.bashrc   # needs the package bash-completion\n" +
        "  echo 'source <(glue-trail complete zsh)' >> ~/.zshrc     # after compinit\n" +
        '  glue-trail complete fish > ~/.config/fish/completions/glue-trail.fish',
    )
    .action(actions.complete)
}

/** Commander's own does not report an unknown word. */
function helpCommand(): Command {
  return newCommand('help')
    .description('Prints the help of a command.')
    .argument('[command]')
    .action((name: string | undefined, _options: unknown, { parent }: Command) => {
      if (parent === null) return
      const found = name === undefined ? parent : parent.commands.find((command) => command.name() === name)
      if (found !== undefined) return found.help()
      const names = parent.commands.map((command) => command.name())
      return parent.error(`error: no command is named '${name}'\n${nearMiss(name ?? '', names)}`.trimEnd())
    })
}

const examples = (lines: ReadonlyArray<string>): string => `\nExamples:\n${lines.map((line) => `  ${line}`).join('\n')}`
