/** A Python program as an application of Spark, on a cluster of executors that are processes of their own. */
import { spawn } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { COMMAND } from '../../e2e/command.js'
import { FOLDER } from './environment.js'

/** Where the application runs, and on what. */
export interface Cluster {
  /** The programs of the virtual environment. */
  readonly bin: string
  /** Of one core and a gigabyte each. */
  readonly executors: number
  /** What Spark writes. */
  readonly folder: string
}

/** Submits the program, and answers the line of JSON that it prints. The command goes with it, as one file, and so does what both programs share. */
export async function submit<Answer>({ bin, executors, folder }: Cluster, program: string, args: ReadonlyArray<string>): Promise<Answer> {
  mkdirSync(folder, { recursive: true })
  const settings = [
    ['master', `local-cluster[${executors},1,1024]`],
    ['driver.memory', '1g'],
    ['driver.host', '127.0.0.1'],
    ['driver.bindAddress', '127.0.0.1'],
    ['ui.enabled', 'false'],
    ['files', COMMAND],
    ['submit.pyFiles', join(FOLDER, 'trail_calls.py')],
    ['sql.session.timeZone', 'UTC'],
    ['sql.shuffle.partitions', '4'],
    ['sql.warehouse.dir', join(folder, 'warehouse')],
    ['local.dir', join(folder, 'local')],
  ].flatMap(([name, value]) => ['--conf', `spark.${name}=${value}`])
  const { SPARK_HOME, PYTHONPATH, ...inherited } = process.env
  const child = spawn(join(bin, 'spark-submit'), [...settings, join(FOLDER, program), ...args], {
    cwd: folder,
    env: {
      ...inherited,
      PATH: `${bin}:${process.env.PATH ?? ''}`,
      PYSPARK_PYTHON: join(bin, 'python'),
      SPARK_LOCAL_IP: '127.0.0.1',
      SPARK_WORKER_DIR: join(folder, 'work'),
      NODE: process.execPath,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let out = ''
  let err = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    out += text
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    err += text
  })
  const status = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject)
    child.on('close', resolve)
  })
  const line = out.trimEnd().split('\n').at(-1) ?? ''
  if (status !== 0 || !line.startsWith('{')) throw new Error(`${program} on Spark: exit ${status}\n${err.slice(-6000)}`)
  return JSON.parse(line) as Answer
}
