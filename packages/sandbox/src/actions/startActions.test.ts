import { resources } from '../client';
import { REGISTRY, TestPlatform } from './testing/TestPlatform';

const DEPLOY_ACTION = `
name: Deploy
inputs:
  service: { required: true }
  digest: { required: true }
  token: { required: true }
  note: { default: "by \${{ github.repository }}" }
outputs:
  asked:
    value: \${{ steps.ask.outputs.asked }}
runs:
  using: composite
  steps:
    - id: ask
      shell: bash
      env:
        SERVICE: \${{ inputs.service }}
        DIGEST: \${{ inputs.digest }}
        TOKEN: \${{ inputs.token }}
        NOTE: \${{ inputs.note }}
      run: node "$GITHUB_ACTION_PATH/ask.mjs"
`;

const ASK = `
import { appendFileSync } from 'node:fs';
const { GITHUB_API_URL, TOKEN, SERVICE, DIGEST, NOTE, GITHUB_SHA, GITHUB_OUTPUT } = process.env;
const response = await fetch(GITHUB_API_URL + '/repos/acme/platform/dispatches', {
  method: 'POST',
  headers: { authorization: 'Bearer ' + TOKEN, 'content-type': 'application/json' },
  body: JSON.stringify({ event_type: 'slipway-deploy', client_payload: { service: SERVICE, digest: DIGEST, sha: GITHUB_SHA, note: NOTE } }),
});
console.log('HTTP ' + response.status);
appendFileSync(GITHUB_OUTPUT, 'asked=' + response.status + '\\n');
`;

const DEPLOY_WORKFLOW = `
name: Deploy
on:
  repository_dispatch:
    types: [slipway-deploy]
permissions: { contents: write }
concurrency: deploy-\${{ github.event.client_payload.service }}
jobs:
  deploy:
    runs-on: arc-default
    steps:
      - uses: actions/checkout@v4
      - uses: actions/checkout@v4
        with:
          repository: acme/\${{ github.event.client_payload.service }}
          ref: \${{ github.event.client_payload.sha }}
          path: service
      - env:
          DIGEST: \${{ github.event.client_payload.digest }}
        run: |
          mkdir -p services/shop/dev
          cp service/src/server.js services/shop/dev/
          echo "$DIGEST" > services/shop/dev/digest
          git config user.name slipway
          git config user.email slipway@acme.test
          git add services
          git commit -m "Deploy"
          git push
`;

const DELIVER = `
name: Deliver
on: { push: { branches: [main] } }
permissions: { contents: read, packages: write }
concurrency: { group: "deliver-\${{ github.ref }}", cancel-in-progress: false }
jobs:
  build:
    runs-on: arc-default
    outputs:
      digest: \${{ steps.image.outputs.digest }}
    steps:
      - uses: actions/checkout@v4
      - uses: actions/setup-node@v4
        with: { node-version: ${process.versions.node.split('.')[0]} }
      - run: npm test
      - uses: docker/login-action@v3
        with:
          registry: ${REGISTRY}
          username: \${{ github.actor }}
          password: \${{ secrets.GITHUB_TOKEN }}
      - id: image
        uses: docker/build-push-action@v6
        with:
          context: .
          push: true
          tags: ${REGISTRY}/\${{ github.repository }}:\${{ github.sha }}
  deploy:
    needs: build
    runs-on: arc-default
    steps:
      - id: deploy
        uses: acme/platform/.github/actions/deploy@main
        with:
          service: shop
          digest: \${{ needs.build.outputs.digest }}
          token: \${{ secrets.SLIPWAY_DEPLOY_TOKEN }}
      - run: echo "asked \${{ steps.deploy.outputs.asked }}"
`;

const SERVICE = {
  'package.json': '{"name": "shop", "scripts": {"test": "node --test"}}',
  'src/server.js': '// version 1\n',
  'test/a.test.js': "require('node:test')('adds', () => {});\n",
  Dockerfile:
    'FROM node:24-slim\nWORKDIR /app\nCOPY src src\nCMD ["node", "src/server.js"]\n',
  '.github/workflows/deliver.yaml': DELIVER,
};

describe('startActions', () => {
  let platform: TestPlatform;

  beforeAll(async () => {
    platform = await TestPlatform.start({
      platform: {
        '.github/actions/deploy/action.yml': DEPLOY_ACTION,
        '.github/actions/deploy/ask.mjs': ASK,
        '.github/workflows/deploy.yaml': DEPLOY_WORKFLOW,
      },
    });
    platform.github.secrets.set({
      name: 'SLIPWAY_DEPLOY_TOKEN',
      value: platform.github.tokens.personal('admin'),
    });
  }, 30_000);
  afterAll(() => platform?.stop());

  it('takes a push all the way into the platform repository', async () => {
    const sha = await platform.createRepository('shop', SERVICE);
    const run = await platform.waitForRun('shop');
    const jobs = await platform.jobs('shop', run.id);
    const logs = await Promise.all(
      jobs.map(({ id }) => platform.log('shop', id)),
    );
    expect(run).toMatchObject({
      conclusion: 'success',
      head_sha: sha,
      event: 'push',
      name: 'Deliver',
    });
    expect(jobs.map(({ name, conclusion }) => [name, conclusion])).toEqual([
      ['build', 'success'],
      ['deploy', 'success'],
    ]);
    expect(logs[1]).toContain('asked 204');
    expect(logs.join()).not.toContain(platform.github.tokens.personal('admin'));

    const deployment = await platform.waitForRun('platform');

    expect(deployment).toMatchObject({
      conclusion: 'success',
      event: 'repository_dispatch',
      display_title: 'slipway-deploy',
    });
    const { repositories } = platform.github;
    const repository = repositories.find('acme', 'platform')!;
    const file = await repositories.readFile(
      repository,
      'main',
      'services/shop/dev/digest',
    );
    const digest = file!.toString().trim();
    expect(
      platform.images.resolve(`${REGISTRY}/acme/shop@${digest}`),
    ).toMatchObject({
      dockerfile: { cmd: ['node', 'src/server.js'] },
    });
    expect(await platform.runs('platform')).toHaveLength(1);
  }, 30_000);

  it('leaves no runner behind', async () => {
    const { items } = await platform.waitFor(async () => {
      const list = await platform.hub.list(resources.ephemeralRunners);
      return list.items.length === 0 && list;
    });
    expect(items).toEqual([]);
  }, 30_000);
});
