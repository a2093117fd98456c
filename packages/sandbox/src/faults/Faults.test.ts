import { Faults } from './Faults';

function create() {
  const log: string[] = [];
  const faults = Faults.create([
    {
      name: 'gone',
      description: 'A cluster is gone.',
      targets: async () => ['dev-1', 'platform'],
      break: target => void log.push(`break ${target}`),
      heal: target => void log.push(`heal ${target}`),
    },
    {
      name: 'rain',
      description: 'It rains.',
      break: () => void log.push('break rain'),
      heal: () => void log.push('heal rain'),
    },
  ]);
  return { faults, log };
}

describe('Faults', () => {
  it('breaks and heals one, and says what is broken', async () => {
    const { faults, log } = create();
    await faults.break('gone', 'dev-1');
    expect(await faults.describe()).toContain('Broken now: dev-1.');
    await faults.heal('gone', 'dev-1');
    expect(await faults.describe()).not.toContain('Broken now');
    expect(log).toEqual(['break dev-1', 'heal dev-1']);
  });

  it('heals all', async () => {
    const { faults, log } = create();
    await faults.break('gone', 'platform');
    await faults.break('rain');
    expect(await faults.heal()).toBe('Healed: gone platform, rain');
    expect(log.slice(2)).toEqual(['heal platform', 'heal rain']);
    expect(await faults.heal()).toBe('Nothing was broken.');
  });

  it('names what there is', async () => {
    const { faults } = create();
    await expect(faults.break('snow')).rejects.toThrow('there are: gone, rain');
    await expect(faults.heal('snow')).rejects.toThrow('there are: gone, rain');
    await expect(faults.break('gone', 'x')).rejects.toThrow('dev-1, platform');
  });
});
