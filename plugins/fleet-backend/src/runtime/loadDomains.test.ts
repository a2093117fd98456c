import { createMockDirectory } from '@backstage/backend-test-utils';
import { Operation } from '@slipway/backstage-plugin-fleet-node';
import { loadDomains } from './loadDomains';

const WIDGETS = `exports.domain = {
  id: 'widgets', resources: [], causes: [], affected: () => [], derive: () => undefined,
};`;

describe('loadDomains', () => {
  const folder = createMockDirectory();

  function moduleOf(text: string, name = 'domain.js'): string {
    folder.addContent({ [name]: text });
    return folder.resolve(name);
  }

  beforeEach(() => {
    folder.clear();
    jest.resetModules();
  });

  it('loads what a module exports as its domain', () => {
    const [loaded] = loadDomains([{ module: moduleOf(WIDGETS) }]);
    expect(loaded.domain.id).toBe('widgets');
  });

  it.each([
    ['exports.other = 1', "does not export 'domain'"],
    ["exports.domain = { id: 'No Id' }", "'id' must be lower case"],
    ["exports.domain = { id: 'a' }", "'resources' is not a list"],
    [
      "exports.domain = { id: 'a', resources: [], causes: [] }",
      "'affected' is not a function",
    ],
    ["throw new Error('broken file')", 'broken file'],
  ])('says which file is no domain, and why: %s', (text, message) => {
    const module = moduleOf(text);
    const load = () => loadDomains([{ module }]);
    expect(load).toThrow(message);
    expect(load).toThrow(module);
  });

  it('refuses two domains of one name, and operations of another domain', () => {
    const module = moduleOf(WIDGETS);
    expect(() =>
      loadDomains([{ module }, { module: moduleOf(WIDGETS, 'again.js') }]),
    ).toThrow("Two modules bring the fleet domain 'widgets'");

    const operation = { id: 'renew', domain: 'gadgets' } as Operation;
    expect(() => loadDomains([{ module, operations: [operation] }])).toThrow(
      "'renew' of 'gadgets'",
    );
  });
});
