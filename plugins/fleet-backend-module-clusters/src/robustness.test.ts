import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import {
  judgeScenario,
  readDocuments,
  readScenario,
} from '@slipway/backstage-plugin-fleet-node/engine';
import { domain } from './domain';

const corpus = join(__dirname, '../../../corpus/clusters');
const documents = readdirSync(corpus).map(
  file => readDocuments(readFileSync(join(corpus, file), 'utf8'))[0].value,
);

function judge(document: unknown) {
  const engine = judgeScenario({
    scenario: readScenario({ value: document, line: 1 }),
    domains: [domain],
    onProblem({ error }) {
      throw error;
    },
  });
  const details = engine.items().map(({ ref, status, finding, impact }) => {
    const id = `clusters/${ref.cluster}/${ref.namespace}/${ref.name}`;
    const { chain, remedies } = engine.detail(id) ?? {};
    return { id, status, finding, impact, chain, remedies };
  });
  return details.sort((a, b) => (a.id < b.id ? -1 : 1));
}

const wrongValue = fc.constantFrom<unknown>(
  undefined,
  null,
  0,
  -1,
  1e308,
  '',
  'x',
  '9999-12-31T23:59:59Z',
  '0001-01-01T00:00:00.000000',
  'UPDATE_FAILED',
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

type Part = 'openstack' | 'clusters';

function withPart(
  document: unknown,
  part: Part,
  change: (json: unknown) => unknown,
) {
  const whole = document as Record<string, unknown>;
  const changed = change(whole[part]);
  const isUsable = part === 'openstack' || Array.isArray(changed);
  return isUsable ? { ...whole, [part]: changed } : whole;
}

describe('clusters of which nobody vouches for anything', () => {
  it('never make the domain throw', () => {
    const changes = fc.array(fc.tuple(fc.nat(900), wrongValue), {
      minLength: 1,
      maxLength: 12,
    });
    fc.assert(
      fc.property(
        fc.constantFrom(...documents),
        changes,
        (document, replaced) => {
          const changed = withPart(document, 'openstack', openstack =>
            replaced.reduce(
              (json, [place, value]) => replaceAt(json, place, value),
              openstack,
            ),
          );
          expect(() => judge(changed)).not.toThrow();
        },
      ),
      { numRuns: 300 },
    );
  });

  it('never make it throw by what is in Secrets and Applications', () => {
    const objects = /"(spec|status|data|metadata)":/;
    fc.assert(
      fc.property(
        fc.constantFrom(
          ...documents.filter(document =>
            objects.test(JSON.stringify(document)),
          ),
        ),
        fc.array(fc.tuple(fc.nat(600), wrongValue), { maxLength: 8 }),
        (document, replaced) => {
          const changed = withPart(document, 'clusters', clusters =>
            (clusters as Record<string, unknown>[]).map(cluster => ({
              ...cluster,
              objects: replaced.reduce<unknown>(
                (json, [place, value]) => replaceAt(json, place + 1, value),
                cluster.objects,
              ),
            })),
          );
          expect(() => judge(changed)).not.toThrow();
        },
      ),
      { numRuns: 200 },
    );
  });

  it('mean the same in any order of lists', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...documents),
        fc.infiniteStream(fc.nat()),
        (document, dice) => {
          const shuffle = (list: unknown[]) =>
            list
              .map(entry => ({ entry, at: dice.next().value }))
              .sort((a, b) => a.at - b.at)
              .map(({ entry }) => entry);
          const shuffled = withPart(document, 'openstack', openstack =>
            JSON.parse(JSON.stringify(openstack), (_, value) =>
              Array.isArray(value) ? shuffle(value) : value,
            ),
          );
          expect(judge(shuffled)).toEqual(judge(document));
        },
      ),
      { numRuns: 60 },
    );
  });
});
