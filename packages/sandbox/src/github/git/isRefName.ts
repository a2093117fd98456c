// The rules of git check-ref-format, and no leading dash: git would take it for an option.
const FORBIDDEN =
  // eslint-disable-next-line no-control-regex -- control characters are what it looks for
  /[\x00-\x20\x7f~^:?*[\\]|\.\.|@\{|\/\/|\/\.|^\.|^\/|^-|\/$|\.$|\.lock$|\.lock\/|^@$/;

/** Whether a branch or tag may have this name. */
export function isRefName(name: string): boolean {
  return name !== '' && name.length <= 244 && !FORBIDDEN.test(name);
}
