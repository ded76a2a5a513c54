/**
 * A short text that stands for a JSON value: the same for equal values whatever the order of their members, and in practice another for any two that
 * differ (128 bits). No protection against someone who makes two values collide on purpose.
 *
 * @module
 */

/** The fingerprint of a value as `JSON.parse` gives it. Time and memory grow with its size; nesting may be of any depth. */
export function fingerprintOf(value: unknown): string {
  let a = 0x243f6a88
  let b = 0x85a308d3
  let c = 0x13198a2e
  let d = 0x03707344
  const add = (text: string): void => {
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i)
      a = b ^ Math.imul(a ^ code, 0x9e3779b1)
      b = c ^ Math.imul(b ^ code, 0x85ebca77)
      c = d ^ Math.imul(c ^ code, 0xc2b2ae3d)
      d = a ^ Math.imul(d ^ code, 0x27d4eb2f)
    }
  }
  const open: Array<unknown> = [value]
  while (open.length > 0) {
    const next = open.pop()
    if (Array.isArray(next)) {
      add(`[${next.length},`)
      for (const item of next) open.push(item)
    } else if (typeof next === 'object' && next !== null) {
      const keys = Object.keys(next).sort()
      add(`{${keys.map((key) => JSON.stringify(key)).join()}}`)
      for (const key of keys) open.push((next as Readonly<Record<string, unknown>>)[key])
    } else {
      // Lengths and kinds stand before what they describe, so that no two values give the same text.
      const text = String(next)
      add(`${typeof next} ${text.length} ${text}`)
    }
  }
  return [a, b, c, d].map((lane) => (lane >>> 0).toString(36)).join()
}
