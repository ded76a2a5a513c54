/**
 * Formats what `summary` counted, for people.
 *
 * @module
 */
import type { Activity } from './activity.js'
import type { Census, Ranking } from './census.js'
import type { Colours } from './colour.js'
import { escaped } from './escape.js'
import { plural } from './plural.js'
import { timeText } from './time-text.js'
import { fitted, widthOf, wrapped } from './width.js'

/** The numbers beside a name or a bar take at most this many columns. */
const NUMBERS = 30
const LONGEST_BAR = 40
const HOUR = 60
const DAY = 24 * HOUR

/** Formats the census for people; the last line ends with a line break. */
export function censusText(census: Census, { width, colours }: { readonly width: number; readonly colours: Colours }): string {
  const { calls, failed, partial, denied, reads, others, from, to } = census
  const span = from === undefined || to === undefined ? '' : `, ${timeText(from)} to ${timeText(to)} UTC`
  const rest = others === 0 ? '' : `; also ${plural(others, 'record')} that ${others === 1 ? 'is not a call' : 'are not calls'}`
  const inPart = partial === 0 ? '' : ` (${partial} in part)`
  const refused = failed === 0 ? '' : `, ${denied} of them denied`
  const counts = calls === 0 ? '' : `\n${failed} failed${inPart}${refused}; ${reads} only read`
  const numbers = `${plural(calls, 'call')}${span}${counts}${rest}`
  const ranking = (title: string, counted: Ranking, notes = true): string => rankingText(title, counted, { width, colours, notes })
  const sections = [
    numbers
      .split('\n')
      .flatMap((line) => wrapped(line, width))
      .join('\n'),
    ranking('Actors', census.actors),
    ranking('On behalf of', census.onBehalfOf),
    ranking('APIs', census.apis),
    ranking('Resources', census.resources),
    // All of these failed.
    ranking('Errors', census.errors, false),
    ranking('Denied', census.denials, false),
    activityText(census.activity, width, colours),
  ]
  return `${sections.filter((section) => section !== '').join('\n\n')}\n`
}

/** How a ranking is shown; `notes` are how many calls of each name failed. */
interface RankingSettings {
  readonly width: number
  readonly colours: Colours
  readonly notes: boolean
}

function rankingText(title: string, { top, rest, uncounted }: Ranking, { width, colours, notes }: RankingSettings): string {
  if (top.length === 0) return ''
  const room = Math.max(width - NUMBERS, 10)
  const names = top.map(({ name }) => escaped(name))
  const longest = names.reduce((most, name) => Math.max(most, widthOf(name)), 0)
  const digits = String(top[0]?.calls ?? '').length
  const lines = top.map(({ calls, failed }, i) => {
    const red = failed === 0 || !notes ? '' : colours.red(`${failed} failed`)
    return `${fitted(names[i] ?? '', Math.min(longest, room), 'middle')}  ${String(calls).padStart(digits)}  ${red}`
  })
  const more = [
    ...(rest === 0 ? [] : [`and ${rest} more`]),
    ...(uncounted === 0 ? [] : [`and ${plural(uncounted, 'call')} of names that are not counted: there are too many`]),
  ]
  return [colours.bold(title), ...[...lines, ...more.map(colours.dim)].map((line) => `  ${line}`.trimEnd())].join('\n')
}

/** Returns a bar for each interval, with the part of the calls that failed. */
function activityText({ minutes, intervals }: Activity, width: number, colours: Colours): string {
  if (intervals.length === 0) return ''
  const most = Math.max(...intervals.map(({ calls }) => calls))
  const longest = Math.max(Math.min(width - NUMBERS, LONGEST_BAR), 1)
  const digits = String(most).length
  const lines = intervals.map(({ from, calls, failed }) => {
    const length = Math.ceil((calls / most) * longest)
    const red = calls === 0 ? 0 : Math.ceil((failed / calls) * length)
    const bar = '█'.repeat(length - red) + (red === 0 ? '' : colours.red('▒'.repeat(red)))
    const time = timeText(from).slice(0, minutes < DAY ? 16 : 10)
    return `  ${time}  ${String(calls).padStart(digits)}  ${bar}`.trimEnd()
  })
  return [colours.bold(`Calls by ${lengthText(minutes)}, UTC (▒ failed)`), ...lines].join('\n')
}

function lengthText(minutes: number): string {
  const [count, unit] = minutes < HOUR ? [minutes, 'minute'] : minutes < DAY ? [minutes / HOUR, 'hour'] : [minutes / DAY, 'day']
  return count === 1 ? unit : plural(count, unit)
}
