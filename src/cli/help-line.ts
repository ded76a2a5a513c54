/**
 * Lines of the help: options that belong together share one, so that all options fit on a screen.
 *
 * @module
 */
import { type Command, Help, type Option } from 'commander'

/** The option that shares the line of another, and what the line says of both. */
interface SharedLine {
  readonly second: Option
  readonly meaning: string
}

const shared = /* @__PURE__ */ new WeakMap<Option, SharedLine>()
const seconds = /* @__PURE__ */ new WeakSet<Option>()

/** Adds two options to a command, with one line in its help. */
export function withPair(command: Command, first: Option, second: Option, meaning: string): Command {
  shared.set(first, { second, meaning })
  seconds.add(second)
  return command.addOption(first).addOption(second)
}

/** How the help shows options. Descriptions name choices and defaults themselves. */
export const optionLines: Pick<Help, 'formatHelp' | 'optionTerm' | 'optionDescription' | 'subcommandTerm'> = {
  formatHelp: (command, helper) => {
    // Completions use the list of the helper itself, which has all options.
    const visibleOptions: Help['visibleOptions'] = (of) => helper.visibleOptions(of).filter((option) => !seconds.has(option))
    const lines = new Help().formatHelp(command, Object.assign(Object.create(helper) as Help, { visibleOptions }))
    // What the command does stands below its usage.
    return command.description() === '' ? lines : lines.replace('\n\n', '\n')
  },
  optionTerm: (option) => {
    const second = shared.get(option)?.second
    return second === undefined ? option.flags : `${option.long}, ${second.flags}`
  },
  optionDescription: (option) => shared.get(option)?.meaning ?? option.description,
  // All commands have options.
  subcommandTerm: (command) => `${command.name()} ${command.usage()}`.replace(' [options]', ''),
}
