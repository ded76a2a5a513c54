/**
 * Kinds of compressed files and archives that are named, not read, with the command that unpacks them.
 *
 * @module
 */

const KINDS: ReadonlyArray<readonly [name: string, command: string, at: number, magic: ReadonlyArray<number>]> = [
  ['a zip archive', 'unzip', 0, [0x50, 0x4b, 0x03, 0x04]],
  ['zstd', 'zstd -d', 0, [0x28, 0xb5, 0x2f, 0xfd]],
  ['bzip2', 'bunzip2', 0, [0x42, 0x5a, 0x68]],
  ['xz', 'unxz', 0, [0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00]],
  ['a tar archive', 'tar -xf', 257, [0x75, 0x73, 0x74, 0x61, 0x72]],
]

/**
 * Returns what bytes are and how to unpack them, such as `bzip2: unpack it with bunzip2`; `undefined` for other bytes.
 */
export function archiveKindOf(bytes: Uint8Array): string | undefined {
  const found = KINDS.find(([, , at, magic]) => magic.every((byte, i) => bytes[at + i] === byte))
  return found && `${found[0]}: unpack it with ${found[1]}`
}
