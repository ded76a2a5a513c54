/**
 * Whether output has colors, and which.
 *
 * @module
 */
import picocolors from 'picocolors'

/** Functions that add a color to a string, or return it as it is. */
export type Colours = ReturnType<typeof picocolors.createColors>

/** Where output goes, as far as colors depend on it. */
export interface Target {
  readonly isTTY?: boolean | undefined
}

/** What else decides. */
export interface ColourSettings {
  readonly env: Readonly<Record<string, string | undefined>>
  /** `--color` or `--no-color`; `undefined` where neither is given. */
  readonly wanted?: boolean | undefined
}

/**
 * Returns colors for a terminal unless `NO_COLOR` or `--no-color` is given, and elsewhere where `FORCE_COLOR` or
 * `--color` is. The decision of picocolors is for one process and one stream, and its `CI` would add colors to files.
 *
 * @see {@link https://no-color.org NO_COLOR}
 */
export function coloursFor(target: Target, { env, wanted }: ColourSettings): Colours {
  const forced = env.FORCE_COLOR !== undefined && env.FORCE_COLOR !== '' && env.FORCE_COLOR !== '0'
  const coloured = wanted ?? (env.NO_COLOR ? false : forced || (target.isTTY === true && env.TERM !== 'dumb'))
  return picocolors.createColors(coloured)
}
