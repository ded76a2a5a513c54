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
  : { readonly aborted: boolean; throwIfAborted(): void }
