/**
 * The site that `npm run docs` builds. The links of every page are checked. Every page about an API, a field or a topic
 * is opened in Chromium, and a sample of the thousands of pages about types. Pages are opened from files, because the
 * site has to work without a network.
 */
import axe from 'axe-core'
import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { GLUE_APIS } from '../../src/index.js'
import { brokenBecause, buildSite, packedLinks, type Site } from './built-site.js'
import { withChromium } from './chromium.js'

const WIDE = { width: 1280, height: 900 }
const PHONE = { width: 390, height: 844 }

/** At least one page of each kind; axe checks these. */
const KINDS = [
  'index.html',
  'modules.html',
  'hierarchy.html',
  'documents/APIs.html',
  'documents/Guides.html',
  'documents/Guides.Getting_started.html',
  'documents/Explanation.Architecture.html',
  'documents/APIs.CreateConnection.html',
  'documents/APIs.GetTables.html',
  'documents/Record_fields.html',
  'documents/Record_fields.tlsDetails.html',
  'documents/Reference.html',
  'documents/Reference.Issue_codes.html',
  'documents/Reference.The_command_glue-trail.html',
  'documents/Explanation.How_CloudTrail_differs_from_the_API.html',
  'documents/Project.Changelog.html',
  'modules/glue-trail.html',
  'modules/glue-trail_describe.html',
  'functions/glue-trail.decodeRecord.html',
  'functions/glue-trail.matchEvent.html',
  'interfaces/glue-trail.CreateTableRequestParameters.html',
  'interfaces/glue-trail.UpdateTableEvent.html',
  'types/glue-trail.CloudTrailRecord.html',
  'variables/glue-trail.GLUE_APIS.html',
]

let site: Site

beforeAll(() => {
  site = buildSite()
})

afterAll(() => site.remove())

