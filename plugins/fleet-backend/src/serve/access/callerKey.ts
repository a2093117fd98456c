import { BackstageCredentials } from '@backstage/backend-plugin-api';

/**
 * Equal for requests with the same rights: who it is, on whose behalf, with
 * which restrictions, and until when, which differs from token to token.
 */
export function callerKey(credentials: BackstageCredentials): string {
  const { principal, expiresAt } = credentials;
  return JSON.stringify([principal, expiresAt?.getTime()]);
}
