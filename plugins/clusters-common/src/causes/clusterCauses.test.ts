import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { clusterCauses } from './clusterCauses';

const catalogue = join(__dirname, '../../../../corpus/causes-clusters.yaml');

describe('clusterCauses', () => {
  it('is the catalogue of the corpus, word for word', () => {
    expect(clusterCauses).toEqual(parse(readFileSync(catalogue, 'utf8')));
  });
});
