/**
 * Names of APIs as one short string: those that begin with the same verb share it. `Get Table Tables|Put Asset` is
 * `GetTable`, `GetTables` and `PutAsset`.
 *
 * @module
 */

/** Returns the names of a packed list. */
export function unpackNames(packed: string): ReadonlyArray<string> {
  return packed.split('|').flatMap((group) => {
    const [verb = '', ...rest] = group.split(' ')
    return rest.map((each) => verb + each)
  })
}
