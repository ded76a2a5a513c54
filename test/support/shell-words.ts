/** Returns the words of a shell command line, some of them in single quotes. */
export const wordsOf = (line: string): ReadonlyArray<string> => [...line.matchAll(/'([^']*)'|\S+/g)].map(([word, quoted]) => quoted ?? word)
