import { ActionContext } from '@backstage/plugin-scaffolder-node';
import { JsonObject } from '@backstage/types';

/** Remembers across restarts what a task has done. */
export type Checkpoint = ActionContext<JsonObject>['checkpoint'];
