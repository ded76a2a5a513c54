/**
 * Whether output is coloured, and the colours.
 *
 * @module
 */
import picocolors from 'picocolors'

/** The functions that colour a text, or hand it back as it is. */
export type Colours = ReturnType<typeof picocolors.createColors>

/** Where output goes, as far as it matters for colours. */
export interface Target {
  readonly isTTY?: boolean | undefined
}

/** What decides besides. */
export interface ColourSettings {
  readonly env: Readonly<Record<string, string | undefined>>
  /** `--color` or `--no-color`; `undefined` where neither is given. */
  readonly wanted?: boolean | undefined
}

/**
 * Colours for a terminal unless `NO_COLOR` or `--no-color` says otherwise, and elsewhere where `FORCE_COLOR` or `--color` does. Unlike in picocolors'
 * own decision, which is for one process and one stream, `CI` colours nothing that goes into a file.
 *
 * @see {@link https://no-color.org NO_COLOR}
 */
export function coloursFor(target: Target, { env, wanted }: ColourSettings): Colours {
  const forced = env.FORCE_COLOR !== undefined && env.FORCE_COLOR !== '' && env.FORCE_COLOR !== '0'
  const coloured = wanted ?? (env.NO_COLOR ? false : forced || (target.isTTY === true && env.TERM !== 'dumb'))
  return picocolors.createColors(coloured)
}
