import { createMockDirectory } from '@backstage/backend-test-utils';
import {
  inputOf,
  mockAuthorizer,
  runAction,
} from '@slipway/backstage-plugin-fleet-node-test-utils';
import { FakeGithub } from '../__testUtils__/FakeGithub';
import { serviceFiles } from '../__testUtils__/serviceFiles';
import { testOptions } from '../__testUtils__/testOptions';
import { createManifestApplyAction } from './manifestApply';
import { examples } from './manifestApply.examples';

describe('gitops:manifest:apply examples', () => {
  const workspace = createMockDirectory();
  let github: FakeGithub;

  beforeEach(async () => {
    github = await FakeGithub.start();
    github.create('acme/platform').push({ 'README.md': 'The platform\n' });
    github.create('acme/shop').push(serviceFiles('shop'));
  });

  afterEach(() => github.stop());

  it(`${examples[0].description}`, async () => {
    const action = createManifestApplyAction(testOptions(github));
    const { error, output } = await runAction(action, inputOf(examples[0]));
    expect(error).toBeUndefined();
    expect(output.outcome).toBe('committed');
  });

  it(`${examples[1].description}`, async () => {
    workspace.setContent({
      manifests: { 'alerts.yaml': 'kind: ConfigMap\n', deep: { 'a.yaml': '' } },
    });
    const platform = github.repositories.get('acme/platform')!;
    const action = createManifestApplyAction(
      testOptions(github, {
        authorizer: mockAuthorizer({ platform: true }),
      }),
    );
    const propose = () =>
      runAction(action, inputOf(examples[1]), {
        workspacePath: workspace.path,
      });
    const { error, output } = await propose();
    expect(error).toBeUndefined();
    expect(output).toMatchObject({
      outcome: 'proposed',
      pullRequestUrl: `${github.url}/acme/platform/pull/1`,
    });
    expect(platform.pulls).toHaveLength(1);
    const [{ head, title }] = platform.pulls;
    expect(title).toBe('Add monitoring');
    expect(platform.files(head)).toMatchObject({
      'components/monitoring/alerts.yaml': 'kind: ConfigMap\n',
      'components/monitoring/deep/a.yaml': '',
    });
    expect(Object.keys(platform.files())).toEqual(['README.md']);

    const again = await propose();
    expect(again.output.pullRequestUrl).toBe(output.pullRequestUrl);
    expect(platform.pulls).toHaveLength(1);
  });
});
