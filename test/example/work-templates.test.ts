import { expect, it } from 'vitest'
import { chance } from '../../src/example/chance.js'
import { fill } from '../../src/example/fill.js'
import { platformOf } from '../../src/example/platform.js'
import { WORK_TEXTS } from '../../src/example/work-templates.js'

it('has names before what they hold, and words in braces that the platform knows', () => {
  const { words } = platformOf(1)
  for (const line of WORK_TEXTS) {
    expect(line).toMatch(/^[@\w.]+(?: [@\w.]+)*: \S/)
    const filled = fill(line.slice(line.indexOf(': ') + 2), { words, draw: chance(1), now: Date.UTC(2025, 0, 1) })
    expect(filled).not.toMatch(/\{[A-Za-z]+#?\}|undefined/)
  }
})
