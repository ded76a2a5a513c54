export async function describe(..._: ReadonlyArray<unknown>): Promise<number> {
  return 0
}
