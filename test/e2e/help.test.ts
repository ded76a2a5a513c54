/** What the help says is true: its examples run, and a shell can complete what it lists. */
import { describe, expect, it } from 'vitest'
import { run, shell } from './command.js'

const COMMANDS = [[], ['decode'], ['history'], ['summary'], ['describe'], ['table'], ['complete']]

const helpOf = (command: ReadonlyArray<string>): string => run([...command, '--help']).out

describe('help', () => {
  it.each(COMMANDS.map((command) => [command]))('of %j fits into 80 columns', (command) => {
    const help = helpOf(command)
    expect(help.startsWith(`Usage: glue-trail ${command.join('')}`)).toBe(true)
    // Examples are lines to copy, and may be longer.
    const [options = ''] = help.split(/\n(?:Examples|Once)/)
    for (const line of options.split('\n')) expect(line.length, line).toBeLessThanOrEqual(80)
  })

  it('is the same by help and by --help', () => {
    expect(run(['help', 'decode'])).toEqual({ status: 0, out: helpOf(['decode']), err: '' })
  })

  const examples = COMMANDS.flatMap((command) =>
    [...helpOf(command).matchAll(/^ {2}(glue-trail (?!complete).*)$/gm)].map((match) => match[1] ?? ''),
  )

  it('has examples', () => {
    expect(examples.length).toBeGreaterThan(8)
  })

  it.each(examples.filter((line) => !/\.fish$| --out /.test(line)))('has an example that works: %s', (line) => {
    const { status, out, err } = shell(line)
    expect([status, out === '', err.includes('error')]).toEqual([0, false, false])
  })
})

describe('completion in bash', () => {
  /** What bash offers for a line; of the package bash-completion, the one function is here that the script needs. */
  const offered = (...words: ReadonlyArray<string>): ReadonlyArray<string> => {
    const { out } = shell(`
      _get_comp_words_by_ref() { words=("\${COMP_WORDS[@]}"); cword=$COMP_CWORD; cur=\${COMP_WORDS[COMP_CWORD]}; prev=\${COMP_WORDS[COMP_CWORD-1]}; }
      source <(glue-trail complete bash)
      source <(glue-trail complete bash)
      COMP_WORDS=(glue-trail ${words.join(' ')})
      COMP_CWORD=${words.length}
      __glue_trail_complete 2>/dev/null
      printf '%s\\n' "\${COMPREPLY[@]}"`)
    return out.split('\n').filter((line) => line !== '')
  }

  it.each([
    [['de'], ['decode', 'describe']],
    [
      ['describe', 'UpdateTab'],
      ['UpdateTable', 'UpdateTableOptimizer'],
    ],
    [['describe', 'GetJob', 'UpdateTableOpt'], ['UpdateTableOptimizer']],
    [['describe', 'GetJob', '--format', 'm'], ['markdown']],
    [['decode', '--api', 'BatchStop'], ['BatchStopJobRun']],
    [['decode', 'logs', '--form'], ['--format']],
    [['decode', 'logs', '--format', 'c'], ['csv']],
    [['decode', 'exam'], []],
  ])('offers for %j', (words, expected) => {
    expect(offered(...words)).toEqual(expected)
  })

  it('leaves files to bash', () => {
    expect(shell('source <(glue-trail complete bash) 2>/dev/null; complete -p glue-trail').out).toBe(
      'complete -o bashdefault -o default -F __glue_trail_complete glue-trail\n',
    )
  })
})
