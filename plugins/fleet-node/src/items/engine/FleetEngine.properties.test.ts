import fc from 'fast-check';
import { formatItemRef } from '@slipway/backstage-plugin-fleet-common';
import {
  makerObject,
  partObject,
  toyDomain,
  ToyFleet,
  toyObject,
} from '@slipway/backstage-plugin-fleet-node-test-utils';
import { KubernetesObject, Row } from '../../rows';
import { EngineOutput } from './EngineOutput';

type Step = (fleet: ToyFleet) => Row;

const came =
  (object: KubernetesObject): Step =>
  fleet =>
    fleet.row(object);
const went =
  (object: KubernetesObject): Step =>
  fleet => ({ ...fleet.row(object), goneAt: '2026-11-22T09:59:00.000Z' });

const name = fc.constantFrom('a', 'b', 'c', 'd');

/** What happens to one object, in its order. */
const history: fc.Arbitrary<{ key: string; steps: Step[] }> = fc.oneof(
  fc
    .record({
      toy: name,
      makers: fc.array(name, { minLength: 1, maxLength: 3 }),
      oldAt: fc.constantFrom(undefined, '2026-11-20T00:00:00Z'),
      brokenSince: fc.constantFrom(undefined, '2026-11-21T00:00:00Z'),
      isGone: fc.boolean(),
    })
    .map(({ toy, makers, isGone, ...rest }) => {
      const versions = makers.map((maker, version) =>
        toyObject(toy, { ...rest, maker, version }),
      );
      const last = versions[versions.length - 1];
      return {
        key: `toy ${toy}`,
        steps: [...versions.map(came), ...(isGone ? [went(last)] : [])],
      };
    }),
  fc
    .record({ toy: name, broken: fc.boolean(), isGone: fc.boolean() })
    .map(({ toy, broken, isGone }) => {
      const part = partObject(`part-${toy}`, { toy, broken });
      return {
        key: `part ${toy}`,
        steps: broken && isGone ? [came(part), went(part)] : [came(part)],
      };
    }),
  fc
    .record({
      maker: name,
      strikes: fc.array(fc.constantFrom('', 'pay'), {
        minLength: 1,
        maxLength: 3,
      }),
    })
    .map(({ maker, strikes }) => ({
      key: `maker ${maker}`,
      steps: strikes.map((strike, version) =>
        came(makerObject(maker, { strike, version })),
      ),
    })),
  fc.constantFrom('storefront', 'payments').map(owner => ({
    key: 'namespace',
    steps: [
      came({
        kind: 'Namespace',
        metadata: { name: 'nursery', labels: { 'slipway.dev/owner': owner } },
      }),
    ],
  })),
);

const histories = fc.uniqueArray(history, {
  selector: ({ key }) => key,
  minLength: 1,
  maxLength: 12,
});

/** The steps of all histories in some order that keeps each one's own. */
function interleave(all: Step[][], choices: number[]): Step[] {
  const left = all.map(steps => [...steps]).filter(steps => steps.length > 0);
  const mixed: Step[] = [];
  for (let turn = 0; left.length > 0; turn++) {
    const at = (choices[turn % choices.length] ?? 0) % left.length;
    const [step] = left[at].splice(0, 1);
    mixed.push(step);
    if (left[at].length === 0) {
      left.splice(at, 1);
    }
  }
  return mixed;
}

function run(steps: Step[], batch: number): [ToyFleet, EngineOutput[]] {
  const fleet = ToyFleet.create();
  const outputs: EngineOutput[] = [];
  for (let start = 0; start < steps.length; start += batch) {
    const rows = steps.slice(start, start + batch).map(step => step(fleet));
    outputs.push(fleet.engine.apply({ rows }));
  }
  outputs.push(fleet.cover('live'));
  return [fleet, outputs];
}

function itemsOf({ engine }: ToyFleet) {
  return Object.fromEntries(
    engine.items().map(item => [formatItemRef(item.ref), item]),
  );
}

/** Ids depend on when an incident was seen first. */
function incidentsOf({ engine }: ToyFleet, withTimes: boolean) {
  return Object.fromEntries(
    engine
      .incidents()
      .filter(({ closedAt }) => !closedAt)
      .map(({ id, change, openedAt, ...incident }) => [
        incident.root,
        {
          ...incident,
          openedAt: withTimes ? openedAt : undefined,
          members: [...incident.members].sort(),
        },
      ]),
  );
}

const choices = fc.array(fc.nat(), { minLength: 1 });
const batch = fc.integer({ min: 1, max: 5 });

