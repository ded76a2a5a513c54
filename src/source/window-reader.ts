/**
 * Reads bytes of a window, and waits for more of them where the window ends before the file does.
 *
 * @module
 */
import type { JsonSyntax } from './json-syntax.js'
import { skipWhite } from './scan.js'
import type { TextWindow } from './text-window.js'

/** Yields when more bytes are needed, or when a batch is full. */
export type Finding<A = void> = Generator<'MORE' | 'BATCH', A, undefined>

/** Reads a window. Whenever it waits, bytes before an offset are released: `keep` is that offset. */
export class WindowReader {
  /** Where the bytes begin that are certainly held: those from `keep` of the last call of `need`. */
  heldFrom = 0

  constructor(
    private readonly window: TextWindow,
    private readonly sink: { readonly flush: () => void },
  ) {}

  /** Reads on until the value ends or is invalid, or the file ends. */
  *read(syntax: JsonSyntax, from: number, keep: (at: number) => number): Finding<number> {
    const { window } = this
    for (let at = from; ; ) {
      at = window.origin + syntax.read(window.bytes, at - window.origin, window.bytes.length, window.origin)
      if (at < window.end || syntax.isDone || syntax.isAtMember || window.isEnd) return at
      yield* this.more(keep(at))
    }
  }

  /** Skips white space. */
  *pastWhite(from: number, keep?: (at: number) => number): Finding<number> {
    const { window } = this
    for (let at = from; ; ) {
      at = window.origin + skipWhite(window.bytes, at - window.origin, window.bytes.length)
      if (at < window.end || window.isEnd) return at
      yield* this.more(keep === undefined ? at : keep(at))
    }
  }

  /** Waits until the window reaches an offset, or the file ends. */
  *need(to: number, keep: number): Finding {
    this.heldFrom = keep
    while (this.window.end < to && !this.window.isEnd) yield* this.more(keep)
  }

  /** Waits for more bytes. */
  *more(keep: number): Finding {
    this.sink.flush()
    this.window.release(keep)
    yield 'MORE'
  }
}
