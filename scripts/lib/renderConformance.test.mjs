import assert from 'node:assert/strict';
import { test } from 'node:test';
import { renderConformance } from './renderConformance.mjs';

const passed = name => ({ name, status: 'passed' });
const failed = name => ({ name, status: 'failed' });

const render = reports =>
  renderConformance([{ title: 'Kubernetes API', real: 'Real 1.2.3', reports }]);

const rowOf = (text, name) =>
  text.split('\n').find(line => line.startsWith(`| ${name} |`));

test('a case that both sides pass is the same', () => {
  const text = render({ real: [passed('a')], sandbox: [passed('a')] });
  assert.equal(rowOf(text, 'a'), '| a | as asserted | as asserted | same |');
  assert.match(text, /Compared with Real 1\.2\.3: 1 of 1 cases the same\.\n/);
});

test('a case that fails on one side or both is no agreement', () => {
  const text = render({
    real: [passed('a'), failed('b'), failed('c')],
    sandbox: [failed('a'), passed('b'), failed('c')],
  });
  assert.match(rowOf(text, 'a'), /as asserted \| differs \| different/);
  assert.match(rowOf(text, 'b'), /differs \| as asserted \| different/);
  assert.match(rowOf(text, 'c'), /differs \| differs \| different/);
  assert.match(text, /0 of 3 cases the same, 3 different\./);
});

test('a case that one side did not run is not compared', () => {
  const text = render({
    real: [passed('a'), { name: 'b', status: 'pending' }],
    sandbox: [passed('b')],
  });
  assert.match(rowOf(text, 'a'), /as asserted \| not run \| not compared/);
  assert.match(rowOf(text, 'b'), /not run \| as asserted \| not compared/);
  assert.match(text, /0 of 2 cases the same, 2 not compared\./);
});

test('a side without a report has run nothing', () => {
  assert.match(rowOf(render({ real: [passed('a')] }), 'a'), /not compared/);
});

test('of several cases with one name the worst counts', () => {
  const text = render({
    real: [passed('a'), passed('a')],
    sandbox: [passed('a'), failed('a')],
  });
  assert.match(text, /0 of 1 cases the same, 1 different\./);
});

test('cases are in order and their names are no markup', () => {
  const text = render({
    real: [passed('b'), passed('a|b *c*\n<d>[0]')],
    sandbox: [],
  });
  const rows = text.split('\n').filter(line => line.includes('as asserted |'));
  assert.deepEqual(
    rows.map(row => row.slice(0, row.indexOf(' | as'))),
    ['| a\\|b \\*c\\* \\<d\\>\\[0\\]', '| b'],
  );
});

test('it says what the lab does not have', () => {
  const text = renderConformance([]);
  for (const name of ['GitHub', 'Actions Runner Controller', 'cert-manager']) {
    assert.match(text, new RegExp(`\\| ${name}.* \\| not compared \\|`));
  }
});
