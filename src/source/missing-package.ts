/**
 * Optional packages that are not installed.
 *
 * @module
 */

/** An optional package cannot be loaded. Trying again does not help. */
export class MissingPackage extends Error {
  override readonly name = 'MissingPackage'

  /**
   * Creates the error.
   *
   * @param user - What needs the package, such as `glue-trail/aws`.
   * @param packageName - The name of the package.
   * @param cause - What its import threw.
   */
  constructor(user: string, packageName: string, cause: unknown) {
    super(`${user} needs the package ${packageName}, which cannot be loaded: npm install ${packageName}`, { cause })
  }
}
