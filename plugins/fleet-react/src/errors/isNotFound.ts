/**
 * Whether the fleet says that there is no such thing, or none to be seen.
 *
 * @public
 */
export function isNotFound(error: Error & { statusCode?: number }): boolean {
  return error.name === 'NotFoundError' || error.statusCode === 404;
}
