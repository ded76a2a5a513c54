/**
 * Time that passes only when nothing else happens: timers of the whole process on a clock of their own, in an order
 * that does not change.
 */
interface Timer {
  at: number
  readonly order: number
  readonly every: number | undefined
  readonly run: () => void
}

const real = {
  setTimeout: globalThis.setTimeout,
  clearTimeout: globalThis.clearTimeout,
  setInterval: globalThis.setInterval,
  clearInterval: globalThis.clearInterval,
  setImmediate: globalThis.setImmediate,
  now: Date.now,
}

export class VirtualClock {
  now = 0
  private order = 0
  private readonly timers = new Map<number, Timer>()

  /** Takes the place of the process's timers until `release`. */
  install(): void {
    const add = (run: (...args: Array<unknown>) => void, delay: number, every: boolean, args: Array<unknown>): number =>
      this.add(() => run(...args), delay, every)
    Object.assign(globalThis, {
      setTimeout: (run: () => void, delay = 0, ...args: Array<unknown>) => add(run, delay, false, args),
      setInterval: (run: () => void, delay = 0, ...args: Array<unknown>) => add(run, delay, true, args),
      clearTimeout: (id: number) => this.timers.delete(id),
      clearInterval: (id: number) => this.timers.delete(id),
    })
    Date.now = () => this.now
  }

  release(): void {
    const { now, ...timers } = real
    Object.assign(globalThis, timers)
    Date.now = now
  }

  /** Calls back in so many milliseconds. */
  in(delay: number, run: () => void): void {
    this.add(run, delay, false)
  }

  private add(run: () => void, delay: number, repeats: boolean): number {
    const id = ++this.order
    this.timers.set(id, { at: this.now + Math.max(0, delay), order: id, every: repeats ? delay : undefined, run })
    return id
  }

  /** Runs timers one after the other until something holds; whether it came to hold before `end`. */
  async runUntil(holds: () => boolean, end: number): Promise<boolean> {
    for (;;) {
      // All promises that can go on without time do so first.
      await new Promise<void>((resolve) => real.setImmediate(resolve))
      if (holds()) return true
      let next: [number, Timer] | undefined
      for (const entry of this.timers) {
        if (next === undefined || entry[1].at < next[1].at) next = entry
      }
      if (next === undefined || next[1].at > end) return false
      const [id, timer] = next
      this.now = timer.at
      if (timer.every === undefined) this.timers.delete(id)
      else timer.at += timer.every
      timer.run()
    }
  }
}
