/**
 * Numbers of things, for people.
 *
 * @module
 */

/** Returns the number and the noun, in the plural unless the number is 1. */
export const plural = (number: number, noun: string): string => `${number} ${noun}${number === 1 ? '' : 's'}`
