import { ConfigReader } from '@backstage/config';
import { Clouds } from '..';
import { ScriptedCloud } from '../__testUtils__/ScriptedCloud';

const auth = {
  authUrl: 'https://keystone/v3',
  username: 'slipway',
  password: 'pw',
  projectName: 'acme',
};

describe('Clouds', () => {
  function read(...names: string[]) {
    const clouds = names.map(name => ({ name, ...auth }));
    return Clouds.fromConfig(new ConfigReader({ magnum: { clouds } }), {
      environment: {},
    });
  }

  it('are those of the configuration', () => {
    const clouds = read('one', 'two');
    expect(clouds.names()).toEqual(['one', 'two']);
    expect(clouds.list().map(({ name }) => name)).toEqual(['one', 'two']);
    expect(clouds.get('two')).toMatchObject({ name: 'two', watchOnly: false });
  });

  it('need no name when there is one', () => {
    expect(read('one').get().name).toBe('one');
  });

  it('name those there are', () => {
    expect(() => read('one', 'two').get()).toThrow(
      'It has to be said which cloud: choose one of one, two',
    );
    expect(() => read('one').get('three')).toThrow(
      "There is no cloud 'three': choose one of one",
    );
    expect(() => read().get()).toThrow(
      'magnum.clouds in the configuration names none',
    );
  });

  it('say where their services are', async () => {
    const server = await ScriptedCloud.start();
    const clouds = Clouds.create([server.definition()]);
    await expect(clouds.get().endpoint('container')).resolves.toBe(
      `${server.url}/container-infra/v1`,
    );
    expect(clouds.get()).toMatchObject({ region: 'RegionOne' });
    await clouds.close();
    await server.stop();
  });
});
