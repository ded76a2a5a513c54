/**
 * Whether a payload that is not modelled may mention a resource. It cannot show that a call acted on the resource, only
 * that it did not.
 *
 * @module
 */
import { isRedacted } from '../codec/redacted.js'
import { readGlueArn } from '../insight/glue-arn.js'

/** A literal part of a pattern: where no wildcard is beside it, it must be a word of its own. */
interface Fragment {
  readonly value: string
  readonly openStart: boolean
  readonly openEnd: boolean
}

/** A test of the strings of a payload; the whole payload is one call. */
export type MentionTest = (strings: ReadonlyArray<string>) => boolean

const PARTS = /[*?]|[^*?./:]+/g

/** Returns a test of whether strings contain all names of one of the patterns, in any case and any order. */
export function mentionTest(patterns: ReadonlyArray<string>): MentionTest {
  const wanted = patterns.map((pattern) => fragmentsOf(namesIn(pattern)))
  return (strings) => {
    const folded = strings.map((each) => each.toLowerCase())
    return wanted.some((fragments) => fragments.every((fragment) => folded.some((each) => contains(each, fragment))))
  }
}

/** The names that a pattern is about: of an ARN, what follows the account and the word of the type. */
function namesIn(pattern: string): string {
  const arn = readGlueArn(pattern)
  if (arn !== undefined) return [...arn.within, arn.name ?? ''].join('.')
  const resource = pattern.slice(pattern.lastIndexOf(':') + 1)
  const slash = resource.indexOf('/')
  return slash < 0 || !pattern.includes(':') ? resource : resource.slice(slash + 1)
}

function fragmentsOf(names: string): ReadonlyArray<Fragment> {
  const fragments: Array<Fragment> = []
  for (const { 0: part, index } of names.matchAll(PARTS)) {
    if (part === '*' || part === '?') continue
    const [before, after] = [names.charAt(index - 1), names.charAt(index + part.length)]
    fragments.push({ value: part.toLowerCase(), openStart: isWildcard(before), openEnd: isWildcard(after) })
  }
  return fragments
}

const isWildcard = (character: string): boolean => character === '*' || character === '?'

const WORD = /[a-z0-9_]/

function contains(content: string, { value, openStart, openEnd }: Fragment): boolean {
  for (let at = content.indexOf(value); at >= 0; at = content.indexOf(value, at + 1)) {
    const isStart = openStart || at === 0 || !WORD.test(content.charAt(at - 1))
    if (isStart && (openEnd || !WORD.test(content.charAt(at + value.length)))) return true
  }
  return false
}

/** What a payload holds: its strings, and whether one of its values is redacted. */
export interface PayloadStrings {
  readonly strings: ReadonlyArray<string>
  readonly redacted: boolean
}

/** Collects the strings of payloads, keys of maps included; a value inside itself is visited once. */
export function stringsIn(payloads: ReadonlyArray<unknown>): PayloadStrings {
  const strings: Array<string> = []
  let redacted = false
  const seen = new Set<object>()
  const open = payloads.filter((payload) => payload != null)
  for (let value = open.pop(); value !== undefined; value = open.pop()) {
    if (typeof value === 'string') {
      // Athena writes `***OMITTED***` in place of a query.
      if (isRedacted(value) || value.startsWith('***')) redacted = true
      else strings.push(value)
    } else if (typeof value === 'object' && value !== null && !seen.has(value)) {
      seen.add(value)
      const isMap = !Array.isArray(value)
      for (const [key, member] of Object.entries(value)) {
        if (isMap) strings.push(key)
        if (member != null) open.push(member)
      }
    }
  }
  return { strings, redacted }
}
