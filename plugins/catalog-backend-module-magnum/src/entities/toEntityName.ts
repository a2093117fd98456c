const LONGEST = 63;

/** A name for people as one that entities, Kubernetes and the fleet take. */
export function toEntityName(name: string): string {
  return trim(
    name
      .toLocaleLowerCase('en-US')
      .replace(/[^a-z0-9]+/g, '-')
      .slice(0, LONGEST),
  );
}

/** The same for one of several with that name. */
export function toUniqueEntityName(name: string, uuid: string): string {
  const suffix = uuid.slice(0, 8);
  const base = trim(toEntityName(name).slice(0, LONGEST - 1 - suffix.length));
  return `${base || 'cluster'}-${suffix}`;
}

function trim(name: string): string {
  return name.replace(/^-+|-+$/g, '');
}
