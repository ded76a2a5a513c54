/**
 * The type of abort signals.
 *
 * @module
 */

/**
 * The platform's `AbortSignal`, or the members that this package uses if the types of neither DOM nor Node are loaded.
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
