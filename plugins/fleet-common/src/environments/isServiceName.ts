/** Leaves room for `-<environment>` within the 63 characters of a DNS label. @public */
export const SERVICE_NAME_MAX_LENGTH = 40;

/** Lower-case letters, digits and single dashes, starting with a letter. @public */
export const SERVICE_NAME_PATTERN = '^[a-z](?:[a-z0-9]|-(?=[a-z0-9]))*$';

const PATTERN = new RegExp(SERVICE_NAME_PATTERN);

/** Whether a name can be a repository, a namespace and a hostname at once. @public */
export function isServiceName(name: string): boolean {
  return name.length <= SERVICE_NAME_MAX_LENGTH && PATTERN.test(name);
}
