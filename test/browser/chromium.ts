/** A real Chromium for the tests that need one: Debian's, without network of its own. */
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type BrowserContext, chromium } from 'playwright-core'

const EXECUTABLE = process.env.CHROMIUM ?? '/usr/bin/chromium'

/** Without these Chromium asks for updates and settings at its start, which a machine without network refuses many times over. */
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** Runs `use` with a browser that has a fresh profile, and closes it whatever happens. */
export async function withChromium<A>(
  use: (context: BrowserContext) => Promise<A>,
  viewport: { readonly width: number; readonly height: number } = { width: 1280, height: 900 },
): Promise<A> {
  if (!existsSync(EXECUTABLE)) throw new Error(`no Chromium: install Debian's package chromium, or set CHROMIUM`)
  const profile = mkdtempSync(join(tmpdir(), 'glue-trail-chromium-'))
  const context = await chromium.launchPersistentContext(profile, { executablePath: EXECUTABLE, headless: true, args: FLAGS, viewport })
  try {
    return await use(context)
  } finally {
    await context.close()
    rmSync(profile, { recursive: true, force: true })
  }
}
