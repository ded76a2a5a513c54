/**
 * The machine on which figures were measured.
 *
 * @module
 */
import { availableParallelism, cpus, loadavg } from 'node:os'

/** The machine, and its load. */
export interface Machine {
  readonly cpu: string
  readonly cores: number
  readonly node: string
  readonly v8: string
  /** Load average of the last minute when the run began. If it exceeds the number of cores, figures are noise. */
  readonly load: number
}

/** Returns this machine and its current load. */
export function thisMachine(): Machine {
  return {
    cpu: cpus()[0]?.model.trim() ?? 'unknown',
    cores: availableParallelism(),
    node: process.version,
    v8: process.versions.v8,
    load: Number(loadavg()[0]?.toFixed(1)),
  }
}

/** Formats the machine as one line. */
export function machineLine({ cpu, cores, node, v8, load }: Machine): string {
  const busy = load > cores ? ' (busier than it has cores: figures are noisy)' : ''
  return `${cpu}, ${cores} cores, Node ${node}, V8 ${v8}, load ${load}${busy}`
}
