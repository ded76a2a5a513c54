/**
 * The map in `docs/explanation/architecture.md` shows the enforced layers. `npx vitest run test/docs -u` draws it
 * again.
 */
import { describe, expect, it } from 'vitest'
import { enforcedFolders, type Folder, listedFolders, mapDrawing } from './map.js'
import { textOf } from './markdown.js'

const sorted = (folders: ReadonlyArray<Folder>): ReadonlyArray<string> => folders.map(({ name, layer }) => `${layer} ${name}`).toSorted()

describe('the map', () => {
  const folders = enforcedFolders()

  it('is read from the enforced table', () => {
    expect(folders.length).toBeGreaterThan(12)
    expect(folders).toContainEqual({ name: 'codec', layer: 0 })
    expect(folders).toContainEqual({ name: 'index.ts', layer: 6 })
  })

  it('shows every folder, with a line about it', async () => {
    const drawing = mapDrawing(folders)
    expect([...drawing.matchAll(/class="n"[^>]*>([^<]+)</g)].map(([, name]) => name).toSorted()).toEqual(
      folders.map(({ name }) => name).toSorted(),
    )
    expect([...drawing.matchAll(/class="s"[^>]*></g)]).toEqual([])
    await expect(drawing).toMatchFileSnapshot('../../docs/explanation/architecture.svg')
  })

  it('is shown in the explanation', () => {
    expect(textOf('docs/explanation/architecture.md')).toMatch(/!\[[^\]]{40,}\]\(architecture\.svg\)/)
  })

  it('is the table of CONTRIBUTING', () => {
    expect(sorted(listedFolders())).toEqual(sorted(folders))
  })
})
