import { Option } from 'commander'
import { expect, it } from 'vitest'
import { optionLines, withPair } from '../../src/cli/help-line.js'
import { newCommand } from '../../src/cli/usage.js'

it('shows two options in one line, and parses both', () => {
  const [from, to] = [new Option('--from <time>', 'since'), new Option('--to <time>', 'before')]
  const command = withPair(newCommand('x'), from, to, 'since this time; before it').option('--other', 'alone')
  expect(command.helpInformation()).toContain(
    ['Options:', '  --from, --to <time>  since this time; before it', '  --other              alone', ''].join('\n'),
  )
  expect(command.parse(['--from', 'a', '--to', 'b'], { from: 'user' }).opts()).toEqual({ from: 'a', to: 'b' })
  expect(to.description).toBe('before')
})

it('shows the flags and the description of an option without another', () => {
  const option = new Option('-f, --format <format>', 'the format').choices(['a', 'b'])
  expect([optionLines.optionTerm(option), optionLines.optionDescription(option)]).toEqual(['-f, --format <format>', 'the format'])
})
