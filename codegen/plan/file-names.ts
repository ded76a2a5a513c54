/** File names in kebab-case, with acronyms as one word. */

/**
 * Returns `get-ml-transform` for `GetMLTransform`. Words of the list are kept whole: `DynamoDBTarget` becomes
 * `dynamodb-target`.
 */
export function kebabCase(name: string, words: ReadonlyArray<string>): string {
  const word = new RegExp(`${words.join('|')}|[A-Z]+(?=[A-Z][a-z])|[A-Z][a-z]*[0-9]*|[A-Z]+|[a-z0-9]+`, 'gu')
  return (name.match(word) ?? [name]).join('-').toLowerCase()
}
