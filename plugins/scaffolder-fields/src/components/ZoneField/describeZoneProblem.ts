const LABEL = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/;

/** Why this cannot be a DNS zone, in a sentence that helps. */
export function describeZoneProblem(zone: string): string | undefined {
  if (zone === '') {
    return undefined;
  }
  if (/[A-Z]/.test(zone)) {
    return `Only lower-case letters: ${zone.toLowerCase()}`;
  }
  if (zone.length > 253) {
    return `At most 253 characters; these are ${zone.length}.`;
  }
  const wrong = zone.split('.').find(label => !LABEL.test(label));
  if (wrong === undefined) {
    return undefined;
  }
  return wrong === ''
    ? 'Dots are single, between names.'
    : `"${wrong}" cannot be part of it: use letters, digits and dashes.`;
}
