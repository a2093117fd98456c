const PATHS = {
  'container-infra': '/container-infra/v1',
  compute: '/compute/v2.1',
  network: '/network',
  image: '/image',
  volumev3: '/volume/v3/project-1',
};

/** What Keystone says of a token that lives for an hour. */
export function tokenBody(
  url: string,
  changes: Record<string, unknown> = {},
): unknown {
  const now = Date.now();
  return {
    token: {
      methods: ['password'],
      user: { id: 'user-1', name: 'slipway', domain: { id: 'default' } },
      project: { id: 'project-1', name: 'acme', domain: { id: 'default' } },
      issued_at: new Date(now).toISOString(),
      expires_at: new Date(now + 3_600_000).toISOString(),
      catalog: Object.entries(PATHS).map(([type, path]) => ({
        type,
        name: type,
        endpoints: ['public', 'internal', 'admin'].map(name => ({
          interface: name,
          region: 'RegionOne',
          region_id: 'RegionOne',
          url: `${url}${path}`,
        })),
      })),
      ...changes,
    },
  };
}
