import path from 'node:path';
import { findScenario } from './findScenario';

const CORPUS = path.resolve(__dirname, '../../../../corpus');

describe('findScenario', () => {
  it('knows the names of the corpus', () => {
    expect(findScenario(CORPUS, 'acme-account-deactivated')).toBe(
      path.join(CORPUS, 'certificates/acme-account-deactivated.yaml'),
    );
  });

  it('takes files as they are', () => {
    expect(findScenario(CORPUS, './mine.yaml')).toBe(path.resolve('mine.yaml'));
  });

  it('says when there is none', () => {
    expect(() => findScenario(CORPUS, 'snow')).toThrow(
      'There is no scenario snow in',
    );
  });
});
