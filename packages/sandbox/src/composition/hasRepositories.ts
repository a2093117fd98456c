import fs from 'node:fs';
import { StateFolder } from '../state/StateFolder';

/** Whether somebody has made a repository, besides the platform's own. */
export function hasRepositories(state: StateFolder): boolean {
  const facts = state.folder('github', 'repositories', 'facts');
  return fs.readdirSync(facts).length > 1;
}
