/**
 * `npm run bench:check [-- --record]`: whether reading is as fast as it was, for CI. It compares ratios and memory with those that
 * were recorded (`recorded.json`), with 20 % slack.
 *
 * What is robust on a machine that others use: processor time, which waiting does not lengthen; ratios of what runs side by side, as a slow machine is slow for
 * both; the best of many rounds, in processes that take turns, as all else only adds; memory. What is not, and left out here: times by the clock, and with them what
 * threads gain; whole processes on little data, which are mostly starting up; other parsers and DuckDB, whose speed is not ours to keep.
 *
 * It holds what was reached and not the goals: those are for the full run, whose files are larger.
 *
 * @module
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import type { Goal } from './goal.js'
import { CHECK, read } from './read/read.js'

const SLACK = 0.2

/** Measured once in a process that has just begun, which with little data is mostly compiling. */
const COLD = /^(?:uncompressed stream|ten times)/

const RECORDED = new URL('recorded.json', import.meta.url)

const { values } = parseArgs({ options: { record: { type: 'boolean', default: false } } })
const goals = (await read(CHECK)).goals.filter(({ goal }) => !COLD.test(goal))

if (values.record) {
  writeFileSync(RECORDED, `${JSON.stringify(Object.fromEntries(goals.map(({ goal, measured }) => [goal, measured])), undefined, 2)}\n`)
} else {
  const recorded = JSON.parse(readFileSync(RECORDED, 'utf8')) as Readonly<Record<string, number>>
  const gone = Object.keys(recorded).filter((name) => !goals.some(({ goal }) => goal === name))
  for (const name of gone) console.log(`WORSE: no longer measured: ${name}`)
  const worse = goals.filter((goal) => !isKept(goal, recorded[goal.goal]))
  for (const goal of goals) {
    console.log(
      `${worse.includes(goal) ? 'WORSE' : 'as before'}: ${goal.measured}, recorded ${recorded[goal.goal] ?? 'nothing'}; the goal: ${goal.goal}`,
    )
  }
  if (gone.length + worse.length > 0) process.exitCode = 1
}

function isKept({ measured, bound }: Goal, before: number | undefined): boolean {
  if (before === undefined) return false
  return bound === 'least' ? measured >= before * (1 - SLACK) : measured <= before * (1 + SLACK)
}
