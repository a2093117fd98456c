import { ConfigReader } from '@backstage/config';
import { Hubs } from './Hubs';
import { readHubs } from './readHubs';

function read(...hubs: object[]) {
  return readHubs(new ConfigReader({ argocd: { hubs } }));
}

describe('readHubs', () => {
  it('reads both ways to reach a hub', () => {
    const token = { name: 'a', url: 'https://a', token: 't', caFile: '/ca' };
    const file = { name: 'b', kubeconfig: '/kubeconfig', namespace: 'cd' };
    expect(read(token, file)).toEqual([
      {
        name: 'a',
        namespace: 'argocd',
        access: {
          server: 'https://a',
          token: 't',
          caData: undefined,
          caFile: '/ca',
        },
      },
      { name: 'b', namespace: 'cd', access: { kubeconfig: '/kubeconfig' } },
    ]);
    expect(readHubs(new ConfigReader({}))).toEqual([]);
  });

  it('names the key that is missing', () => {
    expect(() => read({ name: 'a', url: 'https://a' })).toThrow(
      "'argocd.hubs[0].token'",
    );
  });
});

describe('Hubs', () => {
  const a = { name: 'a', url: 'https://a', token: 't' };
  const b = { name: 'b', url: 'https://b', token: 't' };

  it('needs no name where there is one hub', () => {
    expect(Hubs.create(read(a)).get(undefined).name).toBe('a');
    expect(Hubs.create(read(a, b)).get('b').name).toBe('b');
  });

  it('says which hubs there are', () => {
    expect(() => Hubs.create(read(a, b)).get(undefined)).toThrow(
      'Name a hub; there are: a, b',
    );
    expect(() => Hubs.create(read(a)).get('c')).toThrow(
      'There is no hub c under argocd.hubs; there are: a',
    );
    expect(() => Hubs.create([]).get('c')).toThrow('there are: none');
  });
});
