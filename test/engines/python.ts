/** Python with pinned packages, in a virtual environment that is made once and kept while it is right. */
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Returns what a program prints. Throws an error with its name where it is missing or fails. */
export function output(program: string, args: ReadonlyArray<string>): string {
  const { error, status, stdout, stderr } = spawnSync(program, args, { encoding: 'utf8', maxBuffer: 2 ** 28 })
  if (error !== undefined) throw new Error(`${program} is needed and does not run: ${error.message}`)
  if (status !== 0) throw new Error(`${program} ${args.join(' ')}: exit ${status}\n${stdout}${stderr}`)
  return `${stdout}${stderr}`
}

/** Returns the folder of the programs of an environment with the packages of `requirements.txt` in a folder. */
export function pythonEnvironment(folder: string): string {
  const environment = join(folder, '.venv')
  const installed = join(environment, 'installed.txt')
  const requirements = join(folder, 'requirements.txt')
  const wanted = output('python3', ['--version']) + readFileSync(requirements, 'utf8')
  const bin = join(environment, 'bin')
  if (!existsSync(installed) || readFileSync(installed, 'utf8') !== wanted) {
    rmSync(environment, { recursive: true, force: true })
    output('python3', ['-m', 'venv', environment])
    output(join(bin, 'python'), ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '--requirement', requirements])
    writeFileSync(installed, wanted)
  }
  return bin
}