describe('FleetEngine, whatever comes', () => {
  it('concludes the same in any order', () => {
    fc.assert(
      fc.property(histories, choices, batch, (all, order, size) => {
        const steps = all.map(entry => entry.steps);
        const [straight] = run(steps.flat(), 100);
        const [mixed] = run(interleave(steps, order), size);
        expect(itemsOf(mixed)).toEqual(itemsOf(straight));
        // Who was a member for a moment counts for when it began.
        const isPlain = steps.every(({ length }) => length === 1);
        expect(incidentsOf(mixed, isPlain)).toEqual(
          incidentsOf(straight, isPlain),
        );
      }),
    );
  });

  it('says nothing about what it knows already', () => {
    fc.assert(
      fc.property(histories, batch, (all, size) => {
        const [fleet] = run(
          all.flatMap(({ steps }) => steps),
          size,
        );
        const before = itemsOf(fleet);
        const rows = all
          .map(({ steps }) => steps[steps.length - 1](fleet))
          .filter(({ goneAt }) => !goneAt);
        const again = fleet.engine.apply({ rows: [...rows, ...rows] });
        expect(again).toEqual({
          items: [],
          removed: [],
          incidents: [],
          rows: [],
        });
        expect(itemsOf(fleet)).toEqual(before);
      }),
    );
  });

  it('says all that changed, and nothing else', () => {
    fc.assert(
      fc.property(histories, batch, (all, size) => {
        const [fleet, outputs] = run(
          all.flatMap(({ steps }) => steps),
          size,
        );
        const items: Record<string, unknown> = {};
        const incidents: Record<string, unknown> = {};
        for (const output of outputs) {
          output.removed.forEach(ref => delete items[formatItemRef(ref)]);
          output.items.forEach(item => {
            items[formatItemRef(item.ref)] = item;
          });
          output.incidents.forEach(incident => {
            incidents[incident.id] = incident;
          });
        }
        expect(items).toEqual(itemsOf(fleet));
        expect(incidents).toEqual(
          Object.fromEntries(
            fleet.engine.incidents().map(incident => [incident.id, incident]),
          ),
        );
      }),
    );
  });

  it('knows after a restart what it knew before', () => {
    fc.assert(
      fc.property(histories, batch, (all, size) => {
        const [before, outputs] = run(
          all.flatMap(({ steps }) => steps),
          size,
        );
        const rows = new Map<string, Row>();
        for (const row of outputs.flatMap(output => output.rows)) {
          rows.set(`${row.resource}/${row.name}`, row);
        }
        const kept = JSON.parse(
          JSON.stringify({
            rows: [...rows.values()].filter(({ goneAt }) => !goneAt),
            items: before.engine.items().map(({ ref, memory }) => ({
              id: formatItemRef(ref),
              memory,
            })),
            incidents: before.engine.incidents(),
          }),
        );
        const after = ToyFleet.create({ remembered: kept });
        after.later(60_000);
        const { removed } = after.engine.apply({
          rows: kept.rows,
          coverage: after.coverage('stale'),
        });
        expect(removed).toEqual([]);
        expect(itemsOf(after)).toEqual(itemsOf(before));
        const byId = (fleet: ToyFleet) =>
          fleet.engine
            .incidents()
            .map(incident => ({
              ...incident,
              members: [...incident.members].sort(),
            }))
            .sort((a, b) => (a.id < b.id ? -1 : 1));
        expect(byId(after)).toEqual(byId(before));
      }),
    );
  });
});

describe('FleetEngine, with 20,000 items under one root', () => {
  it('derives and tells only what a change concerns', () => {
    const inner = toyDomain();
    let derived = 0;
    const fleet = ToyFleet.create({
      domains: [
        toyDomain({
          derive: (...args) => {
            derived++;
            return inner.derive(...args);
          },
        }),
      ],
    });
    fleet.cover();
    const toys = Array.from({ length: 20_000 }, (_, at) =>
      toyObject(`toy-${at}`),
    );
    fleet.apply(makerObject('acme', { strike: 'pay' }), ...toys);
    expect(derived).toBe(20_000);
    const [incident] = fleet.engine.incidents();
    expect(incident.members).toHaveLength(20_000);

    derived = 0;
    for (let at = 0; at < 5_000; at++) {
      const { items, incidents } = fleet.remove(toys[at]);
      expect(items).toEqual([]);
      expect(incidents).toHaveLength(1);
    }
    expect(derived).toBe(5_000);
    expect(fleet.engine.incidents()[0].members).toHaveLength(15_000);

    const { items, incidents } = fleet.apply(
      makerObject('acme', { version: 2 }),
    );
    expect(items).toHaveLength(15_000);
    expect(incidents).toMatchObject([{ id: incident.id }]);
    expect(incidents[0].closedAt).toBeDefined();
  });
});
