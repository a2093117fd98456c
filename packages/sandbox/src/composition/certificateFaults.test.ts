import { Faults } from '../faults/Faults';
import { certificateFaults } from './certificateFaults';

describe('certificateFaults', () => {
  const log: string[] = [];
  const zone = (name: string) => ({
    name,
    saboteur: {
      targets: async () => ['web/tls'],
      break: async (fault: { name: string }, target: string) =>
        void log.push(`break ${name} ${fault.name} ${target}`),
      heal: async (fault: { name: string }, target: string) =>
        void log.push(`heal ${name} ${fault.name} ${target}`),
    },
  });

  it('finds the certificate of a cluster, to break it and to mend it', async () => {
    const faults = Faults.create(
      certificateFaults(() => [zone('platform'), zone('dev-1')]),
    );
    expect(await faults.describe()).toContain(
      'Targets: platform/web/tls, dev-1/web/tls.',
    );
    await faults.break('rate-limit', 'dev-1/web/tls');
    await faults.break('acme-account', 'platform/web/tls');
    expect(await faults.heal()).toBe(
      'Healed: rate-limit dev-1/web/tls, acme-account platform/web/tls',
    );
    expect(log).toEqual([
      'break dev-1 rate-limit web/tls',
      'break platform acme-account web/tls',
      'heal dev-1 rate-limit web/tls',
      'heal platform acme-account web/tls',
    ]);
  });
});
