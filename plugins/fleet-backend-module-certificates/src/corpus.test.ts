import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import {
  findDisagreements,
  loadScenario,
} from '@slipway/backstage-plugin-fleet-node-test-utils';
import { domain } from './domain';

const corpus = join(__dirname, '../../../corpus/certificates');

describe('certificates of the corpus', () => {
  it.each(readdirSync(corpus))('%s', file => {
    const loaded = loadScenario(join(corpus, file), { domains: [domain] });
    expect(findDisagreements(loaded)).toEqual([]);
  });
});
