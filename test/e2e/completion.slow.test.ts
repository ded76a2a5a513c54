/** In a shell, what the help lists is completed. */
import { describe, expect, it } from 'vitest'
import { shell } from './command.js'

describe('completion in bash', () => {
  /**
   * Returns what bash offers for a line. The first function replaces the one that the script needs from
   * bash-completion.
   */
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
    [['de'], ['decode', 'describe', 'demo']],
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

  it('falls back to file names', () => {
    expect(shell('source <(glue-trail complete bash) 2>/dev/null; complete -p glue-trail').out).toBe(
      'complete -o bashdefault -o default -F __glue_trail_complete glue-trail\n',
    )
  })
})
