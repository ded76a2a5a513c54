/**
 * File names: kebab-case, one word a part, acronyms kept together.
 */

/** `GetMLTransform` is `get-ml-transform`; words of the list are not taken apart: `DynamoDBTarget` is `dynamodb-target`. */
export function kebabCase(name: string, words: ReadonlyArray<string>): string {
  const word = new RegExp(`${words.join('|')}|[A-Z]+(?=[A-Z][a-z])|[A-Z][a-z]*[0-9]*|[A-Z]+|[a-z0-9]+`, 'gu')
  return (name.match(word) ?? [name]).join('-').toLowerCase()
}
