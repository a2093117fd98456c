import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import {
  makerObject,
  partObject,
  shipDomain,
  toyDomain,
  toyObject,
} from '@slipway/backstage-plugin-fleet-node-test-utils';
import { runDiagnose } from './testing/runDiagnose';

const domains = [toyDomain()];
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'diagnose-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

function write(name: string, content: unknown) {
  const file = path.join(folder, name);
  const text = typeof content === 'string' ? content : JSON.stringify(content);
  writeFileSync(file, text);
  return file;
}

function list(...items: unknown[]) {
  return { apiVersion: 'v1', kind: 'List', items };
}

const run = (...argv: string[]) => runDiagnose(domains, ...argv);

const broken = partObject('wheel', { toy: 'car', broken: true });
const car = toyObject('car', { brokenSince: '2026-11-22T08:00:00Z' });
const bear = toyObject('bear');

describe('diagnose', () => {
  it('prints JSON, worst first', async () => {
    const file = write('dump.json', list(bear, car, broken));
    const { code, out, err } = await run('--json', file);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(JSON.parse(out)).toEqual({
      items: [
        {
          subject: 'toys/cluster/nursery/car',
          status: 'failing',
          cause: 'toy.part.broken',
          evidence: 'Toy/nursery/car',
          says: 'The part wheel is broken',
          root: 'cluster/Toy/nursery/car',
          impact: ['car'],
          advice: 'Mend it',
          since: '2026-11-22T08:00:00Z',
        },
        { subject: 'toys/cluster/nursery/bear', status: 'healthy' },
      ],
    });
  });

  it('prints a table that a terminal obeys in nothing', async () => {
    const maker = makerObject('acme', { strike: 'pay\u001b[2J\nmore' });
    const file = write('dump.json', list(bear, maker));
    const { out } = await run(file);
    expect(out.split('\n')).toEqual([
      'STATUS   SUBJECT                    CAUSE             SINCE',
      'failing  toys/cluster/nursery/bear  toy.maker.strike',
      '    Maker//acme: pay [2J more',
      '    hit by cluster/Maker//acme: bear',
      '    -> Mend it',
      '',
    ]);
  });

  it('takes what is not in a dump for unknown, unless told otherwise', async () => {
    const file = write('dump.json', bear);
    expect((await run(file)).out).toContain('healthy');
    expect((await run('--complete', file)).out).toContain('toy.maker.missing');
  });

  it('judges as of the time it is told', async () => {
    const old = toyObject('bear', { oldAt: '2027-01-01T00:00:00Z' });
    const file = write('dump.json', old);
    expect((await run(file)).out).toContain('healthy');
    expect((await run('--now', '2027-01-02T00:00:00Z', file)).out).toContain(
      'toy.old',
    );
  });

  it('reads several clusters, each from several files', async () => {
    const { out } = await run(
      '--json',
      `--cluster=a=${write('a.json', car)}`,
      `--cluster=a=${write('parts.yaml', broken)}`,
      `--cluster=b=${write('b.json', car)}`,
    );
    expect(JSON.parse(out).items).toMatchObject([
      { subject: 'toys/a/nursery/car', status: 'failing' },
      { subject: 'toys/b/nursery/car', status: 'healthy' },
    ]);
  });

  it('reads what other sources than clusters answered', async () => {
    const harbour = { harbour: { cloud: 'acme', ships: [{ name: 'a' }] } };
    const file = write('harbour.yaml', harbour);
    const both = [shipDomain(), toyDomain()];
    const alone = await runDiagnose(both, '--json', file);
    expect(alone).toMatchObject({ code: 0, err: '' });
    expect(JSON.parse(alone.out).items).toEqual([
      { subject: 'ships/acme//a', status: 'healthy' },
    ]);
    const dump = write('a.json', car);
    const beside = await runDiagnose(both, '--json', dump, file);
    const { items } = JSON.parse(beside.out);
    expect(
      items.map(({ subject }: { subject: string }) => subject).sort(),
    ).toEqual([
      'ships/acme//a',
      'ships/cluster//cluster',
      'toys/cluster/nursery/car',
    ]);
  });

  it('names the whole impact of a root with each of its items', async () => {
    const maker = makerObject('acme', { strike: 'pay' });
    const file = write('dump.json', list(car, bear, maker));
    const { out } = await run('--json', file);
    expect(JSON.parse(out).items).toMatchObject([
      { impact: ['bear', 'car'] },
      { impact: ['bear', 'car'] },
    ]);
  });

  it('reads a large dump', async () => {
    const toys = Array.from({ length: 20_000 }, (_, at) =>
      toyObject(`toy-${at}`, {
        players: ['somebody with a long name'.repeat(8)],
      }),
    );
    const file = write('dump.json', list(...toys));
    const { out } = await run('--json', file);
    expect(JSON.parse(out).items).toHaveLength(20_000);
  });

  it.each([
    ['YAML', 'kind: List\nitems:\n  - a: b: c\n', ':3: '],
    ['JSON', '{"kind": "List",\n"items": [\n{]}', ':3: '],
    ['an object', 'kind: A\n---\nname: b\n', ':3: There is no Kubernetes'],
    ['nothing', '\n', ':1: there is nothing in it'],
  ])('says where broken %s is broken', async (_, content, where) => {
    const file = write('broken', content);
    const { code, out, err } = await run('--json', file);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(`${file}${where}`);
  });

  it('says which file is not there', async () => {
    const file = path.join(folder, 'none.json');
    const { code, err } = await run(file);
    expect(code).toBe(2);
    expect(err).toContain(`${file}: ENOENT`);
  });

  it.each([
    [[], 'Give either files or a live cluster'],
    [['--context', 'a', 'file'], 'Give either files or a live cluster'],
    [['--unknown', 'file'], '--unknown'],
    [['--now', 'noon', 'file'], '--now takes a time'],
    [['--cluster', 'a/b=file'], '--cluster takes NAME=FILE'],
    [['--domain', 'cars', 'file'], 'There is no domain "cars", only toys'],
  ])('refuses %j', async (argv, message) => {
    const { code, err } = await run(...argv);
    expect(code).toBe(2);
    expect(err).toContain(message);
  });

  it('explains itself', async () => {
    const { code, out } = await run('--help');
    expect(code).toBe(0);
    expect(out).toContain('--complete');
  });

  it('takes one scenario a run', async () => {
    const scenario = write('scenario.yaml', {
      scenario: 'a',
      domain: 'toys',
      now: '2026-11-22T10:00:00Z',
      clusters: [{ name: 'prod-1', objects: [bear] }],
    });
    expect((await run(scenario)).out).toContain('toy.maker.missing');
    const { code, err } = await run(scenario, write('dump.json', bear));
    expect(code).toBe(2);
    expect(err).toContain('one scenario a run');
  });

  it('says what a domain could not judge, and judges the rest', async () => {
    const inner = toyDomain();
    const fragile = toyDomain({
      derive(ref, ...rest) {
        if (ref.name === 'bear') {
          throw new Error('out of order');
        }
        return inner.derive(ref, ...rest);
      },
    });
    const file = write('dump.json', list(bear, car));
    const { code, out, err } = await runDiagnose([fragile], '--json', file);
    expect(code).toBe(0);
    expect(err).toContain('toys failed at toys/cluster/nursery/bear');
    expect(JSON.parse(out).items).toMatchObject([
      { status: 'unknown', cause: 'fleet.domain.error', says: 'out of order' },
      { status: 'healthy' },
    ]);
  });
});
