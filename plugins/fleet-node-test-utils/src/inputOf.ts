import { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { JsonObject } from '@backstage/types';
import { parse } from 'yaml';

/** Input of the first step of an action's example. @public */
export function inputOf({ example }: TemplateExample): JsonObject {
  return parse(example).steps[0].input;
}
