/**
 * `npm run bench:check [-- --record]` checks in CI that reading is as fast as before. It compares ratios and memory
 * with the recorded ones (`recorded.json`), with 20 % slack.
 *
 * Robust on a shared machine: processor time, which excludes waiting; ratios of work done side by side, because a slow
 * machine slows down both; the best of many rounds in alternating processes, because noise only adds; memory. Not
 * robust, and left out: elapsed time, and with it the gain of threads; whole processes on little data, which mostly
 * start up; other parsers and DuckDB, whose speed we do not control.
 *
 * Neighbours on the same processor may disturb all rounds of one contestant, so that another run is made where a run is
 * worse, up to three of them: each is judged by itself, and only code that is slower makes all of them worse.
 *
 * It compares with what was reached, not with the goals: those are for the full run, whose files are larger.
 *
 * @module
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import type { Goal } from './goal.js'
import { CHECK, read } from './read/read.js'

const SLACK = 0.2

/** Measured once in a new process, which mostly compiles when there is little data. */
const COLD = /^(?:uncompressed stream|ten times)/

const RECORDED = new URL('recorded.json', import.meta.url)

const RUNS = 3

const { values } = parseArgs({ options: { record: { type: 'boolean', default: false } } })

if (values.record) {
  const figures = Object.fromEntries((await measuredGoals()).map(({ goal, measured }) => [goal, measured]))
  writeFileSync(RECORDED, `${JSON.stringify(figures, undefined, 2)}\n`)
} else {
  let isKept = false
  for (let run = 1; run <= RUNS && !isKept; run++) isKept = await isAsRecorded()
  if (!isKept) process.exitCode = 1
}

async function measuredGoals(): Promise<ReadonlyArray<Goal>> {
  return (await read(CHECK)).goals.filter(({ goal }) => !COLD.test(goal))
}

/** Measures once, prints what was measured, and returns whether all of it is as recorded. */
async function isAsRecorded(): Promise<boolean> {
  const goals = await measuredGoals()
  const recorded = JSON.parse(readFileSync(RECORDED, 'utf8')) as Readonly<Record<string, number>>
  const gone = Object.keys(recorded).filter((name) => !goals.some(({ goal }) => goal === name))
  for (const name of gone) console.log(`WORSE: no longer measured: ${name}`)
  const worse = goals.filter((goal) => !isWithin(goal, recorded[goal.goal]))
  for (const goal of goals) {
    console.log(
      `${worse.includes(goal) ? 'WORSE' : 'as before'}: ${goal.measured}, recorded ${recorded[goal.goal] ?? 'nothing'}; the goal: ${goal.goal}`,
    )
  }
  return gone.length + worse.length === 0
}

function isWithin({ measured, bound }: Goal, before: number | undefined): boolean {
  if (before === undefined) return false
  return bound === 'least' ? measured >= before * (1 - SLACK) : measured <= before * (1 + SLACK)
}
