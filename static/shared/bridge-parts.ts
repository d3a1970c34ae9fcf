/**
 * The parts of `@forge/bridge` that screens use, which the build puts in its place: the package's index is CommonJS
 * that requires everything it has (feature flags, translations, object store), 14 KB gzip more than the issue panel can carry.
 * Screens import from `@forge/bridge`; a part that is missing here fails the build by name.
 */
export { invoke } from '../../node_modules/@forge/bridge/out/invoke/invoke';
export { router } from '../../node_modules/@forge/bridge/out/router/router';
export { view } from '../../node_modules/@forge/bridge/out/view/view';
