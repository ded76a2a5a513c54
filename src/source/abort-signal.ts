/**
 * The type of signals that cancel.
 *
 * @module
 */

/**
 * The platform's `AbortSignal`. For a compiler that knows neither the DOM nor Node: the members that are used.
 *
 * @category sources
 * @since 0.1.0
 */
export type AbortSignalLike = typeof globalThis extends { readonly AbortSignal: { readonly prototype: infer Signal } }
  ? Signal
  : {
      /** Whether the signal is aborted. */
      readonly aborted: boolean
      /** Throws the signal's reason if it is aborted. */
      throwIfAborted(): void
    }
