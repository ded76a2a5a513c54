import { expect, it } from 'vitest'
import { coloursFor } from '../../../src/cli/colour.js'
import { CHAPTERS } from '../../../src/cli/demo/chapters.js'
import { tellStory } from '../../../src/cli/demo/tell-story.js'

it('has every chapter, and fits into the width', async () => {
  const story = await tellStory('examples/trail', { width: 80, colours: coloursFor({}, { env: {} }) })
  for (const { title } of CHAPTERS) expect(story).toContain(`\n${title}\n`)
  for (const line of story.split('\n')) expect(line.length, line).toBeLessThanOrEqual(80)
})
