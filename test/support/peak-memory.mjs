/** The most memory that a process had resident; plain JavaScript, so that processes load it without a loader. */
import { readFileSync } from 'node:fs'

/**
 * Returns the most memory that this process had resident, in bytes. On Linux it is `VmHWM`: `resourceUsage` includes
 * what the parent had resident there when it started this process.
 */
export function peakMemory() {
  const own = /^VmHWM:\s+(\d+)/m.exec(statusOfProcess())?.[1]
  return Number(own ?? process.resourceUsage().maxRSS) * 1024
}

/** Only Linux has this file. */
function statusOfProcess() {
  try {
    return readFileSync('/proc/self/status', 'utf8')
  } catch {
    return ''
  }
}
