/** The words of a shell's line, of which some are in single quotes. */
export const wordsOf = (line: string): ReadonlyArray<string> => [...line.matchAll(/'([^']*)'|\S+/g)].map(([word, quoted]) => quoted ?? word)
