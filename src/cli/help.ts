/**
 * Help and version, without what the commands do: it is most of the code, which takes twice as long to compile as Node
 * to start.
 *
 * @module
 */
import { endWithReader } from './end-with-reader.js'
import { OK } from './exit-code.js'
import { programWith } from './program.js'
import type { Streams } from './screen.js'
import { exitCodeOf, writeTo } from './usage.js'

declare const GLUE_TRAIL_VERSION: string

/** Runs in the process. `run` runs the whole command, where the arguments are those of one after all. */
export function startHelp(run: () => void): void {
  endWithReader(process)
  void help(process.argv.slice(2), process, run).then((status) => {
    if (status !== undefined) process.exitCode = status
  })
}

/** Writes help or version and returns the exit status; `undefined` where it calls `run` instead. */
export async function help(
  args: ReadonlyArray<string>,
  streams: Pick<Streams, 'stdout' | 'stderr'>,
  run: () => void,
): Promise<number | undefined> {
  let status: number | undefined = OK
  const whole = async (): Promise<void> => {
    status = undefined
    run()
  }
  const actions = {
    ...{ decode: whole, history: whole, summary: whole, describe: whole, schema: whole },
    ...{ table: whole, demo: whole, validate: whole, complete: whole },
  }
  try {
    await writeTo(programWith(actions, GLUE_TRAIL_VERSION), streams).parseAsync(args, { from: 'user' })
    return status
  } catch (error) {
    const code = exitCodeOf(error)
    if (code === undefined) throw error
    return code
  }
}
