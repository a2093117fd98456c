const HTML_NAMES: Record<string, string> = {
  '"': '&quot;',
  "'": '&apos;',
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
};

/**
 * Finds a secret in a text in all the ways in which it may have got there:
 * plain, as base64, and escaped for JSON (also again inside of JSON, and as
 * Python does it), for URLs and for HTML, or some of it.
 */
export function spellingsOf(secret: string): RegExp {
  const base64 = Buffer.from(secret).toString('base64').replace(/=+$/, '');
  const spelt = [...secret].map(spellingsOfCharacter).join('');
  return new RegExp(`${spelt}|${quote(base64)}=*`, 'gi');
}

function spellingsOfCharacter(character: string): string {
  if (/[a-z0-9]/i.test(character)) {
    return character;
  }
  const point = character.codePointAt(0)!;
  const units = character.split('').map(unit => unit.charCodeAt(0));
  const bytes = [...Buffer.from(character)];
  const spellings = [
    ...(character === '\\' ? ['\\\\+'] : [`\\\\*${quote(character)}`]),
    units.map(unit => `\\\\+u${hex(unit, 4)}`).join(''),
    bytes.map(byte => `%${hex(byte, 2)}`).join(''),
    `&#0*${point};`,
    `&#x0*${point.toString(16)};`,
    ...(character === ' ' ? ['\\+'] : []),
    ...(HTML_NAMES[character] ? [HTML_NAMES[character]] : []),
  ];
  return `(?:${spellings.join('|')})`;
}

function hex(value: number, digits: number): string {
  return value.toString(16).padStart(digits, '0');
}

function quote(text: string): string {
  return text.replace(/[^a-z0-9]/gi, '\\$&');
}
