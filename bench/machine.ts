/**
 * What a figure was measured on: without it, it says nothing.
 *
 * @module
 */
import { availableParallelism, cpus, loadavg } from 'node:os'

/** The machine, and how busy it was with other things. */
export interface Machine {
  readonly cpu: string
  readonly cores: number
  readonly node: string
  readonly v8: string
  /** Load average of the last minute when the run began. Above the cores, figures are noise. */
  readonly load: number
}

/** This machine, now. */
export function thisMachine(): Machine {
  return {
    cpu: cpus()[0]?.model.trim() ?? 'unknown',
    cores: availableParallelism(),
    node: process.version,
    v8: process.versions.v8,
    load: Number(loadavg()[0]?.toFixed(1)),
  }
}

/** The machine in one line. */
export function machineLine({ cpu, cores, node, v8, load }: Machine): string {
  const busy = load > cores ? ' (busier than it has cores: figures are noisy)' : ''
  return `${cpu}, ${cores} cores, Node ${node}, V8 ${v8}, load ${load}${busy}`
}
