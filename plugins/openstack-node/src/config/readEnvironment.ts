import { CloudSettings, SaidSettings } from './CloudSettings';
import { settingNames, sharedSettings } from './settingNames';

/** What the `OS_*` variables say. */
export function readEnvironment(
  environment: Record<string, string | undefined>,
): SaidSettings {
  const settings: CloudSettings = {};
  for (const setting of sharedSettings) {
    // Scripts that set them leave those empty that do not apply.
    const value = environment[settingNames[setting].env]?.trim();
    if (value) {
      settings[setting] = value;
    }
  }
  return {
    settings,
    nameOf: setting =>
      setting === 'caData' ? setting : settingNames[setting].env,
  };
}