describe('every page', () => {
  it('has no broken link', () => {
    const broken = [...site.pages].flatMap(([page, { links, loads }]) =>
      [...links, ...loads].flatMap((link) => brokenBecause(site, page, link) ?? []),
    )
    expect([...new Set(broken)]).toEqual([])
  })

  it('loads nothing from the network', () => {
    const loads = new Set([...site.pages.values()].flatMap((page) => page.loads))
    expect([...loads].filter((address) => /^(?:\w+:)?\/\//.test(address))).toEqual([])
  })

  it('can be reached from the start page, the navigation or the search, whose links are not broken', () => {
    const { navigation, search } = packedLinks(site)
    expect([...navigation, ...search].flatMap((link) => brokenBecause(site, 'index.html', link) ?? [])).toEqual([])
    const reached = new Set(['index.html', ...[...navigation, ...search].map(pageOf)])
    for (const page of reached) for (const link of site.pages.get(page)?.links ?? []) reached.add(targetOf(page, link))
    expect([...site.pages.keys()].filter((page) => !reached.has(page))).toEqual([])
  })

  it('leads to every API in two clicks', () => {
    for (const page of site.pages.keys()) {
      expect(
        site.pages.get(page)?.links.map((link) => targetOf(page, link)),
        page,
      ).toContain('documents/APIs.html')
    }
    const listed = new Set(site.pages.get('documents/APIs.html')?.links.map((link) => targetOf('documents/APIs.html', link)))
    expect(GLUE_APIS.filter((name) => !listed.has(apiPage(name)))).toEqual([])
    expect(GLUE_APIS.filter((name) => !site.pages.has(apiPage(name)))).toEqual([])
  })
})

describe.each([
  ['1280', WIDE],
  ['390', PHONE],
])('pages of each kind, in Chromium at %s pixels', (_, viewport) => {
  it('have no serious finding of axe, in light and in dark', async () => {
    await withChromium(async (context) => {
      const findings: Array<string> = []
      const page = await context.newPage()
      for (const kind of KINDS) {
        await open(page, kind)
        findings.push(...(await seriousFindings(page, kind)))
      }
      await page.emulateMedia({ colorScheme: 'dark' })
      for (const kind of KINDS.slice(0, 8)) {
        await open(page, kind)
        findings.push(...(await seriousFindings(page, `${kind} in dark`)))
      }
      expect(findings).toEqual([])
    }, viewport)
  }, 900_000)
})

it('in Chromium, pages log no error, load everything and are never wider than the window', async () => {
  const documents = [...site.pages.keys()].filter((page) => page.startsWith('documents/') || !page.includes('/'))
  const typesOfModules = [...site.pages.keys()].filter((page) => !page.startsWith('documents/') && page.includes('/'))
  const opened = [...new Set([...documents, ...KINDS, ...typesOfModules.filter((page, i) => page.startsWith('modules/') || i % 40 === 0)])]
  expect(opened.length).toBeGreaterThan(500)
  const wrong = await withChromium(async (context) => {
    const halves = [opened.filter((_, i) => i % 2 === 0), opened.filter((_, i) => i % 2 === 1)]
    return (await Promise.all(halves.map((pages) => wrongWith(context, pages)))).flat()
  }, WIDE)
  expect(wrong).toEqual([])
}, 1_200_000)

describe('the search', () => {
  it('finds the right page first', async () => {
    const expected = {
      install: 'Install Getting started',
      browser: 'In a browser Read what you have',
      csv: 'Who changed this table? A CSV Guides',
      'access denied': 'Denied calls Who did it, and to what',
      'getting started': 'Getting started Guides',
      'who dropped a table': 'The history of a table Guides',
      UpdateTable: 'UpdateTable APIs',
    }
    await withChromium(async (context) => {
      const page = await context.newPage()
      await open(page, 'index.html')
      await page.locator('#tsd-search-trigger').click()
      const found: Record<string, string | null> = {}
      for (const query of Object.keys(expected)) {
        await page.locator('#tsd-search-input').fill(query)
        await page.waitForTimeout(300)
        found[query] = await page.locator('#tsd-search-results li').first().textContent()
      }
      expect(found).toEqual(expected)
    }, WIDE)
  })
})

describe('by keyboard', () => {
  it('every API can be opened by its name', async () => {
    await withChromium(async (context) => {
      const page = await context.newPage()
      await open(page, 'index.html')
      await page.keyboard.press('Tab')
      expect(await focused(page)).toBe('Skip to the content')
      for (let i = 0; i < 10 && (await focused(page)) !== 'Search'; i++) await page.keyboard.press('Tab')
      expect(await focused(page)).toBe('Search')
      await page.keyboard.press('Enter')
      for (const name of ['UpdateTable', 'GetJob', 'CreateMLTransform']) {
        await page.keyboard.type(name)
        await page.locator('#tsd-search-results li a').first().waitFor()
        await page.waitForTimeout(300)
        await Promise.all([page.waitForURL(new RegExp(`/documents/APIs\\.${name}\\.html$`)), page.keyboard.press('Enter')])
        expect(await page.locator('h1').textContent()).toContain(name)
        await page.keyboard.press('/')
      }
    }, WIDE)
  })

  it('the skip link moves the focus to the content', async () => {
    await withChromium(async (context) => {
      const page = await context.newPage()
      await open(page, 'documents/APIs.html')
      await page.keyboard.press('Tab')
      await page.keyboard.press('Enter')
      expect(await page.evaluate('document.activeElement.id')).toBe('main')
    }, WIDE)
  })

  it('the list of APIs can be filtered', async () => {
    await withChromium(async (context) => {
      const page = await context.newPage()
      await open(page, 'documents/APIs.html')
      await page.getByLabel('Filter').fill('delete partition')
      expect((await page.locator('.tsd-typography li:visible a').allTextContents()).sort()).toEqual([
        'BatchDeletePartition',
        'DeleteColumnStatisticsForPartition',
        'DeletePartition',
        'DeletePartitionIndex',
      ])
      expect(await page.locator('#api-filter p').textContent()).toBe(`4 of ${GLUE_APIS.length}`)
    }, WIDE)
  })

  it('the navigation of a phone opens, and leads to an API', async () => {
    await withChromium(async (context) => {
      const page = await context.newPage()
      await open(page, 'index.html')
      expect(await page.locator('#tsd-nav-container').isVisible()).toBe(false)
      await page.locator('#tsd-toolbar-menu-trigger').focus()
      await page.keyboard.press('Enter')
      const link = page.locator('#tsd-sidebar-links').getByText('APIs', { exact: true })
      await link.waitFor()
      await link.focus()
      await page.keyboard.press('Enter')
      await page.waitForURL(/\/documents\/APIs\.html$/)
      await page.locator('main').getByRole('link', { name: 'DeleteTable', exact: true }).click()
      await page.waitForURL(/\/documents\/APIs\.DeleteTable\.html$/)
    }, PHONE)
  })
})

const apiPage = (name: string): string => `documents/APIs.${name}.html`

const pageOf = (link: string): string => decodeURIComponent(link.split('#', 1)[0] ?? '')

/** Returns the page of the site that a link leads to. */
function targetOf(from: string, link: string): string {
  const { origin, pathname } = new URL(link, `site://site/${from}`)
  return origin === 'null' && link.startsWith('http') ? link : decodeURIComponent(pathname.slice(1))
}

/** Opens a page and waits until its scripts have run. */
async function open(page: Page, address: string): Promise<void> {
  await page.goto(site.url(address))
  await page.waitForFunction('document.body.style.display === "" && document.querySelector("#tsd-nav-container li") !== null')
}

const focused = async (page: Page): Promise<unknown> =>
  await page.evaluate('document.activeElement.getAttribute("aria-label") ?? document.activeElement.textContent')

interface AxeResults {
  readonly violations: ReadonlyArray<{
    readonly id: string
    readonly impact: string
    readonly nodes: ReadonlyArray<{ readonly html: string }>
  }>
}

async function seriousFindings(page: Page, name: string): Promise<ReadonlyArray<string>> {
  await page.evaluate(axe.source)
  const { violations } = (await page.evaluate('axe.run({ resultTypes: ["violations"] })')) as AxeResults
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${name}: ${id} ${nodes.length} ${nodes[0]?.html.slice(0, 120)}`)
}

/** Returns what is wrong with pages; each is opened at both widths. */
async function wrongWith(context: BrowserContext, addresses: ReadonlyArray<string>): Promise<ReadonlyArray<string>> {
  const page = await context.newPage()
  const wrong: Array<string> = []
  let current = ''
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) wrong.push(`${current}: ${message.text()}`)
  })
  page.on('pageerror', (error) => wrong.push(`${current}: ${error.message}`))
  page.on('requestfailed', (request) => wrong.push(`${current}: no ${request.url()}`))
  page.on('request', (request) => {
    if (!/^(?:file|data|blob):/.test(request.url())) wrong.push(`${current}: requests ${request.url()}`)
  })
  for (current of addresses) {
    await page.setViewportSize(WIDE)
    await open(page, current)
    for (const viewport of [WIDE, PHONE]) {
      await page.setViewportSize(viewport)
      const width = await page.evaluate('document.documentElement.scrollWidth')
      if (Number(width) > viewport.width) wrong.push(`${current}: ${width} pixels wide at ${viewport.width}`)
    }
  }
  await page.close()
  return wrong
}
