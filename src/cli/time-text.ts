/**
 * Times for people.
 *
 * @module
 */

/** Returns a time in UTC to the second: `2024-05-14 06:10:00`. */
export const timeText = (time: Date): string => time.toISOString().slice(0, 19).replace('T', ' ')
