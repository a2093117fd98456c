import { StepError } from '../steps.mjs';
import { run } from '../run.mjs';

/**
 * The `openstack` command line as somebody in a project. Resolves with what a
 * command printed and how it ended. It prints tokens: nothing of it is logged.
 */
export function openstackCommand({ access, tools, cwd }) {
  const env = {
    ...Object.fromEntries(
      Object.entries(tools.env).filter(([name]) => !name.startsWith('OS_')),
    ),
    OS_AUTH_TYPE: 'password',
    OS_AUTH_URL: access.authUrl,
    OS_IDENTITY_API_VERSION: '3',
    OS_REGION_NAME: access.region,
    OS_USERNAME: access.user,
    OS_PASSWORD: access.password,
    OS_USER_DOMAIN_NAME: 'Default',
    OS_PROJECT_NAME: access.project,
    OS_PROJECT_DOMAIN_NAME: 'Default',
    // Its caches are nobody's but this run's.
    HOME: cwd,
  };
  async function ask(...args) {
    const lines = [];
    const code = await run('openstack', args, {
      env,
      cwd,
      onLine: line => lines.push(line),
    });
    return { code, text: lines.join('\n') };
  }
  return {
    ask,
    /** @throws StepError when the command fails */
    async tell(...args) {
      const { code, text } = await ask(...args);
      if (code !== 0) {
        throw new StepError(`openstack ${args.join(' ')}: ${text}`);
      }
      return text;
    },
    async read(...args) {
      return JSON.parse(await this.tell(...args, '-f', 'json'));
    },
  };
}

/** Whether the machine has it, with the plugin that knows clusters. */
export async function hasOpenstackCommand({ env }) {
  return (await run('openstack', ['coe', 'cluster', '--help'], { env })) === 0;
}
