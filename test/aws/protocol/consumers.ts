/**
 * Consumers as processes, started and ended by a test, and what they said.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { FleetMetrics, MessageFailure } from '../../../src/aws/index.js'
import type { Cloud } from './cloud.js'

const here = dirname(fileURLToPath(import.meta.url))

/** What one call of `onEvents` wrote. */
export interface DeliveredLine {
  readonly key?: string
  readonly messageId: string
  /** The outermost envelope of the message. */
  readonly source: string
  readonly ids: ReadonlyArray<string>
  readonly start: number
  readonly end: number
  /** Bytes in use, and bytes that the system has given. */
  readonly memory: number
  readonly resident: number
}

export interface ConsumerProcess {
  readonly child: ChildProcess
  readonly delivered: () => ReadonlyArray<DeliveredLine>
  readonly failures: () => ReadonlyArray<MessageFailure>
  readonly metrics: () => FleetMetrics
  /** Asks it to stop, and waits. */
  readonly stop: () => Promise<void>
}

export function startConsumer(cloud: Cloud, out: string, settings: Readonly<Record<string, string>> = {}): ConsumerProcess {
  const env = {
    ...process.env,
    AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true',
    PORT: String(cloud.proxy.port),
    QUEUE_URL: cloud.queueUrl,
    OUT: out,
    ...settings,
  }
  const child = spawn(process.execPath, ['--expose-gc', '--import', 'tsx', join(here, 'consumer.ts')], {
    env,
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  const lines = <A>(name: string): ReadonlyArray<A> =>
    existsSync(`${out}.${name}`)
      ? readFileSync(`${out}.${name}`, 'utf8')
          .split('\n')
          .filter((line) => line.endsWith('}'))
          .map((line) => JSON.parse(line) as A)
      : []
  return {
    child,
    delivered: () => lines('delivered'),
    failures: () => lines('failures'),
    metrics: () => JSON.parse(readFileSync(`${out}.metrics`, 'utf8')) as FleetMetrics,
    stop: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return
      const exited = new Promise((resolve) => child.once('exit', resolve))
      child.kill('SIGTERM')
      await exited
    },
  }
}

/** Waits until something holds; whether it came to hold in time. */
export async function until(holds: () => boolean, milliseconds: number): Promise<boolean> {
  for (const end = Date.now() + milliseconds; !holds(); ) {
    if (Date.now() > end) return false
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  return true
}
