import { formatItemRef } from '@slipway/backstage-plugin-fleet-common';
import {
  shipDomain,
  shipRecord,
  SHIPS,
  ToyFleet,
} from '@slipway/backstage-plugin-fleet-node-test-utils';
import fc from 'fast-check';
import { mergeResources } from '../../rows';
import { EngineInput } from './EngineInput';

const NAMES = ['a', 'b', 'acme'];
const PLACES = ['acme', 'dev-1'];

type Step =
  | { kind: 'ship' | 'gone'; place: string; name: string }
  | { kind: 'source'; id: string; reachable: boolean }
  | { kind: 'removed'; id: string }
  | { kind: 'covered'; place: string; isAll: boolean };

const place = fc.constantFrom(...PLACES);
const id = fc.constantFrom(
  ...PLACES.flatMap(name => [`cloud/${name}`, `cluster/${name}`]),
);

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    kind: fc.constantFrom('ship' as const, 'gone' as const),
    place,
    name: fc.constantFrom(...NAMES),
  }),
  fc.record({
    kind: fc.constant('source' as const),
    id,
    reachable: fc.boolean(),
  }),
  fc.record({ kind: fc.constant('removed' as const), id }),
  fc.record({
    kind: fc.constant('covered' as const),
    place,
    isAll: fc.boolean(),
  }),
);

/** What there is, told plainly. */
class Model {
  readonly ships = new Set<string>();
  readonly sources = new Map<string, boolean>();
  readonly covered = new Map<string, boolean>();

  take(one: Step): void {
    switch (one.kind) {
      case 'ship':
        this.ships.add(`${one.place}/${one.name}`);
        break;
      case 'gone':
        this.ships.delete(`${one.place}/${one.name}`);
        break;
      case 'source':
        this.sources.set(one.id, one.reachable);
        break;
      case 'removed':
        this.#remove(one.id);
        break;
      default:
        this.covered.set(one.place, one.isAll);
    }
  }

  items(): Record<string, unknown> {
    const clusters = PLACES.filter(name => this.sources.has(`cluster/${name}`));
    const all = new Set([
      ...this.ships,
      ...clusters.map(name => `${name}/${name}`),
    ]);
    return Object.fromEntries(
      [...all].map(key => {
        const [where, name] = key.split('/');
        const kind = this.ships.has(key) ? 'cloud' : 'cluster';
        const reachable = this.sources.get(`${kind}/${where}`) ?? false;
        const isAll = this.covered.get(where) ?? false;
        return [
          `ships/${where}//${name}`,
          { status: reachable ? 'healthy' : 'unknown', isAll },
        ];
      }),
    );
  }

  #remove(source: string): void {
    this.sources.delete(source);
    const [kind, where] = source.split('/');
    if (kind === 'cloud') {
      this.covered.delete(where);
      [...this.ships]
        .filter(key => key.startsWith(`${where}/`))
        .forEach(key => this.ships.delete(key));
    }
  }
}

function inputOf(one: Step, fleet: ToyFleet): EngineInput {
  const [resource] = mergeResources(fleet.domains).filter(
    known => known.id === SHIPS,
  );
  switch (one.kind) {
    case 'ship':
    case 'gone': {
      const row = resource.project(`cloud/${one.place}`, shipRecord(one.name))!;
      const goneAt = fleet.now.toISOString();
      return { rows: [one.kind === 'gone' ? { ...row, goneAt } : row] };
    }
    case 'source': {
      const [kind, name] = one.id.split('/') as ['cloud' | 'cluster', string];
      const { reachable } = one;
      return {
        sources: [fleet.source({ id: one.id, kind, name, reachable })],
      };
    }
    case 'removed':
      return { removedSources: [one.id] };
    default:
      return {
        coverage: [
          {
            source: `cloud/${one.place}`,
            resource: SHIPS,
            coverage: { state: one.isAll ? 'live' : 'syncing' },
          },
        ],
      };
  }
}

it('has, whatever came in which order, the items that there are', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), steps => {
      const fleet = ToyFleet.create({ domains: [shipDomain()] });
      const model = new Model();
      for (const one of steps) {
        model.take(one);
        fleet.engine.apply(inputOf(one, fleet));
      }
      const items = fleet.engine
        .items()
        .map(({ ref, status, details }) => [
          formatItemRef(ref),
          { status, isAll: (details as { isAll: boolean }).isAll },
        ]);
      expect(Object.fromEntries(items)).toEqual(model.items());
      expect(fleet.problems).toEqual([]);
    }),
    { numRuns: 300 },
  );
});
