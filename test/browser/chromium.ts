/** Debian's Chromium, for the tests that need a browser; it makes no requests of its own. */
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type BrowserContext, chromium } from 'playwright-core'

const EXECUTABLE = process.env.CHROMIUM ?? '/usr/bin/chromium'

/**
 * Without these flags, Chromium requests updates and settings when it starts, which fails many times on a machine
 * without a network.
 */
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** Runs `use` with a browser that has a new profile, and always closes it. */
export async function withChromium<A>(
  use: (context: BrowserContext) => Promise<A>,
  viewport: { readonly width: number; readonly height: number } = { width: 1280, height: 900 },
): Promise<A> {
  if (!existsSync(EXECUTABLE)) throw new Error('no Chromium: install the Debian package chromium, or set CHROMIUM')
  const profile = mkdtempSync(join(tmpdir(), 'glue-trail-chromium-'))
  const context = await chromium.launchPersistentContext(profile, { executablePath: EXECUTABLE, headless: true, args: FLAGS, viewport })
  try {
    return await use(context)
  } finally {
    await context.close()
    rmSync(profile, { recursive: true, force: true })
  }
}
