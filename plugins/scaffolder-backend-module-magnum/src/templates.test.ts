import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { FakeOpenStack } from './__testUtils__/FakeOpenStack';
import { testOptions } from './__testUtils__/testOptions';
import { createActions } from './actions/createActions';

const FOLDER = path.resolve(__dirname, '../../../templates');
const NAMES = [
  'kubernetes-cluster',
  'cluster-resize',
  'cluster-upgrade',
  'node-group',
  'cluster-delete',
];

interface Step {
  id: string;
  action: string;
  input: Record<string, unknown>;
}

describe.each(NAMES)('template %s', name => {
  let cloud: FakeOpenStack;
  let actions: ReturnType<typeof createActions>;
  const template = parse(
    readFileSync(path.join(FOLDER, name, 'template.yaml'), 'utf8'),
  );
  const steps: Step[] = template.spec.steps;
  const text = JSON.stringify(template.spec);

  beforeEach(async () => {
    cloud = await FakeOpenStack.start();
    actions = createActions(testOptions(cloud));
  });

  afterEach(() => cloud.stop());

  function schemaOf(step: Step, of: 'input' | 'output') {
    const action = actions.find(({ id }) => id === step.action);
    return action?.schema?.[of] as
      | { properties: object; required?: string[] }
      | undefined;
  }

  it('has its name and begins again after a restart', () => {
    expect(template.metadata.name).toBe(name);
    expect(text).toContain('"EXPERIMENTAL_strategy":"startOver"');
  });

  it('gives actions what they take', () => {
    const own = steps.filter(step => step.action.startsWith('magnum:'));
    expect(own.length).toBeGreaterThan(0);
    for (const step of own) {
      const schema = schemaOf(step, 'input')!;
      expect(Object.keys(schema.properties)).toEqual(
        expect.arrayContaining(Object.keys(step.input)),
      );
      expect(Object.keys(step.input)).toEqual(
        expect.arrayContaining(schema.required ?? []),
      );
    }
  });

  it('uses parameters and outputs that there are', () => {
    const parameters = text.match(/parameters\.(\w+)/g) ?? [];
    for (const used of new Set(parameters)) {
      const parameter = used.split('.')[1];
      expect(text).toMatch(new RegExp(`"${parameter}":\\{("title|"enum)`));
    }
    for (const [, id, output] of text.matchAll(
      /steps\.(\w+)\.output\.(\w+)/g,
    )) {
      const step = steps.find(known => known.id === id)!;
      expect(step).toBeDefined();
      const schema = schemaOf(step, 'output');
      expect(Object.keys(schema?.properties ?? {})).toContain(output);
    }
  });
});
