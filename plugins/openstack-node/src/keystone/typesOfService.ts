// Names that a service has or had in catalogues; the first one counts most.
const TYPES = [
  [
    'container-infra',
    'container-infrastructure-management',
    'container-infrastructure',
    'container',
  ],
  ['compute'],
  ['network'],
  ['image'],
  ['block-storage', 'volumev3', 'block-store', 'volume'],
  ['identity'],
  ['load-balancer'],
  ['orchestration'],
];

/** All names of the service of that type. */
export function typesOfService(type: string): string[] {
  return TYPES.find(types => types.includes(type)) ?? [type];
}
