/** What no run of the lab holds against the real thing, and why. */
const NOT_COMPARED = [
  [
    'Magnum 1.11 to 1.14, drivers for Cluster API, roles as since 2023.2',
    'the lab has Magnum 15 with its Heat driver; these rest on documentation and on recorded answers (`corpus/`)',
  ],
  [
    'Nova, Neutron, Glance, Cinder',
    'read-only calls for forms and checks; what stands in for them in the lab is no more real',
  ],
  [
    'GitHub: REST, git, webhooks',
    'there is no GitHub to run here; its tests hold the answers to the description that GitHub publishes (`@octokit/openapi`), and git is the real one',
  ],
  [
    'GitHub Actions: workflows, runs, jobs, logs',
    'GitHub runs them and nobody else; the runs API is checked like the rest of REST',
  ],
  [
    'Actions Runner Controller 0.14.2',
    'it cannot be built from Go modules; the shapes of its objects are checked against recorded ones (`lab/samples/arc-0.14.2`), their lifecycles are not',
  ],
  [
    'cert-manager: Certificate to Challenge, issuers',
    'the real one in the lab is for the plugins that read it; the shapes of its objects are recorded (`lab/samples/cert-manager-1.21.1`)',
  ],
  [
    'Ingress and proxy, DNS',
    'the lab has no ingress controller: its Ingresses never get an address',
  ],
  [
    'Workloads: Deployment to Pod, probes, logs',
    'the pods of the lab are made up (kwok) and run nothing',
  ],
];

/**
 * The report of a lab run: each case of the contract tests, what the real
 * component and the sandbox answered, and the verdict.
 */
export function renderConformance(sections) {
  const lines = [
    '# Conformance of the sandbox',
    '',
    'Written by `npm run test:lab`, which runs the same tests against the real component and against the sandbox. The tests say what the real component does: "as asserted" means that this side does so.',
    'The verdict is "same", "different", or "not compared" where one side did not run the case.',
  ];
  for (const { title, real, reports } of sections) {
    const rows = compare(reports);
    lines.push(
      '',
      `## ${title}`,
      '',
      `Compared with ${real}: ${summary(rows)}.`,
      '',
      `| case | ${real} | sandbox | verdict |`,
      '| --- | --- | --- | --- |',
      ...rows.map(row =>
        tableRow([
          escape(row.name),
          row.realStatus,
          row.sandboxStatus,
          row.verdict,
        ]),
      ),
    );
  }
  lines.push(
    '',
    '## Not compared',
    '',
    'The rest of the sandbox stands in for things that the lab cannot run. Its tests rest on documentation, published descriptions and recorded objects.',
    '',
    '| what | why | verdict |',
    '| --- | --- | --- |',
    ...NOT_COMPARED.map(([what, why]) => tableRow([what, why, 'not compared'])),
  );
  return `${lines.join('\n')}\n`;
}

function tableRow(cells) {
  return `| ${cells.join(' | ')} |`;
}

/** Names of tests are text: nothing in them is markup. */
function escape(text) {
  return text.replace(/\s+/g, ' ').replace(/[\\`*_[\]<>|~]/g, '\\$&');
}

function summary(rows) {
  const count = verdict => rows.filter(row => row.verdict === verdict).length;
  const same = `${count('same')} of ${rows.length} cases the same`;
  const others = ['different', 'not compared']
    .filter(verdict => count(verdict) > 0)
    .map(verdict => `${count(verdict)} ${verdict}`);
  return [same, ...others].join(', ');
}

function compare({ real = [], sandbox = [] }) {
  const names = new Set([...real, ...sandbox].map(({ name }) => name));
  return [...names].sort().map(name => {
    const realStatus = statusOf(real, name);
    const sandboxStatus = statusOf(sandbox, name);
    const verdict = verdictOf(realStatus, sandboxStatus);
    return { name, realStatus, sandboxStatus, verdict };
  });
}

/** Several cases of one name are as good as the worst of them. */
function statusOf(cases, name) {
  const statuses = cases
    .filter(result => result.name === name)
    .map(({ status }) => status);
  if (statuses.includes('failed')) {
    return 'differs';
  }
  return statuses.includes('passed') ? 'as asserted' : 'not run';
}

function verdictOf(...statuses) {
  if (statuses.includes('not run')) {
    return 'not compared';
  }
  return statuses.includes('differs') ? 'different' : 'same';
}
