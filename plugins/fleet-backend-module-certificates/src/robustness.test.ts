import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import {
  judgeScenario,
  KubernetesObject,
  readDocuments,
  readScenario,
  Scenario,
} from '@slipway/backstage-plugin-fleet-node/engine';
import { domain } from './domain';

const corpus = join(__dirname, '../../../corpus/certificates');
const scenarios = readdirSync(corpus).map(file =>
  readScenario(readDocuments(readFileSync(join(corpus, file), 'utf8'))[0]),
);

function judge(scenario: Scenario) {
  const engine = judgeScenario({
    scenario,
    domains: [domain],
    onProblem({ error }) {
      throw error;
    },
  });
  const details = engine.items().map(({ ref, status, finding }) => {
    const id = `certificates/${ref.cluster}/${ref.namespace}/${ref.name}`;
    return { id, status, finding, chain: engine.detail(id)?.chain };
  });
  return details.sort((a, b) => (a.id < b.id ? -1 : 1));
}

function withObjects(
  scenario: Scenario,
  change: (objects: readonly KubernetesObject[]) => KubernetesObject[],
): Scenario {
  const clusters = scenario.clusters.map(cluster => ({
    ...cluster,
    objects: change(cluster.objects),
  }));
  return { ...scenario, clusters };
}

const anyScenario = fc.constantFrom(...scenarios);
const wrongValue = fc.constantFrom<unknown>(
  undefined,
  null,
  0,
  -1,
  1e308,
  '',
  'x',
  '9999-12-31T23:59:59Z',
  '0001-01-01T00:00:00Z',
  true,
  [],
  [null],
  {},
);

/** The JSON with what is at the n-th place, counted as a whole, replaced. */
function replaceAt(json: unknown, place: number, value: unknown): unknown {
  let left = place;
  const visit = (node: unknown): unknown => {
    left -= 1;
    if (left === -1) {
      return value;
    }
    if (Array.isArray(node)) {
      return node.map(visit);
    }
    return typeof node === 'object' && node !== null
      ? Object.fromEntries(
          Object.entries(node).map(([key, child]) => [key, visit(child)]),
        )
      : node;
  };
  return visit(json);
}

describe('certificates of which nobody vouches for anything', () => {
  it('never make the domain throw', () => {
    const changes = fc.array(fc.tuple(fc.nat(3000), wrongValue), {
      minLength: 1,
      maxLength: 12,
    });
    fc.assert(
      fc.property(anyScenario, changes, (scenario, replaced) => {
        const changed = withObjects(scenario, objects =>
          replaced
            .reduce<readonly unknown[]>(
              (json, [place, value]) =>
                replaceAt(json, place + 1, value) as unknown[],
              objects,
            )
            .filter(
              (object): object is KubernetesObject =>
                typeof object === 'object' &&
                object !== null &&
                !Array.isArray(object),
            ),
        );
        expect(() => judge(changed)).not.toThrow();
      }),
      { numRuns: 150 },
    );
  });

  it('mean the same in any order of objects and conditions, and twice', () => {
    fc.assert(
      fc.property(
        anyScenario,
        fc.infiniteStream(fc.nat()),
        (scenario, dice) => {
          const shuffle = <T>(list: readonly T[]): T[] =>
            list
              .map(entry => ({ entry, at: dice.next().value }))
              .sort((a, b) => a.at - b.at)
              .map(({ entry }) => entry);
          const shuffled = withObjects(scenario, objects =>
            shuffle([...objects, ...objects]).map(object =>
              JSON.parse(JSON.stringify(object), (key, value) =>
                key === 'conditions' && Array.isArray(value)
                  ? shuffle(value)
                  : value,
              ),
            ),
          );
          expect(judge(shuffled)).toEqual(judge(scenario));
        },
      ),
      { numRuns: 40 },
    );
  });
});
