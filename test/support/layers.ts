import { SUBPATHS } from '../../subpaths.js'

/** The folders of subpaths. They have layer 7 unless another one is listed. */
const BESIDE_THE_CORE = SUBPATHS.flatMap(({ module }) => /^src\/(\w+)\/index\.ts$/.exec(module)?.[1] ?? [])

/** Layers by folder below `src`. Folders with the same number do not import each other. */
export const LAYERS: Readonly<Record<string, number>> = {
  ...Object.fromEntries(BESIDE_THE_CORE.map((folder) => [folder, 7])),
  codec: 0,
  scalar: 1,
  generated: 2,
  event: 3,
  insight: 4,
  source: 4,
  filter: 5,
  'index.ts': 6,
  parquet: 8,
  cli: 9,
}
