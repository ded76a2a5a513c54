/**
 * Serves the JSON Schema of each API as `schemas/NAME.json`: typedoc copies files that pages link to into `media`,
 * under the same names.
 */
import { existsSync, mkdirSync, readdirSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import { PageEvent, RendererEvent } from 'typedoc'

const LINK = /(href="(?:\.\.\/)*)media\/(\w+\.json)"/g

/** @param {import('typedoc').Application} app */
export function load(app) {
  app.renderer.on(PageEvent.END, (page) => {
    page.contents = page.contents?.replace(LINK, '$1schemas/$2"')
  })
  const move = ({ outputDirectory }) => {
    const [media, schemas] = [join(outputDirectory, 'media'), join(outputDirectory, 'schemas')]
    const files = existsSync(media) ? readdirSync(media).filter((file) => file.endsWith('.json')) : []
    mkdirSync(schemas, { recursive: true })
    for (const file of files) renameSync(join(media, file), join(schemas, file))
  }
  // After typedoc has copied the files.
  app.renderer.on(RendererEvent.END, move, -1000)
}
