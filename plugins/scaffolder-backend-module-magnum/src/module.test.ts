import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { scaffolderActionsExtensionPoint } from '@backstage/plugin-scaffolder-node';
import { scaffolderAutocompleteExtensionPoint } from '@backstage/plugin-scaffolder-node/alpha';
import scaffolderModuleMagnum from '.';

describe('scaffolder module magnum', () => {
  async function start(clouds: object[]) {
    const addActions = jest.fn();
    const addAutocompleteProvider = jest.fn();
    const backend = await startTestBackend({
      extensionPoints: [
        [scaffolderActionsExtensionPoint, { addActions }],
        [scaffolderAutocompleteExtensionPoint, { addAutocompleteProvider }],
      ],
      features: [
        scaffolderModuleMagnum,
        mockServices.rootConfig.factory({ data: { magnum: { clouds } } }),
      ],
    });
    await backend.stop();
    return { addActions, addAutocompleteProvider };
  }

  const CLOUD = {
    name: 'acme',
    authUrl: 'http://127.0.0.1:1/identity/v3',
    username: 'slipway',
    userDomainId: 'default',
    password: 'a-very-secret-password',
    projectName: 'acme',
    projectDomainId: 'default',
  };

  it('adds its actions and fills forms, without asking the cloud', async () => {
    const { addActions, addAutocompleteProvider } = await start([CLOUD]);
    const ids = addActions.mock.calls.flat().map(({ id }) => id);
    expect(ids).toEqual([
      'magnum:cluster:create',
      'magnum:cluster:delete',
      'magnum:cluster:resize',
      'magnum:cluster-template:ensure',
      'magnum:cluster:upgrade',
      'magnum:cluster:wait',
      'magnum:nodegroup:delete',
      'magnum:nodegroup:ensure',
    ]);
    expect(addAutocompleteProvider).toHaveBeenCalledWith({
      id: 'magnum',
      handler: expect.any(Function),
    });
  });

  it('starts without a cloud', async () => {
    const { addActions } = await start([]);
    expect(addActions).toHaveBeenCalled();
  });
});
