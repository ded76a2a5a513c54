import { readdirSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { ROOT } from './support/root.js'

const FOLDERS = ['src', 'test', 'codegen', 'bench', 'model', 'docs/site', 'examples']

const OTHERS = /(?:^|\/)(?:node_modules|generated|\.cache)\//

const files = FOLDERS.flatMap((folder) =>
  readdirSync(`${ROOT}${folder}`, { recursive: true, encoding: 'utf8' })
    .map((path) => `${folder}/${path}`)
    .filter((path) => /\.m?ts$/.test(path) && !OTHERS.test(path)),
)

const COMMENT = /^\s*(?:\/\/|\/?\*(?:[\s/*]|$))/

/** A link cannot be broken. */
const LINK_ALONE = /^\s*(?:\/\/|\/?\*)\s*\{@link \S+[^}]*\}\.?$/

/** Returns the numbers of comment lines that are too long. The code of an example is as wide as other code. */
function tooLong(text: string): ReadonlyArray<number> {
  let isExample = false
  return text.split('\n').flatMap((line, i) => {
    if (/^\s*\* @/.test(line)) isExample = /@example\b/.test(line)
    if (line.trim() === '*/') isExample = false
    return line.length > 120 && COMMENT.test(line) && !LINK_ALONE.test(line) && !isExample ? [i + 1] : []
  })
}

it('keeps comment lines to 120 columns', () => {
  const long = files.flatMap((path) => tooLong(readFileSync(`${ROOT}${path}`, 'utf8')).map((line) => `${path}:${line}`))
  expect(files.length).toBeGreaterThan(500)
  expect(long).toEqual([])
})
