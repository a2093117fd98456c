import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { FakeHub } from './__testUtils__/FakeHub';
import { testOptions } from './__testUtils__/testOptions';
import { createClusterRegisterAction } from './actions/clusterRegister';
import { createClusterUnregisterAction } from './actions/clusterUnregister';

const FOLDER = path.resolve(__dirname, '../../../templates');

interface Step {
  action: string;
  input: Record<string, unknown>;
}

describe('templates of clusters', () => {
  let hub: FakeHub;

  beforeEach(async () => {
    hub = await FakeHub.start();
  });

  afterEach(() => hub.stop());

  function stepsOf(name: string): Step[] {
    const file = path.join(FOLDER, name, 'template.yaml');
    return parse(readFileSync(file, 'utf8')).spec.steps;
  }

  it.each(['kubernetes-cluster', 'cluster-delete'])(
    '%s gives actions what they take',
    name => {
      const options = testOptions(hub);
      const actions = [
        createClusterRegisterAction(options),
        createClusterUnregisterAction(options),
      ];
      const own = stepsOf(name).flatMap(({ action: id, input }) => {
        const action = actions.find(known => known.id === id);
        return action ? [{ schema: action.schema?.input, input }] : [];
      });
      expect(own).not.toEqual([]);
      for (const { input, schema } of own) {
        const { properties, required = [] } = schema as {
          properties: object;
          required?: string[];
        };
        expect(Object.keys(properties)).toEqual(
          expect.arrayContaining(Object.keys(input)),
        );
        expect(Object.keys(input)).toEqual(expect.arrayContaining(required));
      }
    },
  );

  it('look at the hub before a cluster is ordered', () => {
    const steps = stepsOf('kubernetes-cluster');
    expect(steps.map(({ action }) => action)).toEqual([
      'argocd:cluster:register',
      'magnum:cluster:create',
      'magnum:cluster:wait',
      'argocd:cluster:register',
    ]);
    const [look, , , register] = steps;
    expect(look.input.planOnly).toBe(true);
    // What goes beyond the order would be refused once the token has expired.
    expect(Object.keys(register.input).sort()).toEqual([
      'cloud',
      'clusterId',
      'components',
      'name',
      'owner',
      'stage',
      'zone',
    ]);
  });
});
