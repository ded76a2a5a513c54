/** Builds the command and the script of its threads from `src` before the tests run them. */
import { buildCommand } from '../../codegen/build-command.js'
import { buildWorkerScript } from '../support/worker-script.js'

export default async function setup(): Promise<void> {
  await buildCommand()
  await buildWorkerScript()
}
