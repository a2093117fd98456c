const IMAGE_LACKS =
  /does not have an? (kube_version|os_distro) property|does(n['’]t| not) contain os_distro field/i;
const IMAGE_MISSING =
  /\bimage\b(?:(?!\b(?:flavou?r|network|subnet|key ?pair|server|port|volume)\b)[^;\n]){0,200}? could not be found/i;

/** The image is missing, or lacks what the driver needs. */
export function isImageUnusable(text: string): boolean {
  return IMAGE_LACKS.test(text) || IMAGE_MISSING.test(text);
}
