import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { toyDomain, toyObject } from '../toyDomain';
import { findDisagreements } from './findDisagreements';
import { loadScenario } from './loadScenario';

const domains = [toyDomain()];
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'scenarios-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

function load(expected: object[], silent: string[] = []) {
  const file = path.join(folder, 'scenario.yaml');
  const objects = [toyObject('bear'), toyObject('car')];
  writeFileSync(
    file,
    JSON.stringify({
      scenario: 'maker-missing',
      domain: 'toys',
      now: '2026-11-22T10:00:00Z',
      clusters: [{ name: 'prod-1', objects }],
      expect: expected,
      silent,
    }),
  );
  return loadScenario(file, { domains });
}

const finding = {
  status: 'failing',
  cause: 'toy.maker.missing',
  evidence: 'Maker//acme',
  says: ['no maker acme'],
  impact: ['bear', 'car'],
};

it('finds nothing where the engine agrees', () => {
  const loaded = load([
    { subject: 'toys/prod-1/nursery/bear', ...finding },
    { subject: 'toys/prod-1/nursery/car', ...finding },
  ]);
  expect(findDisagreements(loaded)).toEqual([]);
});

it('says where it does not', () => {
  const loaded = load(
    [
      {
        subject: 'toys/prod-1/nursery/bear',
        status: 'at-risk',
        cause: 'toy.old',
        evidence: 'Toy/nursery/bear',
        says: ['old'],
        impact: ['bear'],
      },
    ],
    ['toys/prod-1/nursery/doll'],
  );
  expect(findDisagreements(loaded)).toEqual([
    'toys/prod-1/nursery/doll: there is no such item',
    'toys/prod-1/nursery/bear: status is failing, not at-risk',
    'toys/prod-1/nursery/bear: cause is toy.maker.missing, not toy.old',
    'toys/prod-1/nursery/bear: evidence is Maker//acme, not Toy/nursery/bear',
    'toys/prod-1/nursery/bear: says "There is no maker acme", without "old"',
    'toys/prod-1/nursery/bear: impact is bear, car, not bear',
    'toys/prod-1/nursery/car: status is failing, not healthy',
    'toys/prod-1/nursery/car: cause is toy.maker.missing, not undefined',
  ]);
});

it('refuses a file without a scenario', () => {
  const file = path.join(folder, 'dump.yaml');
  writeFileSync(file, 'kind: List\nitems: []\n');
  expect(() => loadScenario(file, { domains })).toThrow('holds no scenario');
});
