/** Builds what runs as a process or a thread of its own before any test does, so that tests run what is in `src` the way it is published. */
import { buildCommand } from '../../codegen/build-command.js'
import { buildWorkerScript } from '../support/worker-script.js'

export default async function setup(): Promise<void> {
  await buildCommand()
  await buildWorkerScript()
}
