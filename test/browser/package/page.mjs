// The page's only script: the bundled package, what the policy refused, and the functions that the test calls.
import { answerOf, examples } from './answer.mjs'

const refused = []
document.addEventListener('securitypolicyviolation', ({ blockedURI, effectiveDirective }) => {
  refused.push(`${effectiveDirective} ${blockedURI}`)
})

/** Returns whether a function does not throw, such as one that makes code of a string. */
const works = (what) => {
  try {
    what()
    return true
  } catch {
    return false
  }
}

/** An empty WebAssembly module. */
const NOTHING = Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0)

/** Calls a function in a task of the page: what the browser's driver calls directly is exempt from the policy. */
const later = (what) => new Promise((resolve) => setTimeout(() => resolve(what())))

globalThis.page = {
  answer: (base64) => later(() => answerOf(Uint8Array.from(atob(base64), (character) => character.charCodeAt(0)))),
  examples: () => later(examples),
  refused: () => refused,
  makesCode: () => later(() => works(() => new Function('return 1')())),
  compilesWasm: () => later(() => works(() => new WebAssembly.Module(NOTHING))),
}
