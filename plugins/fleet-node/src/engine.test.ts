jest.mock('@backstage/backend-plugin-api', () => {
  throw new Error('Backstage was loaded');
});

describe('the entry for domains and tools', () => {
  it('loads without Backstage, which the whole package does not', () => {
    const { FleetEngine, mergeResources } =
      require('./engine') as typeof import('./engine');
    const domains: [] = [];
    const engine = FleetEngine.create({ domains, now: () => new Date(0) });
    expect(engine.items()).toEqual([]);
    expect(mergeResources(domains).map(({ id }) => id)).toEqual(['namespaces']);
    expect(() => require('./index')).toThrow('Backstage was loaded');
  });
});
