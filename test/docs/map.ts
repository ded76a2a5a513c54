/** The drawing of the folder map, made from the table that `test/architecture.test.ts` enforces. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT, textOf } from './markdown.js'

/** A folder of `src` and its number. */
export interface Folder {
  readonly name: string
  readonly layer: number
}

/** The enforced table, without folders that are yet to come. */
export function enforcedFolders(): ReadonlyArray<Folder> {
  const [, table = ''] = /const LAYERS[^{]*\{([^}]*)\}/.exec(readFileSync(join(ROOT, 'test', 'architecture.test.ts'), 'utf8')) ?? []
  return [...table.matchAll(/'?([\w./-]+)'?: (\d+),/g)]
    .map(([, name = '', layer]) => ({ name, layer: Number(layer) }))
    .filter(({ name }) => existsSync(join(ROOT, 'src', name)))
}

/** The table of CONTRIBUTING. */
export const listedFolders = (): ReadonlyArray<Folder> =>
  [...textOf('CONTRIBUTING.md').matchAll(/^\| (\d+) +\| `src\/([\w./-]+)` /gm)].map(([, layer, name = '']) => ({
    name,
    layer: Number(layer),
  }))

/** What stands in a box below its name. */
const SUBTITLES: Readonly<Record<string, string>> = {
  cli: 'the command glue-trail',
  node: 'glue-trail/node: files, folders',
  aws: 'glue-trail/aws: S3, queues, Lambda',
  example: 'glue-trail/example: events',
  arbitrary: 'glue-trail/arbitrary: fast-check',
  describe: 'glue-trail/describe: descriptions',
  archive: 'glue-trail/archive: rows',
  parquet: 'glue-trail/parquet: tables of rows in files',
  'index.ts': 'glue-trail: the public list',
  filter: 'three-valued predicates',
  insight: 'answers: who, what, why, history',
  source: 'glue-trail/source: log files from bytes',
  event: 'record families, decodeRecord, guards',
  generated: '314 APIs and the record, by the generator',
  scalar: 'account ids, ARNs, timestamps',
  report: 'issues as data, then as text',
  codec: 'compiled checks and the collector, over io-ts',
}

const [WIDTH, LEFT, ROW, BOX, GAP] = [960, 44, 62, 50, 10]

/** One blue for all boxes, white text on it: it reads on a light page as on a dark one. */
const STYLE =
  'rect{fill:#2f5d8a}text{font-family:system-ui,-apple-system,"Segoe UI",Helvetica,Arial,sans-serif}.n{font-size:15px;font-weight:600;fill:#fff}.s{font-size:12px;fill:#fff}.l{font-size:14px;fill:#808890}.a{stroke:#808890;stroke-width:1.5;fill:none}'

/** A row for each number, the largest on top, as imports point downwards. */
export function mapDrawing(folders: ReadonlyArray<Folder>): string {
  const layers = [...new Set(folders.map(({ layer }) => layer))].sort((a, b) => b - a)
  const height = layers.length * ROW + GAP
  const rows = layers.map((layer, row) => {
    const boxes = folders.filter((folder) => folder.layer === layer)
    const width = (WIDTH - LEFT - GAP * boxes.length) / boxes.length
    const y = GAP + row * ROW
    const drawn = boxes.map(({ name }, i) => {
      const x = LEFT + i * (width + GAP)
      const middle = (x + width / 2).toFixed(1)
      const text = [
        `<text class="n" x="${middle}" y="${y + 21}">${name}</text>`,
        `<text class="s" x="${middle}" y="${y + 39}">${SUBTITLES[name] ?? ''}</text>`,
      ]
      return `<rect x="${x.toFixed(1)}" y="${y}" width="${width.toFixed(1)}" height="${BOX}" rx="5"/>${text.join('')}`
    })
    return `<text class="l" x="30" y="${y + 31}">${layer}</text>${drawn.join('')}`
  })
  const arrow = `<path class="a" d="M14 ${GAP + 6}V${height - 14}m-4-7 4 7 4-7"/>`
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" role="img" text-anchor="middle" aria-labelledby="title">
<title id="title">The folders of src by number. Each imports only from folders below it.</title>
<style>${STYLE}</style>
${arrow}
${rows.join('\n')}
</svg>
`
}
