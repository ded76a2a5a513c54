/**
 * One run of the command, from its arguments to its exit status.
 *
 * @module
 */
import { kindOf } from '../codec/kind.js'
import { errorLine } from './escape.js'
import { FOUND, OK } from './exit-code.js'
import { PARQUET, RECORD } from './options.js'
import { type Actions, programToComplete, programWith } from './program.js'
import type { Streams } from './screen.js'
import { exitCodeOf, writeTo } from './usage.js'

declare const GLUE_TRAIL_VERSION: string

/**
 * Runs the command and returns its exit status. Loads only the modules that the chosen command needs.
 *
 * @param args - The arguments after the command's name.
 * @param streams - The process, or the part of one that the command reads from and writes to.
 */
export async function run(args: ReadonlyArray<string>, streams: Streams): Promise<number> {
  let status = OK
  const ended = async (run: Promise<number>): Promise<void> => {
    status = await run
  }
  const actions: Actions = {
    decode: async (paths, options, command) => {
      const { format, out } = options
      if (out !== undefined && format !== PARQUET) command.error("error: '--out' is for '--format parquet'")
      if (options.columns !== undefined && (format === PARQUET || options.stream === true)) {
        command.error("error: '--columns' is for '--format table' and '--format csv'")
      }
      if (options.stream === true) {
        const { stream } = await import('./stream.js')
        status = await stream(paths, options, command, streams)
      } else if (format === PARQUET) {
        const { archive } = await import('./archive.js')
        status = await archive(paths, options, command, streams)
      } else {
        const { decode } = await import('./decode.js')
        status = await decode(paths, { ...options, format }, command, streams)
      }
    },
    history: (...args) => ended(import('./history.js').then(({ history }) => history(...args, streams))),
    summary: (...args) => ended(import('./summary.js').then(({ summary }) => summary(...args, streams))),
    describe: (...args) => ended(import('./describe.js').then(({ describe }) => describe(...args, streams))),
    schema: (...args) => ended(import('./schema.js').then(({ schema }) => schema(...args, streams))),
    table: (...args) => ended(import('./table-sql.js').then(({ table }) => table(...args, streams))),
    demo: (...args) => ended(import('./demo.js').then(({ demo }) => demo(...args, streams))),
    validate: (...args) => ended(import('./validate.js').then(({ validate }) => validate(...args, streams))),
    complete: async (shell) => {
      const { scriptFor } = await import('./completion.js')
      streams.stdout.write(scriptFor(shell, 'glue-trail'))
    },
  }
  try {
    const [first, second, ...words] = args
    if (first === 'complete' && second === '--') streams.stdout.write(await answer(actions, words))
    else await writeTo(programWith(actions, GLUE_TRAIL_VERSION), streams).parseAsync(args, { from: 'user' })
    return status
  } catch (error) {
    const code = exitCodeOf(error)
    if (code !== undefined) return code
    streams.stderr.write(`glue-trail: ${errorLine(error instanceof Error ? error.message : kindOf(error))}\n`)
    return FOUND
  }
}

/** Returns the completions for a shell. */
async function answer(actions: Actions, words: ReadonlyArray<string>): Promise<string> {
  const [{ answerTo }, { GLUE_APIS, NAME_ONLY_APIS }] = await Promise.all([import('./completion.js'), import('../generated/registry.js')])
  const names = [...GLUE_APIS, ...NAME_ONLY_APIS]
  return answerTo(
    programToComplete(actions, GLUE_TRAIL_VERSION),
    [
      { command: 'decode', name: 'api', values: names },
      { command: 'summary', name: 'api', values: names },
      { command: 'describe', name: 'api', values: [...names, RECORD] },
      { command: 'schema', name: 'api', values: [...GLUE_APIS, RECORD] },
    ],
    words,
  )
}
