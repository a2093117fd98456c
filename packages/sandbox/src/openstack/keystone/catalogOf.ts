import { idOf } from './idOf';

/** Where the services are, relative to the one address of all. */
const SERVICES = [
  { type: 'identity', name: 'keystone', path: '/identity/v3' },
  { type: 'container-infra', name: 'magnum', path: '/container-infra/v1' },
  { type: 'compute', name: 'nova', path: '/compute/v2.1' },
  { type: 'network', name: 'neutron', path: '/network' },
  { type: 'image', name: 'glance', path: '/image' },
  { type: 'block-storage', name: 'cinder', path: '/volume/v3/$(project_id)s' },
];

/** The catalogue as a token of a project shows it. */
export function catalogOf(options: {
  url: string;
  regionName: string;
  projectId: string;
}) {
  const { url, regionName, projectId } = options;
  return SERVICES.map(({ type, name, path }) => ({
    endpoints: ['public', 'internal', 'admin'].map(kind => ({
      id: idOf('endpoint', `${type} ${kind}`),
      interface: kind,
      region_id: regionName,
      url: url + path.replace('$(project_id)s', projectId),
      region: regionName,
    })),
    id: idOf('service', type),
    type,
    name,
  }));
}
