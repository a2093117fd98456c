import { renderValue } from './renderValue';
import { ApplicationSet, Params } from './types';

const PARAMS: Params = {
  name: 'dev-1',
  server: 'https://dev',
  metadata: { labels: { 'slipway.dev/stage': 'nonprod' }, annotations: {} },
  path: {
    path: 'services/shop/dev',
    basename: 'dev',
    segments: ['services', 'shop', 'dev'],
  },
};

function render(text: string, spec: Partial<ApplicationSet['spec']>): string {
  return renderValue(text, PARAMS, spec as ApplicationSet['spec']);
}

describe('renderValue', () => {
  it.each([
    ['set-{{.name}}', 'set-dev-1'],
    ['{{ .name | upper | quote }}', '"DEV-1"'],
    ['{{ index .metadata.labels "slipway.dev/stage" }}', 'nonprod'],
    ['{{ index .path.segments 1 }}', 'shop'],
    ['{{ default "none" .missing }}', 'none'],
    ['{{ if eq .name "dev-1" }}yes{{ else }}no{{ end }}', 'yes'],
    ['{{ if eq .name "x" }}a{{ else if true }}b{{ else }}c{{ end }}', 'b'],
    ['{{ if .missing }}{{ if true }}a{{ end }}{{ else }}b{{ end }}', 'b'],
    ['a {{- " b " -}} c', 'a b c'],
    ['{{ printf "%s-%d" (trimPrefix "dev-" .name) 2 }}', '1-2'],
    ['{{ .missing }}', '<no value>'],
    ['{{/* note */}}x', 'x'],
  ])('fills the Go template %s', (template, expected) => {
    expect(render(template, { goTemplate: true })).toBe(expected);
  });

  it.each([
    [
      '{{ .missing.deep }}',
      'executing "" at <.missing.deep>: map has no entry for key "missing"',
    ],
    ['{{ env "HOME" }}', 'function "env" not defined'],
    ['{{ constructor "x" }}', 'function "constructor" not defined'],
    ['{{ if .name }}', 'unexpected EOF'],
    ['{{ end }}', 'unexpected {{end}}'],
    ['{{ (.name }}', 'unclosed left paren'],
  ])('refuses %s', (template, message) => {
    expect(() =>
      render(template, {
        goTemplate: true,
        goTemplateOptions: ['missingkey=error'],
      }),
    ).toThrow(message);
  });

  it.each([
    ['set-{{name}}', 'set-dev-1'],
    ['{{ metadata.labels.slipway.dev/stage }}', 'nonprod'],
    ['{{path}} {{path.basename}} {{path[1]}}', 'services/shop/dev dev shop'],
    ['{{unknown}}', '{{unknown}}'],
  ])('fills the simple template %s', (template, expected) => {
    expect(render(template, {})).toBe(expected);
  });

  it('fills keys and everything inside', () => {
    expect(
      renderValue(
        { '{{name}}': [{ a: '{{server}}', b: 1 }] },
        PARAMS,
        {} as ApplicationSet['spec'],
      ),
    ).toEqual({ 'dev-1': [{ a: 'https://dev', b: 1 }] });
  });
});
