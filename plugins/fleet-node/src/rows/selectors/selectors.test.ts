import { matchesFieldSelector } from './matchesFieldSelector';
import { matchesLabelSelector } from './matchesLabelSelector';

const labels = { app: 'shop', 'example.org/tier': 'front' };

it.each([
  ['', true],
  ['app=shop', true],
  ['app == shop', true],
  ['app!=shop', false],
  ['other!=shop', true],
  ['app=shop,example.org/tier in (front, back)', true],
  ['example.org/tier in (back)', false],
  ['example.org/tier notin (back)', true],
  ['other notin (back)', true],
  ['app', true],
  ['!app', false],
  ['!other,app', true],
  ['other', false],
])('labels and the selector "%s"', (selector, expected) => {
  expect(matchesLabelSelector(selector, labels)).toBe(expected);
});

it.each([
  ['type=Warning', true],
  ['type!=Warning', false],
  ['involvedObject.kind=Order,type=Warning', true],
  ['involvedObject.kind==Challenge', false],
])('fields and the selector "%s"', (selector, expected) => {
  const event = { type: 'Warning', involvedObject: { kind: 'Order' } };
  expect(matchesFieldSelector(selector, event)).toBe(expected);
});
