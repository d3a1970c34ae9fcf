import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ProcessorBuilder, ValidationTypes } from '@forge/manifest';
import type { Manifest } from './manifest-shape';

/**
 * Everything that @forge/manifest itself finds, offline. The screens need not be built for it: empty files stand in for them.
 * Translations are looked for from the working folder, which is the project's root.
 */
export async function forgeProblems(root: string, text: string, { resources }: Manifest): Promise<readonly string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'manifest-'));
  try {
    const file = join(folder, 'manifest.yml');
    writeFileSync(file, text);
    for (const part of ['src', 'locales']) symlinkSync(join(root, part), join(folder, part));
    for (const { path, entry } of resources) {
      mkdirSync(join(folder, path), { recursive: true });
      for (const page of Object.values(entry ?? {})) writeFileSync(join(folder, path, page), '');
    }
    const { success, errors = [] } = await ProcessorBuilder.instance().withValidation(ValidationTypes.FULL).build().process(file);
    const found = errors.filter(({ level }) => level === 'error').map(({ line, message }) => (line === undefined ? message : `line ${line}: ${message}`));
    return success || found.length > 0 ? found : ['@forge/manifest refuses the manifest and does not say why'];
  } finally {
    rmSync(folder, { recursive: true });
  }
}
