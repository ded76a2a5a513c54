import { describe, expect, it } from 'vitest'
import { answerTo, scriptFor } from '../../src/cli/completion.js'
import { programToComplete } from '../../src/cli/program.js'

const nothing = async (): Promise<void> => {}

/** What a shell is answered for the words after `glue-trail`, the last of them unfinished. */
function answer(...words: ReadonlyArray<string>): ReadonlyArray<string> {
  const program = programToComplete(
    {
      decode: nothing,
      history: nothing,
      summary: nothing,
      describe: nothing,
      schema: nothing,
      table: nothing,
      validate: nothing,
      demo: nothing,
      complete: nothing,
    },
    '1.2.3',
  )
  const values = ['CreateTable', 'DeleteTable', 'DeleteTableVersion']
  const completed = [
    { command: 'decode', name: 'api', values },
    { command: 'describe', name: 'api', values },
  ]
  return answerTo(program, completed, words).trimEnd().split('\n')
}

const words = (lines: ReadonlyArray<string>): ReadonlyArray<string> => lines.map((line) => line.split('\t')[0] ?? '')

describe('answerTo', () => {
  it('offers commands', () => {
    expect(words(answer(''))).toEqual([
      'decode',
      'history',
      'summary',
      'describe',
      'schema',
      'table',
      'validate',
      'demo',
      'help',
      'complete',
      ':4',
    ])
    expect(words(answer('de'))).toEqual(['decode', 'describe', 'demo', ':4'])
  })

  it('offers the options of a command', () => {
    expect(words(answer('decode', '--re'))).toEqual(['--record', '--region', '--reads', '--resource', '--redact', ':4'])
  })

  it('offers what an option takes', () => {
    expect(words(answer('decode', '--format', ''))).toEqual(['table', 'ndjson', 'json', 'csv', 'parquet', ':4'])
    expect(words(answer('decode', 'logs', '--fail-on', 'n'))).toEqual(['nonconforming', ':4'])
  })

  it('offers the names of APIs', () => {
    expect(words(answer('decode', '--api', 'Delete'))).toEqual(['DeleteTable', 'DeleteTableVersion', ':4'])
    expect(words(answer('describe', 'Cr'))).toEqual(['CreateTable', ':4'])
  })

  it('leaves files to the shell where it has nothing to offer', () => {
    expect(answer('decode', 'exam')).toEqual([':0'])
    expect(answer('decode', '')).toEqual([':0'])
    expect(answer('decode', '--nonsense')).toEqual([':4'])
  })

  it('refuses to complete what the program does not have', () => {
    const program = programToComplete(
      {
        decode: nothing,
        history: nothing,
        summary: nothing,
        describe: nothing,
        schema: nothing,
        table: nothing,
        validate: nothing,
        demo: nothing,
        complete: nothing,
      },
      '1.2.3',
    )
    expect(() => answerTo(program, [{ command: 'decode', name: 'apis', values: [] }], [''])).toThrow('nothing to complete: decode apis')
  })
})

describe('scriptFor', () => {
  it.each(['bash', 'zsh', 'fish'])('prints a script for %s that asks the command', (shell) => {
    expect(scriptFor(shell, 'glue-trail')).toContain('glue-trail complete -- ')
  })

  it('falls back to files in bash, and may be sourced twice', () => {
    const script = scriptFor('bash', 'glue-trail')
    expect(script).toContain('\ncomplete -o default -o bashdefault -F __glue_trail_complete glue-trail\n')
    expect(script).not.toContain('readonly ')
  })

  it('leaves the console as it was', () => {
    const { log } = console
    scriptFor('zsh', 'glue-trail')
    expect(console.log).toBe(log)
  })
})
