/** Python with the pinned Spark. */
import { join } from 'node:path'
import { ROOT } from '../../support/root.js'
import { output, pythonEnvironment } from '../python.js'

export const FOLDER = join(ROOT, 'test', 'engines', 'spark')

/** The folder of the environment's programs. */
export function sparkEnvironment(): string {
  const java = Number(/version "(\d+)/.exec(output('java', ['-version']))?.[1])
  if (!(java >= 17)) throw new Error(`Spark 4 needs Java 17 or newer, java is ${java}`)
  return pythonEnvironment(FOLDER)
}
