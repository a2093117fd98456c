const GONE =
  /Could not find (user|application credential|project)\b|\btrustor\b|providerClient authentication err/i;
const UNAUTHORIZED = /\b401\b/;
const KEYSTONE =
  /keystone|identity|\/v3\/auth\/tokens|requires authentication/i;

/** Keystone does not take the credential that the cluster works with any more. */
export function isCreatorGone(text: string): boolean {
  return GONE.test(text) || (UNAUTHORIZED.test(text) && KEYSTONE.test(text));
}
