/**
 * The report of a lab run: each case of the contract tests, what the real
 * component and the sandbox answered, and the verdict.
 */
export function renderConformance(sections) {
  const lines = [
    '# Conformance of the sandbox',
    '',
    'Written by `npm run test:lab`, which runs the same tests against the real component and against the sandbox. A case that one side did not run is "not compared".',
  ];
  for (const { title, real, reports } of sections) {
    const rows = compare(reports);
    const same = rows.filter(row => row.verdict === 'same').length;
    lines.push(
      '',
      `## ${title}`,
      '',
      `Compared with ${real}: ${same} of ${rows.length} cases the same.`,
      '',
      `| case | ${real} | sandbox | verdict |`,
      '| --- | --- | --- | --- |',
      ...rows.map(
        ({ name, realStatus, sandboxStatus, verdict }) =>
          `| ${name.replaceAll(
            '|',
            '\\|',
          )} | ${realStatus} | ${sandboxStatus} | ${verdict} |`,
      ),
    );
  }
  return `${lines.join('\n')}\n`;
}

function compare({ real = [], sandbox = [] }) {
  const names = new Set([...real, ...sandbox].map(result => result.name));
  return [...names].sort().map(name => {
    const realStatus = statusOf(real, name);
    const sandboxStatus = statusOf(sandbox, name);
    return {
      name,
      realStatus,
      sandboxStatus,
      verdict: verdictOf(realStatus, sandboxStatus),
    };
  });
}

function statusOf(cases, name) {
  const status = cases.find(result => result.name === name)?.status;
  return { passed: 'as asserted', failed: 'differs' }[status] ?? 'not run';
}

function verdictOf(realStatus, sandboxStatus) {
  if (realStatus === 'not run' || sandboxStatus === 'not run') {
    return 'not compared';
  }
  return realStatus === sandboxStatus ? 'same' : 'different';
}
