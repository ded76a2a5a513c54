/** A program for Spark on a cluster of its own, whose executors are processes on this machine. */
import { spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { COMMAND } from '../../e2e/command.js'
import { FOLDER, sparkEnvironment } from './environment.js'

/** Longer than any run takes: a cluster that hangs is a failure. */
const LONGEST = 240_000

/** Submits a program of this folder and answers its last line, which is JSON. */
export function submit(...args: Parameters<typeof submitted>): unknown {
  return JSON.parse(
    submitted(...args)
      .trimEnd()
      .split('\n')
      .at(-1) ?? '',
  )
}

/** Submits a program, with the command shipped to the executors, and answers what it printed. */
export function submitted(program: string, args: ReadonlyArray<string>, executors: number, place: string, catalog = 'in-memory'): string {
  const bin = sparkEnvironment()
  const lib = join(bin, '..', 'lib')
  const home = join(lib, readdirSync(lib).find((name) => name.startsWith('python')) ?? '', 'site-packages', 'pyspark')
  mkdirSync(place, { recursive: true })
  const conf = {
    'spark.ui.enabled': 'false',
    'spark.scheduler.minRegisteredResourcesRatio': '1.0',
    'spark.sql.catalogImplementation': catalog,
    'spark.sql.session.timeZone': 'Pacific/Auckland',
    'spark.sql.warehouse.dir': join(place, 'warehouse'),
    'spark.local.dir': place,
  }
  const confs = Object.entries(conf).flatMap(([name, value]) => ['--conf', `${name}=${value}`])
  const options = ['--master', `local-cluster[${executors},1,1024]`, '--files', COMMAND, ...confs]
  const { error, status, stdout, stderr } = spawnSync(join(bin, 'spark-submit'), [...options, resolve(FOLDER, program), ...args], {
    cwd: place,
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
    timeout: LONGEST,
    env: {
      ...process.env,
      SPARK_HOME: home,
      SPARK_LOCAL_IP: '127.0.0.1',
      PYSPARK_PYTHON: join(bin, 'python'),
      PYTHONDONTWRITEBYTECODE: '1',
      NODE: process.execPath,
    },
  })
  if (error !== undefined || status !== 0)
    throw new Error(`${program}: ${error?.message ?? `exit ${status}`}\n${stderr.split('\n').slice(-60).join('\n')}`)
  return stdout
}
