/**
 * A function as Lambda runs it: AWS's own runtime client in a process of its own, started at the first invocation,
 * asked for one at a time, and ended where it misses its deadline. The next invocation then starts another.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { command } from '../../package/command.js'
import { nodeOf } from '../../package/node-versions.js'
import { type Answer, type RuntimeApi, type RuntimeError, startRuntimeApi } from './runtime-api.js'

const CLIENT = createRequire(import.meta.url).resolve('aws-lambda-ric')

/** The version of AWS's client. */
export const CLIENT_VERSION = (JSON.parse(readFileSync(join(dirname(CLIENT), 'package.json'), 'utf8')) as { readonly version: string })
  .version

/** The release line of Node that the template names. */
const NODE = nodeOf(22)

/** Its version. */
export const NODE_VERSION = command(NODE, ['--version']).stdout.trim()

/** Lambda switches these off, which Node has on. */
const FLAGS = ['--no-experimental-require-module', '--no-experimental-detect-module']

/** What becomes of an invocation. */
export type Outcome =
  | Answer
  | { readonly kind: 'init error'; readonly error: RuntimeError }
  | { readonly kind: 'exit'; readonly code: number | null }
  | { readonly kind: 'timeout' }

/** An invocation that has ended. */
export interface Invoked {
  readonly outcome: Outcome
  /** What the function logged meanwhile, each line without the time and the id that the client puts before it. */
  readonly log: ReadonlyArray<string>
  /** From the start of the process to its first question; absent where it was there. */
  readonly initialised?: number
  /** From handing over the event to the answer, in milliseconds. */
  readonly took: number
}

/** A deployed function. */
export interface LambdaFunction {
  readonly invoke: (event: unknown) => Promise<Invoked>
  /** All that was out of the protocol. */
  readonly violations: () => ReadonlyArray<string>
  readonly close: () => Promise<void>
}

/** What is deployed, and how. */
export interface Deployment {
  /** The folder that the function is unpacked to. */
  readonly task: string
  /** File and export. */
  readonly handler?: string
  /** In seconds, as the template has it unless given. */
  readonly timeout?: number
  readonly environment: Readonly<Record<string, string>>
}

interface Instance {
  readonly api: RuntimeApi
  readonly child: ChildProcess
  readonly exited: Promise<number | null>
  readonly started: number
}

/** Deploys a function. Nothing runs before it is invoked. */
export function deployed({ task, handler = 'handler.handler', timeout = 120, environment }: Deployment): LambdaFunction {
  const folder = mkdtempSync(join(tmpdir(), 'glue-trail-lambda-log-'))
  // A pipe could hold back what was logged before the answer; a file does not.
  const path = join(folder, 'log')
  const log = openSync(path, 'a')
  const violations: Array<string> = []
  let instance: Instance | undefined

  async function start(): Promise<Instance> {
    const api = await startRuntimeApi()
    const child = spawn(NODE, [...FLAGS, CLIENT, handler], {
      cwd: task,
      stdio: ['ignore', log, log],
      env: { ...systemEnvironment(task, handler, api.address), ...environment },
    })
    const exited = new Promise<number | null>((resolve, reject) => {
      child.once('exit', (code) => resolve(code))
      child.once('error', reject)
    })
    return { api, child, exited, started: performance.now() }
  }

  async function end(): Promise<void> {
    if (instance === undefined) return
    const { api, child, exited } = instance
    instance = undefined
    child.kill('SIGKILL')
    await exited
    await api.close()
    violations.push(...api.violations)
  }

  return {
    invoke: async (event) => {
      const isCold = instance === undefined
      const current = instance ?? (await start())
      instance = current
      const { api, exited } = current
      const before = readFileSync(path).length
      const gone = exited.then((code) => ({ kind: 'exit', code }) as const)
      const ready = await Promise.race([api.ready, gone])
      const initialised = performance.now() - current.started

      const handed = performance.now()
      let outcome: Outcome
      if (ready.kind === 'ready') {
        const deadline = timer(timeout * 1000)
        outcome = await Promise.race([api.hand({ id: randomUUID(), event, deadline: Date.now() + timeout * 1000 }), gone, deadline.passed])
        deadline.clear()
      } else outcome = ready
      const took = performance.now() - handed
      if (outcome.kind !== 'response' && outcome.kind !== 'error') await end()
      return { outcome, log: linesIn(readFileSync(path).subarray(before).toString()), took, ...(isCold && { initialised }) }
    },
    violations: () => [...violations, ...(instance?.api.violations ?? [])],
    close: async () => {
      await end()
      closeSync(log)
      rmSync(folder, { recursive: true })
    },
  }
}

/** What Lambda puts into the environment of every function; nothing of this process but where programs are. */
const systemEnvironment = (task: string, handler: string, address: string): Record<string, string> => ({
  PATH: process.env.PATH ?? '',
  TZ: ':UTC',
  LANG: 'en_US.UTF-8',
  _HANDLER: handler,
  LAMBDA_TASK_ROOT: task,
  AWS_LAMBDA_RUNTIME_API: address,
  AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs22.x',
  AWS_LAMBDA_FUNCTION_NAME: 'glue-trail',
  AWS_LAMBDA_FUNCTION_VERSION: '$LATEST',
  AWS_LAMBDA_FUNCTION_MEMORY_SIZE: '1024',
  AWS_LAMBDA_LOG_GROUP_NAME: '/aws/lambda/glue-trail',
  AWS_LAMBDA_LOG_STREAM_NAME: 'test',
  AWS_REGION: 'eu-central-1',
  AWS_DEFAULT_REGION: 'eu-central-1',
  AWS_ACCESS_KEY_ID: 'test',
  AWS_SECRET_ACCESS_KEY: 'test',
})

const linesIn = (text: string): ReadonlyArray<string> =>
  text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => line.replace(/^[^\t]*\t[^\t]*\t(?=[A-Z]+\t)/, ''))

function timer(milliseconds: number): { readonly passed: Promise<{ readonly kind: 'timeout' }>; readonly clear: () => void } {
  let timeout: NodeJS.Timeout | undefined
  const passed = new Promise<{ readonly kind: 'timeout' }>((resolve) => {
    timeout = setTimeout(() => resolve({ kind: 'timeout' }), milliseconds)
  })
  return { passed, clear: () => clearTimeout(timeout) }
}
