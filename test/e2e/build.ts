/** Builds the command before any test runs, so that tests run what is in `src` the way it is published. */
import { buildCommand } from '../../codegen/build-command.js'

export default async function setup(): Promise<void> {
  await buildCommand()
}
