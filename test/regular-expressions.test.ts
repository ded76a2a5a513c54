/**
 * Regular expressions of the sources are linear by their form. The form is: no repetition within a repetition; after
 * `^`, at most one repetition without a bound; elsewhere only as the last thing, where nothing after it can fail.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'
import { expect, it } from 'vitest'
import { ROOT } from './support/root.js'

/** Expressions of another form, and why each is linear, or what bounds the string. */
const OTHERS: Readonly<Record<string, string>> = {
  'src/cli/describe.ts ^\\S.*$': 'a match is a whole line, of a description of this package',
  'src/cli/near-miss.ts \\(Did you mean .*\\)': 'the line is an error on the command line',
  'src/cli/usage.ts [.\\s]+$': 'the line is an error on the command line',
  'src/cli/usage.ts \\s*\\n(\\(.*\\))\\s*$': 'the line is an error on the command line',
  'src/cli/usage.ts \\s*\\n\\s*': 'the line is an error on the command line',
  'src/codec/fields.ts ([\\w$]+)\\.([\\w$]+)': 'the string is code of this package',
  'src/codec/fields.ts [*|[{]*(?:\\w|\\(\\d+\\))!?|;': 'the string is generated',
  'src/codec/fields.ts ^(?:function[^(]*)?\\(?\\s*([\\w$]+)': 'the string is code of this package',
  'src/describe/api-facts.ts ^(\\w+)(?:=(\\w+))?(!?)(\\+?)$': 'the string is generated; the repetitions have = between them',
  'src/example/enum-values.ts [!+]+$': 'the string is generated',
  'src/example/failure.ts \\{([A-Z])(\\w*?)(?:Name|Id)?\\}':
    'the string is a template of this package; a match begins with {, which is not repeated',
  'src/example/fill.ts \\{([A-Za-z]+)(?::([0-9]+))?(#?)\\}':
    'the string is a template of this package; a match begins with {, which is not repeated',
  'src/example/leaf.ts ^(\\d+)\\.\\.(\\d+)$': 'the string is generated; the repetitions have .. between them',
  'src/insight/glue-arn.ts ^([*+]?)(\\w+)([/:]+)$': 'the string is generated; the repetitions share no character',
  'src/insight/glue-arn.ts ^(\\w+)(?:[/:](.+))?$': 'the first repetition ends before : and /, and nothing follows the second',
  'src/insight/phrase.ts [A-Z]+(?=[A-Z][a-z])|[A-Z][a-z0-9]*': 'the name is cut at 64 characters',
  'src/scalar/arn.ts ^arn:([a-z][a-z0-9-]*):([a-z0-9][a-z0-9-]*):([a-z0-9-]*):([A-Za-z0-9-]*):(.+)$':
    'each repetition but the last ends before a colon, and nothing follows the last',
}

interface Repetition {
  readonly isNested: boolean
  /** Whether it is the end of the expression, or of one of its alternatives. */
  readonly isLast: boolean
}

const UNBOUNDED = /^(?:[*+]|\{\d+,\})\??/
const BOUNDED = /^(?:\?|\{\d+(?:,\d+)?\})\??/
const ATOM = /^(?:\\(?:[pPu]\{[^}]*\}|k<\w+>|u[\da-f]{4}|x[\da-f]{2}|.)|\[(?:\\.|[^\]\\])*\]|[^()|])/i
const OPEN = /^\((?:\?(?:[:=!]|<[=!]|<\w+>))?/

/** Returns the repetitions without a bound, and whether there are alternatives outside groups. */
function readForm(source: string): { readonly repetitions: ReadonlyArray<Repetition>; readonly hasAlternatives: boolean } {
  const repetitions: Array<Repetition> = []
  let hasAlternatives = false
  /** For each open group: whether it has a repetition without a bound. */
  const open = [false]
  let isInside = false
  for (let rest = source; rest !== ''; ) {
    const taken = OPEN.exec(rest)?.[0]
    if (taken !== undefined) {
      open.push(false)
      rest = rest.slice(taken.length)
      continue
    }
    if (rest[0] === '|') {
      if (open.length === 1) hasAlternatives = true
      rest = rest.slice(1)
      continue
    }
    if (rest[0] === ')') {
      isInside = open.pop() === true
      rest = rest.slice(1)
    } else {
      isInside = false
      rest = rest.slice(ATOM.exec(rest)?.[0].length ?? 1)
    }
    const unbounded = UNBOUNDED.exec(rest)?.[0]
    rest = rest.slice((unbounded ?? BOUNDED.exec(rest)?.[0] ?? '').length)
    if (unbounded !== undefined) repetitions.push({ isNested: isInside, isLast: open.length === 1 && (rest === '' || rest[0] === '|') })
    if (unbounded !== undefined || isInside) open[open.length - 1] = true
  }
  return { repetitions, hasAlternatives }
}

function isLinear(source: string, flags: string): boolean {
  const { repetitions, hasAlternatives } = readForm(source)
  if (repetitions.some(({ isNested }) => isNested)) return false
  const isAnchored = source.startsWith('^') && !hasAlternatives && !flags.includes('m')
  return (isAnchored && repetitions.length <= 1) || repetitions.every(({ isLast }) => isLast)
}

interface Expression {
  readonly place: string
  readonly source: string
  readonly flags: string
}

function expressionsIn(path: string): ReadonlyArray<Expression> {
  const file = ts.createSourceFile(path, readFileSync(join(ROOT, path), 'utf8'), ts.ScriptTarget.Latest)
  const found: Array<Expression> = []
  const visit = (node: ts.Node): void => {
    if (ts.isRegularExpressionLiteral(node)) {
      const end = node.text.lastIndexOf('/')
      found.push({ place: path, source: node.text.slice(1, end), flags: node.text.slice(end + 1) })
    }
    if (ts.isNewExpression(node) && node.expression.getText(file) === 'RegExp') found.push({ place: path, source: 'RegExp', flags: '' })
    ts.forEachChild(node, visit)
  }
  visit(file)
  return found
}

const expressions = readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts') && !path.startsWith('generated'))
  .toSorted()
  .flatMap((path) => expressionsIn(`src/${path}`))

it.each([
  ['^(a+)+$', '', false],
  ['^(?:a|b*c)*$', '', false],
  ['^a*b*$', '', false],
  ['\\s+$', '', false],
  ['^a+$', 'm', false],
  ['^a|b+c', '', false],
  ['^[a)*+]*\\)$', '', true],
  ['^a{1,9}b{2,}', '', true],
  ['\\p{L}{1,9}|[\\]+]+', 'u', true],
  ['(?<name>a?){1,4}\\u{41}', 'u', true],
])('knows the form of %s', (source, flags, expected) => {
  expect(isLinear(source, flags)).toBe(expected)
})

it('are there', () => {
  expect(expressions.length).toBeGreaterThan(100)
  expect(expressions.filter(({ source }) => source === 'RegExp')).toEqual([])
})

it('are linear by their form, or are listed with the reason', () => {
  const other = expressions.filter(({ source, flags }) => !isLinear(source, flags)).map(({ place, source }) => `${place} ${source}`)
  expect(other.toSorted()).toEqual(Object.keys(OTHERS).toSorted())
})
