import {
  isServiceName,
  SERVICE_NAME_MAX_LENGTH,
} from '@slipway/backstage-plugin-fleet-common';

/** Why this cannot be the name of a service, in a sentence that helps. */
export function describeNameProblem(name: string): string | undefined {
  if (isServiceName(name)) {
    return undefined;
  }
  if (name.length > SERVICE_NAME_MAX_LENGTH) {
    return `At most ${SERVICE_NAME_MAX_LENGTH} characters; these are ${name.length}.`;
  }
  if (/[A-Z]/.test(name)) {
    return `Only lower-case letters: ${name.toLowerCase()}`;
  }
  const [stranger] = /[^a-z0-9-]/.exec(name) ?? [];
  if (stranger !== undefined) {
    return `${
      stranger === ' ' ? 'A space' : `"${stranger}"`
    } cannot be part of it: use letters, digits and dashes.`;
  }
  return /^[^a-z]/.test(name)
    ? 'Begin with a letter.'
    : 'Dashes are single, between letters or digits.';
}
