import {
  makerObject,
  shipDomain,
  toyDomain,
  toyObject,
} from '@slipway/backstage-plugin-fleet-node-test-utils';
import { mergeResources } from '../rows';
import { dumpInput } from './dumpInput';
import { judgeScenario } from './judgeScenario';
import { objectsOf } from './objectsOf';
import { readDocuments } from './readDocuments';
import { isScenario, readScenario } from './readScenario';
import { readSourceDumps } from './readSourceDumps';
import { UnreadableTextError } from './UnreadableTextError';

const now = new Date('2026-11-22T10:00:00Z');
const domains = [toyDomain()];

function objectsIn(text: string) {
  return readDocuments(text).flatMap(objectsOf);
}

function errorOf(read: () => unknown) {
  try {
    read();
  } catch (error) {
    return error as UnreadableTextError;
  }
  throw new Error('It was read');
}

describe('reading a dump', () => {
  const object = { apiVersion: 'v1', kind: 'Secret', metadata: { name: 'a' } };

  it.each([
    ['an object', JSON.stringify(object)],
    ['a List', JSON.stringify({ kind: 'List', items: [object] })],
    ['a sequence', JSON.stringify([object])],
    [
      'a typed list',
      JSON.stringify({
        apiVersion: 'v1',
        kind: 'SecretList',
        items: [{ metadata: { name: 'a' } }],
      }),
    ],
    ['YAML', 'apiVersion: v1\nkind: Secret\nmetadata: {name: a}\n'],
    [
      'YAML with several documents',
      '---\n# nothing\n---\napiVersion: v1\nkind: Secret\nmetadata: {name: a}\n---\n',
    ],
    ['JSON behind a byte order mark', `\uFEFF${JSON.stringify(object)}`],
  ])('takes %s', (_, text) => {
    expect(objectsIn(text)).toEqual([object]);
  });

  it('leaves times as they were written', () => {
    expect(objectsIn('kind: A\nat: 2026-11-22T10:00:00Z')).toEqual([
      { kind: 'A', at: '2026-11-22T10:00:00Z' },
    ]);
  });

  it('says in which line it goes wrong', () => {
    expect(errorOf(() => objectsIn('kind: A\n---\na: b: c\n'))).toMatchObject({
      name: 'UnreadableTextError',
      line: 3,
    });
    expect(
      errorOf(() => objectsIn('{\n "kind": "List",\n "items": [\n')).line,
    ).toBeGreaterThanOrEqual(3);
    expect(errorOf(() => objectsIn('kind: A\n---\nname: b\n'))).toMatchObject({
      line: 3,
      message: expect.stringContaining('no kind'),
    });
    expect(errorOf(() => objectsIn('kind: List\n'))).toMatchObject({
      message: 'The List has no items',
    });
    expect(errorOf(() => objectsIn('just words'))).toMatchObject({ line: 1 });
  });

  it('takes nothing for nothing', () => {
    expect(objectsIn('')).toEqual([]);
    expect(objectsIn('# a comment\n')).toEqual([]);
    expect(objectsIn('{"kind":"OrderList","items":null}')).toEqual([]);
  });

  it('knows an object whose kind only sounds like a list', () => {
    const allowed = { kind: 'AllowList', metadata: { name: 'office' } };
    expect(objectsIn(JSON.stringify(allowed))).toEqual([allowed]);
  });

  it('refuses what is nested without end', () => {
    expect(errorOf(() => objectsIn('['.repeat(100_000)))).toMatchObject({
      name: 'UnreadableTextError',
    });
  });

  it('does not unfold aliases without end', () => {
    const lines = ['a0: &a0 [x]'];
    for (let depth = 1; depth < 12; depth++) {
      const alias = Array(10)
        .fill(`*a${depth - 1}`)
        .join(', ');
      lines.push(`a${depth}: &a${depth} [${alias}]`);
    }
    expect(errorOf(() => objectsIn(lines.join('\n'))).message).toMatch(
      /alias/i,
    );
  });
});

describe('what a dump covers', () => {
  const resources = mergeResources(domains);
  const coverageOf = (options: {
    complete?: 'all';
    forbidden?: string[];
    objects: object[];
  }) =>
    dumpInput({
      clusters: [
        {
          name: 'dev-1',
          reachable: true,
          forbidden: options.forbidden ?? [],
          complete: options.complete ?? { resources: [] },
          objects: options.objects as Record<string, unknown>[],
        },
      ],
      resources,
      now,
    }).coverage.map(({ resource, namespace, coverage }) =>
      [resource, namespace, coverage.state].filter(Boolean).join(' '),
    );

  it('is what it holds, by namespace', () => {
    expect(
      coverageOf({ objects: [toyObject('bear'), makerObject('acme')] }),
    ).toEqual(['toys.example.org nursery live', 'makers.example.org live']);
  });

  it('is everything when somebody says so, but what is forbidden', () => {
    expect(
      coverageOf({ complete: 'all', forbidden: ['makers'], objects: [] }),
    ).toEqual([
      'namespaces live',
      'toys.example.org live',
      'parts.example.org live',
      'makers.example.org forbidden',
      'events live',
    ]);
  });
});

