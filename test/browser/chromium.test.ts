import { expect, test } from 'vitest'
import { withChromium } from './chromium.js'

test('a page in Chromium can read a page of ours', async () => {
  const shown = await withChromium(async (context) => {
    const page = await context.newPage()
    await page.setContent('<main><h1>glue-trail</h1></main>')
    return page.locator('h1').textContent()
  })
  expect(shown).toBe('glue-trail')
})
