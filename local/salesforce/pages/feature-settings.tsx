import type { OrgFeatures } from '../store/features';
import type { Language } from './language';

interface FeatureSettingsProps {
  readonly language: Language;
  readonly features: OrgFeatures;
}

/** What the org has, and what it lets the integration user do. */
export function FeatureSettings({ language: { texts }, features }: FeatureSettingsProps) {
  const files = [['on', texts.filesOn], ['readOnly', texts.filesReadOnly], ['off', texts.filesOff]] as const;
  return (
    <section aria-labelledby="features">
      <h2 id="features">{texts.features}</h2>
      <p class="quiet">{texts.featuresHint}</p>
      <form class="row" method="post" action="/setup/features">
        <label class="check"><input type="checkbox" name="contactRoles" value="1" checked={features.contactRoles} />{texts.hasContactRoles}</label>
        <label class="check"><input type="checkbox" name="restrictedRoles" value="1" checked={features.restrictedRoles} />{texts.restrictedRoles}</label>
        <label class="check"><input type="checkbox" name="editableDeals" value="1" checked={features.editableDeals} />{texts.editableDeals}</label>
        <label>{texts.hasFiles}<select name="files">{files.map(([value, label]) => <option value={value} selected={value === features.files}>{label}</option>)}</select></label>
        <button class="main" type="submit">{texts.save}</button>
      </form>
    </section>
  );
}
