import { expandMatrix } from './expandMatrix';
import { matchesTrigger } from './matchesTrigger';
import { parseWorkflow } from './parseWorkflow';

const FILE = '.github/workflows/deliver.yaml';
const parse = (text: string) => parseWorkflow(text, FILE);

describe('parseWorkflow', () => {
  it('reads what the sandbox knows', () => {
    const workflow = parse(`
name: Deliver
run-name: Deliver \${{ github.sha }}
on:
  push:
    branches: [main]
    paths-ignore: docs/**
  workflow_dispatch:
permissions:
  contents: write
concurrency:
  group: deliver
  cancel-in-progress: true
env: { A: 1 }
defaults:
  run: { shell: bash }
jobs:
  build:
    runs-on: arc-default
    outputs:
      digest: \${{ steps.push.outputs.digest }}
    steps:
      - uses: actions/checkout@v4
        with: { fetch-depth: 0 }
      - id: push
        run: echo hi
  deploy:
    needs: build
    if: github.ref == 'refs/heads/main'
    runs-on: [arc-default]
    strategy: { fail-fast: false, matrix: { a: [1, 2] } }
    steps: []
`);
    expect(workflow).toMatchObject({
      name: 'Deliver',
      env: { A: '1' },
      permissions: { contents: 'write' },
      concurrency: { group: 'deliver', cancelInProgress: true },
      jobs: [
        {
          id: 'build',
          runsOn: 'arc-default',
          steps: [
            { uses: 'actions/checkout@v4', with: { 'fetch-depth': '0' } },
            { id: 'push' },
          ],
        },
        {
          id: 'deploy',
          needs: ['build'],
          failFast: false,
          matrix: { a: [1, 2] },
        },
      ],
    });
    expect(workflow.triggers.get('push')).toMatchObject({
      branches: ['main'],
      pathsIgnore: ['docs/**'],
    });
    expect([...workflow.triggers.keys()]).toEqual([
      'push',
      'workflow_dispatch',
    ]);
  });

  const job = 'jobs:\n  a:\n    runs-on: x\n    steps:\n      - run: a\n';
  it.each([
    ['a: [', 'Invalid workflow file: .github/workflows/deliver.yaml#L'],
    ['', 'Required property is missing: on'],
    ['on: push', 'Required property is missing: jobs'],
    [`on: pushh\n${job}`, "(Line: 1, Col: 5): Unexpected value 'pushh'"],
    [`on: push\nfoo: 1\n${job}`, "(Line: 2, Col: 6): Unexpected value 'foo'"],
    [
      'on: push\njobs:\n  a:\n    steps: []',
      'Required property is missing: runs-on',
    ],
    [
      'on: push\njobs:\n  a: nonsense',
      "(Line: 3, Col: 6): Unexpected value 'nonsense'",
    ],
    [
      'on: push\njobs:\n  a:\n    runs-on: x\n    needs: b\n    steps: []',
      "Job 'a' depends on unknown job 'b'.",
    ],
    [
      'on: push\njobs:\n  a:\n    runs-on: x\n    needs: b\n    steps: []\n  b:\n    runs-on: x\n    needs: a\n    steps: []',
      'creates a cycle in the dependency graph',
    ],
    [
      `${'on: push\n'}${job}      - run: b\n        uses: c`,
      'cannot have both',
    ],
    [
      `${'on: push\n'}${job}      - name: b`,
      'Required property is missing: run',
    ],
    [
      `on: push\npermissions: { contents: all }\n${job}`,
      "Unexpected value 'all'",
    ],
    [
      `a: &a [x,x,x,x,x,x,x,x,x]\n${'bcdefgh'
        .split('')
        .map((n, i) => `${n}: &${n} [${`*${'abcdefg'[i]},`.repeat(9)}]`)
        .join('\n')}`,
      'Maximum object size exceeded',
    ],
  ])('refuses %j', (text, message) => {
    expect(() => parse(text)).toThrow(message);
  });
});

describe('expandMatrix', () => {
  it('multiplies, excludes and includes as GitHub does', () => {
    expect(
      expandMatrix({
        os: ['a', 'b'],
        node: [20, 24],
        exclude: [{ os: 'b', node: 20 }],
        include: [
          { os: 'a', extra: true },
          { os: 'c', node: 1 },
        ],
      }),
    ).toEqual([
      { os: 'a', node: 20, extra: true },
      { os: 'a', node: 24, extra: true },
      { os: 'b', node: 24 },
      { os: 'c', node: 1 },
    ]);
    expect(expandMatrix(undefined)).toEqual([{}]);
    expect(expandMatrix({ include: [{ a: 1 }] })).toEqual([{ a: 1 }]);
  });

  it('refuses what makes no jobs or too many', () => {
    expect(() => expandMatrix({ a: [] })).toThrow(
      "Matrix vector 'a' does not contain any values",
    );
    const many = Array.from({ length: 20 }, (_, index) => index);
    expect(() => expandMatrix({ a: many, b: many, c: many })).toThrow(
      /the maximum is 256/,
    );
  });
});

describe('matchesTrigger', () => {
  const matches = (
    trigger: Parameters<typeof matchesTrigger>[0],
    ref: string,
    files: string[] = [],
  ) => matchesTrigger(trigger, { ref, changedFiles: async () => files });

  it.each([
    [{}, 'refs/heads/x', true],
    [{ branches: ['main', 'release/**'] }, 'refs/heads/release/1/2', true],
    [{ branches: ['feature/*'] }, 'refs/heads/feature/a/b', false],
    [{ branches: ['**', '!wip/**'] }, 'refs/heads/wip/a', false],
    [{ branchesIgnore: ['wip'] }, 'refs/heads/main', true],
    [{ branches: ['main'] }, 'refs/tags/v1', false],
    [{ tags: ['v*'] }, 'refs/tags/v1', true],
    [{ tags: ['v*'] }, 'refs/heads/main', false],
  ])('%j and %s: %s', async (trigger, ref, expected) => {
    expect(await matches(trigger, ref)).toBe(expected);
  });

  it('looks at paths', async () => {
    const only = { paths: ['src/**'] };
    expect(await matches(only, 'refs/heads/main', ['docs/a', 'src/b/c'])).toBe(
      true,
    );
    expect(await matches(only, 'refs/heads/main', ['docs/a'])).toBe(false);
    const not = { pathsIgnore: ['docs/**', '*.md'] };
    expect(await matches(not, 'refs/heads/main', ['docs/a', 'README.md'])).toBe(
      false,
    );
    expect(await matches(not, 'refs/heads/main', ['docs/a', 'src/b'])).toBe(
      true,
    );
  });
});
