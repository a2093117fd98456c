import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import {
  findDisagreements,
  loadScenario,
} from '@slipway/backstage-plugin-fleet-node-test-utils';
import { domain } from './domain';

const corpus = join(__dirname, '../../../corpus/clusters');
const others = ['hosts', 'deployments', 'certificates', 'runners', 'storage'];

describe('clusters of the corpus', () => {
  it.each(readdirSync(corpus))('%s', file => {
    const loaded = loadScenario(join(corpus, file), { domains: [domain] });

    expect(findDisagreements(loaded)).toEqual([]);
  });

  it.each(others)('does not stumble over the scenarios of %s', other => {
    const folder = join(corpus, '..', other);

    for (const file of readdirSync(folder)) {
      const load = () =>
        loadScenario(join(folder, file), { domains: [domain] });
      expect(load).not.toThrow();
    }
  });
});
