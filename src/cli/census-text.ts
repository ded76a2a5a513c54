/**
 * What `summary` counted, for people.
 *
 * @module
 */
import Table from 'cli-table3'
import type { Activity } from './activity.js'
import type { Census, Ranking } from './census.js'
import type { Colours } from './colour.js'
import { escaped } from './escape.js'
import { plural } from './plural.js'
import { fitted, widthOf } from './width.js'

const NO_LINES = Object.fromEntries(
  ['top', 'top-mid', 'top-left', 'top-right', 'bottom', 'bottom-mid', 'bottom-left', 'bottom-right']
    .concat(['left', 'left-mid', 'mid', 'mid-mid', 'right', 'right-mid'])
    .map((name) => [name, '']),
)

/** The numbers beside a name take no more than these. */
const NUMBERS = 30
const LONGEST_BAR = 40
const HOUR = 60
const DAY = 24 * HOUR

/** The census as text, the line end included. */
export function censusText(census: Census, { width, colours }: { readonly width: number; readonly colours: Colours }): string {
  const { calls, failed, denied, reads, others, from, to } = census
  const span = from === undefined || to === undefined ? '' : `, ${timeText(from)} to ${timeText(to)} UTC`
  const rest = others === 0 ? '' : `, beside ${plural(others, 'record')} of other kinds`
  const sections = [
    `${plural(calls, 'call')}${span}\n${plural(reads, 'read')}, ${failed} failed, ${denied} of them denied${rest}`,
    rankingText('Who', census.actors, width, colours),
    rankingText('API', census.apis, width, colours),
    rankingText('On what', census.resources, width, colours),
    rankingText('Errors', census.errors, width, colours),
    rankingText('Denied', census.denials, width, colours),
    activityText(census.activity, width, colours),
  ]
  return `${sections.filter((section) => section !== '').join('\n\n')}\n`
}

const timeText = (time: Date): string => time.toISOString().slice(0, 19).replace('T', ' ')

function rankingText(title: string, { top, rest }: Ranking, width: number, colours: Colours): string {
  if (top.length === 0) return ''
  const table = new Table({
    chars: { ...NO_LINES, middle: '  ' },
    style: { 'padding-left': 0, 'padding-right': 0, head: [], border: [] },
    colAligns: ['left', 'right', 'left'],
  })
  const room = Math.max(width - NUMBERS, 10)
  for (const { name, calls, failed } of top) {
    const text = escaped(name)
    table.push([
      widthOf(text) <= room ? text : fitted(text, room, 'middle'),
      String(calls),
      failed === 0 || failed === calls ? '' : colours.red(`${failed} failed`),
    ])
  }
  const more = rest === 0 ? [] : [colours.dim(`and ${rest} more`)]
  const lines = [...table.toString().split('\n'), ...more].map((line) => `  ${line}`.trimEnd())
  return [colours.bold(title), ...lines].join('\n')
}

/** A bar for each stretch of time; of the calls, those that failed are marked. */
function activityText({ minutes, stretches }: Activity, width: number, colours: Colours): string {
  if (stretches.length === 0) return ''
  const most = Math.max(...stretches.map(({ calls }) => calls))
  const longest = Math.max(Math.min(width - NUMBERS, LONGEST_BAR), 1)
  const digits = String(most).length
  const lines = stretches.map(({ from, calls, failed }) => {
    const length = Math.ceil((calls / most) * longest)
    const red = calls === 0 ? 0 : Math.ceil((failed / calls) * length)
    const bar = '█'.repeat(length - red) + (red === 0 ? '' : colours.red('▒'.repeat(red)))
    const time = timeText(from).slice(0, minutes < DAY ? 16 : 10)
    return `  ${time}  ${String(calls).padStart(digits)}  ${bar}`.trimEnd()
  })
  return [colours.bold(`When, by ${lengthText(minutes)} (▒ failed)`), ...lines].join('\n')
}

function lengthText(minutes: number): string {
  const [count, unit] = minutes < HOUR ? [minutes, 'minute'] : minutes < DAY ? [minutes / HOUR, 'hour'] : [minutes / DAY, 'day']
  return count === 1 ? unit : plural(count, unit)
}
