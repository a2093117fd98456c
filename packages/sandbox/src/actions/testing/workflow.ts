/** A workflow file with one job of these steps (YAML, not indented). */
export function workflow(steps: string, more = ''): Record<string, string> {
  const indented = steps
    .trim()
    .split('\n')
    .map(line => `      ${line}`)
    .join('\n');
  return {
    '.github/workflows/test.yaml': `name: Test
on: [push, workflow_dispatch]
${more}
jobs:
  job:
    runs-on: arc-default
    steps:
${indented}
`,
  };
}
