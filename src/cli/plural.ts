/**
 * Numbers of things, for people.
 *
 * @module
 */

/** The number and the noun, in the plural where it is not one. */
export const plural = (number: number, noun: string): string => `${number} ${noun}${number === 1 ? '' : 's'}`
