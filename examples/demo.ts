/**
 * Tells a day in a data platform from the example trail, or shows what is in log files of your own.
 *
 *   npm run demo                       the story
 *   npm run demo -- PATH               a file (.json or .json.gz) or a folder of your own
 *   npm run demo -- PATH --all         calls of other services too
 *   npm run demo -- --width 140        that many columns, whatever the terminal
 */
import { parseArgs } from 'node:util'
import { overview } from './overview.js'
import { screenOf } from './screen.js'
import { tellStory } from './tell-story.js'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { all: { type: 'boolean', default: false }, width: { type: 'string' } },
})
const width = values.width === undefined ? undefined : Math.max(Number.parseInt(values.width, 10) || 0, 60)
const screen = screenOf(process.stdout, width)
const [path] = positionals
if (path === undefined) await tellStory(screen)
else overview(path, screen, values.all)
