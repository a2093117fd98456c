import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { certificateCauses } from './certificateCauses';

const catalogue = join(
  __dirname,
  '../../../../corpus/causes-certificates.yaml',
);

describe('certificateCauses', () => {
  it('is the catalogue of the corpus, word for word', () => {
    expect(certificateCauses).toEqual(parse(readFileSync(catalogue, 'utf8')));
  });
});