describe('what other sources answered', () => {
  const document = {
    scenario: 'storm',
    domain: 'ships',
    now: '2026-11-22T10:00:00Z',
    harbour: { cloud: 'acme', ships: [{ name: 'a' }, { name: 7 }] },
    expect: [],
  };
  const judge = (value: object, readRecords = shipDomain().readRecords) => {
    const problems: string[] = [];
    const engine = judgeScenario({
      scenario: readScenario({ value, line: 1 }),
      domains: [shipDomain({ readRecords }), toyDomain()],
      onProblem: ({ step }) => problems.push(step),
    });
    return { engine, problems };
  };

  it('is read by domains from the whole document', () => {
    const { engine } = judge(document);
    expect(engine.items()).toMatchObject([
      { ref: { cluster: 'acme', name: 'a' }, status: 'healthy' },
    ]);
    expect(engine.items()[0].details).toMatchObject({ isAll: true });
    expect(engine.reader.coverage('cloud/acme', 'ships.example.org')).toEqual({
      state: 'live',
      lastContact: '2026-11-22T09:00:00.000Z',
    });
  });

  it('is stale where the source does not answer', () => {
    const { engine } = judge({
      ...document,
      harbour: { ...document.harbour, error: 'storm' },
    });
    expect(engine.items()).toMatchObject([
      { status: 'unknown', finding: { says: 'acme does not answer: storm' } },
    ]);
    expect(
      engine.reader.coverage('cloud/acme', 'ships.example.org').state,
    ).toBe('stale');
  });

  it('was not asked for where it is not there', () => {
    const { engine } = judge({ ...document, harbour: undefined });
    expect(engine.items()).toEqual([]);
    expect(
      engine.reader.coverage('cloud/acme', 'ships.example.org').state,
    ).toBe('not-asked');
  });

  it('is nothing where a domain fails to read it', () => {
    const { engine, problems } = judge(document, () => {
      throw new Error('out of order');
    });
    expect(engine.items()).toEqual([]);
    expect(problems).toEqual(['readRecords']);
  });

  it('is told by the first of several domains that read the same', () => {
    const other = shipDomain({ id: 'others', resources: [] });
    const [dump, ...more] = readSourceDumps({
      document,
      domains: [
        shipDomain({
          readRecords: value =>
            shipDomain().readRecords!(value).map(found => ({
              ...found,
              records: { 'more.example.org': [] },
            })),
        }),
        other,
      ],
    });
    expect(more).toEqual([]);
    expect(Object.keys(dump.records).sort()).toEqual([
      'more.example.org',
      'ships.example.org',
    ]);
  });
});

describe('a scenario', () => {
  const scenario = {
    scenario: 'maker-missing',
    domain: 'toys',
    now: '2026-11-22T10:00:00Z',
    clusters: [
      { name: 'prod-1', reachable: true, objects: [toyObject('bear')] },
      {
        name: 'edge',
        reachable: false,
        lastContact: '2026-11-22T04:00:00Z',
        objects: [toyObject('car')],
      },
    ],
    expect: [{ subject: 'toys/prod-1/nursery/bear', status: 'failing' }],
  };

  it('is judged at its time, with nothing left out', () => {
    const [document] = readDocuments(JSON.stringify(scenario));
    expect(isScenario(document)).toBe(true);
    const engine = judgeScenario({ scenario: readScenario(document), domains });
    expect(engine.item('toys/prod-1/nursery/bear')).toMatchObject({
      finding: { cause: 'toy.maker.missing' },
    });
    expect(engine.item('toys/edge/nursery/car')).toMatchObject({
      finding: { cause: 'toy.cluster.unreachable' },
    });
  });

  it('is a dump to domains other than its own', () => {
    const [document] = readDocuments(JSON.stringify(scenario));
    const shelves = toyDomain({
      id: 'shelves',
      affected: change =>
        'ref' in change
          ? []
          : [
              {
                domain: 'shelves',
                cluster: 'edge',
                namespace: '',
                name: 'one',
              },
            ],
      derive: (ref, read) => ({
        ref,
        status: 'healthy',
        object: { scope: 'edge', kind: 'Shelf', namespace: '', name: 'one' },
        impact: [],
        details: {
          toys: read.coverage('cluster/prod-1', 'toys.example.org', 'nursery'),
          makers: read.coverage('cluster/prod-1', 'makers.example.org'),
        },
      }),
    });
    const engine = judgeScenario({
      scenario: readScenario(document),
      domains: [...domains, shelves],
    });
    expect(engine.item('toys/prod-1/nursery/bear')).toMatchObject({
      finding: { cause: 'toy.maker.missing' },
    });
    expect(engine.item('shelves/edge//one')?.details).toEqual({
      toys: { state: 'live' },
      makers: { state: 'not-asked' },
    });
  });

  it('says what it lacks', () => {
    const [document] = readDocuments(
      JSON.stringify({ ...scenario, now: 'noon' }),
    );
    expect(errorOf(() => readScenario(document)).message).toBe(
      'The scenario has no valid "now"',
    );
  });
});
