/**
 * Names that occur twice in an object of a JSON document: readers disagree about which of the two counts.
 *
 * @module
 */

const QUOTE = 0x22
const BACKSLASH = 0x5c
const OPEN_OBJECT = 0x7b
const CLOSE_OBJECT = 0x7d
const OPEN_LIST = 0x5b
const CLOSE_LIST = 0x5d
const COLON = 0x3a

/**
 * Returns whether any object in a JSON document has a name twice, escapes resolved. `JSON.parse` must accept the
 * document.
 */
export function hasDuplicateMember(json: string): boolean {
  const open: Array<Set<string> | undefined> = []
  for (let at = 0; at < json.length; at++) {
    const code = json.charCodeAt(at)
    if (code === OPEN_OBJECT) open.push(new Set())
    else if (code === OPEN_LIST) open.push(undefined)
    else if (code === CLOSE_OBJECT || code === CLOSE_LIST) open.pop()
    else if (code === QUOTE) {
      const end = endOfString(json, at)
      const names = open.at(-1)
      if (names !== undefined && json.charCodeAt(skipWhite(json, end)) === COLON) {
        const raw = json.slice(at, end)
        const name = raw.includes('\\') ? (JSON.parse(raw) as string) : raw.slice(1, -1)
        if (names.has(name)) return true
        names.add(name)
      }
      at = end - 1
    }
  }
  return false
}

function endOfString(json: string, from: number): number {
  for (let at = from + 1; ; at++) {
    const code = json.charCodeAt(at)
    if (code === BACKSLASH) at++
    else if (code === QUOTE || at >= json.length) return at + 1
  }
}

function skipWhite(json: string, from: number): number {
  let at = from
  while (json.charCodeAt(at) <= 0x20) at++
  return at
}
