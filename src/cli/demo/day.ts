/**
 * The day of the example trail, Tuesday 14 May 2024: who does what in a small data platform, including the unusual
 * records.
 *
 * @module
 */
import { analysts, signIn } from './day/analysts.js'
import { deploy, replica } from './day/deploy.js'
import { engineers, insight } from './day/engineers.js'
import { evening } from './day/evening.js'
import { night } from './day/night.js'
import { type LogFile, scribe } from './scribe.js'

export function day(): ReadonlyArray<LogFile> {
  const s = scribe(20240514)
  night(s)
  deploy(s)
  replica(s)
  analysts(s)
  signIn(s)
  engineers(s)
  insight(s)
  evening(s)
  return s.files()
}
