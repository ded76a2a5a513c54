/** Python with the pinned Spark, in a virtual environment that is made once and kept while it is right. */
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from '../../support/root.js'

export const FOLDER = join(ROOT, 'test', 'engines', 'spark')
const VENV = join(FOLDER, '.venv')
const MARK = join(VENV, 'installed.txt')
const REQUIREMENTS = join(FOLDER, 'requirements.txt')

/** What a program writes; that it is missing or fails is said with its name. */
function output(program: string, args: ReadonlyArray<string>): string {
  const { error, status, stdout, stderr } = spawnSync(program, args, { encoding: 'utf8' })
  if (error !== undefined) throw new Error(`Spark needs ${program}, which does not run: ${error.message}`)
  if (status !== 0) throw new Error(`${program} ${args.join(' ')}: exit ${status}\n${stdout}${stderr}`)
  return `${stdout}${stderr}`
}

/** The folder of the environment's programs. */
export function sparkEnvironment(): string {
  const java = Number(/version "(\d+)/.exec(output('java', ['-version']))?.[1])
  if (!(java >= 17)) throw new Error(`Spark 4 needs Java 17 or newer, java is ${java}`)
  const wanted = output('python3', ['--version']) + readFileSync(REQUIREMENTS, 'utf8')
  const bin = join(VENV, 'bin')
  if (!existsSync(MARK) || readFileSync(MARK, 'utf8') !== wanted) {
    rmSync(VENV, { recursive: true, force: true })
    output('python3', ['-m', 'venv', VENV])
    output(join(bin, 'python'), ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '--requirement', REQUIREMENTS])
    writeFileSync(MARK, wanted)
  }
  return bin
}
