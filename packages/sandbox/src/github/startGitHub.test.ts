import { createApiClient } from './testing/createApiClient';
import { startTestGitHub, TestGitHub } from './testing/startTestGitHub';

describe('repositories and contents', () => {
  let test: TestGitHub;

  beforeAll(async () => {
    test = await startTestGitHub();
  });
  afterAll(() => test.stop());

  const as = (login?: string) => createApiClient(test.github, login);

  it('seeds the platform repository once', async () => {
    const { status, body } = await as()('GET', '/repos/acme/platform');
    expect(status).toBe(200);
    expect(body).toMatchObject({
      full_name: 'acme/platform',
      default_branch: 'main',
      private: false,
      clone_url: `${test.github.url}/acme/platform.git`,
    });
    expect(
      (await as()('GET', '/repos/acme/platform/commits')).body,
    ).toHaveLength(1);
  });
});
