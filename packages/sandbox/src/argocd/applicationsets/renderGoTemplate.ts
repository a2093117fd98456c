import { isTruthy, print } from './goFunctions';
import { GoExpression, GoExpressionOptions } from './GoExpression';

/**
 * Fills a Go template: fields, pipelines, functions, `if`/`else`/`end`. What
 * else the language has is refused as an unknown function is.
 */
export function renderGoTemplate(
  template: string,
  options: GoExpressionOptions,
): string {
  if (!template.includes('{{')) {
    return template;
  }
  const pieces = template
    .replace(/\s*\{\{-\s/g, '{{ ')
    .replace(/\s-\}\}\s*/g, ' }}')
    .split(/(\{\{[\s\S]*?\}\})/);
  let output = '';
  // One entry per open `if`: whether we are in the branch taken, and were in one.
  const branches: { active: boolean; taken: boolean }[] = [];
  const fail = (text: string): Error =>
    new Error(
      `failed to execute go template ${template}: template: :1: ${text}`,
    );
  const evaluate = (action: string) => {
    try {
      return new GoExpression(action, options).evaluate();
    } catch (error) {
      throw fail((error as Error).message);
    }
  };
  for (const piece of pieces) {
    const active = branches.every(branch => branch.active);
    const action = /^\{\{([\s\S]*)\}\}$/.exec(piece)?.[1].trim();
    if (action === undefined) {
      output += active ? piece : '';
      continue;
    }
    const [, keyword, condition = ''] =
      /^(if|else if|else|end)\b\s*(.*)$/s.exec(action) ?? [];
    const branch = branches.at(-1);
    if (keyword === 'if') {
      const holds = active && isTruthy(evaluate(condition));
      branches.push({ active: holds, taken: holds });
    } else if (keyword && !branch) {
      throw fail(`unexpected {{${keyword}}}`);
    } else if (keyword === 'end') {
      branches.pop();
    } else if (keyword) {
      const outer = branches.slice(0, -1).every(other => other.active);
      branch!.active =
        !branch!.taken &&
        outer &&
        (keyword === 'else' || isTruthy(evaluate(condition)));
      branch!.taken ||= branch!.active;
    } else if (active && !action.startsWith('/*')) {
      output += print(evaluate(action));
    }
  }
  if (branches.length > 0) {
    throw fail('unexpected EOF');
  }
  return output;
}
