/**
 * Stands in for the client by which Atlaskit asks Statsig for unfinished features, which the build puts in its place:
 * every gate is closed and every experiment has its default, as in the released components. A screen of ours
 * asks no third party anything, and its bundle is 30 KB gzip lighter.
 */
const gates = {
  initializeCompleted: (): boolean => false,
  checkGate: (): boolean => false,
  getExperimentValue: <Value>(_experiment: string, _parameter: string, fallback: Value): Value => fallback,
};

// eslint-disable-next-line import-x/no-default-export -- so has the package that this stands for
export { gates as default };
