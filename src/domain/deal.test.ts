import { reviewMapping, stageOf, suggestStage, type OrganisationStage } from './deal';

const stage = (apiName: string, changes: Partial<OrganisationStage> = {}): OrganisationStage => ({
  apiName,
  label: apiName,
  isActive: true,
  isClosed: false,
  isWon: false,
  probability: null,
  order: 1,
  ...changes,
});

it.each([
  ['Prospecting', 'open'],
  ['Qualification', 'open'],
  ['Needs Analysis', 'open'],
  ['Value Proposition', 'open'],
  ['Id. Decision Makers', 'open'],
  ['Perception Analysis', 'open'],
  ['Proposal/Price Quote', 'negotiation'],
  ['Negotiation/Review', 'negotiation'],
  ['Engaging', 'negotiation'],
  ['Verbal Commitment', 'internallyWon'],
  ['Internally Won', 'internallyWon'],
  ['Won (internal)', 'internallyWon'],
  ['Nowa', 'open'],
  ['Oferta wysłana', 'negotiation'],
  ['Negocjacje', 'negotiation'],
  ['Umowa u klienta', 'negotiation'],
  ['Wewnętrznie wygrana', 'internallyWon'],
  ['Wygrane wewnętrznie', 'internallyWon'],
  ['Won', 'won'],
  ['Lost', 'lost'],
  ['Wygrana', 'won'],
  ['Przegrana', 'lost'],
])('suggests for an open stage %s: %s', (name, suggestion) => {
  expect(suggestStage(stage(name))).toBe(suggestion);
});

it('believes what Salesforce says of a closed stage, whatever its name', () => {
  expect(suggestStage(stage('Lost and found', { isClosed: true, isWon: true }))).toBe('won');
  expect(suggestStage(stage('Won by others', { isClosed: true }))).toBe('lost');
});

it('goes by the label, too', () => {
  expect(suggestStage(stage('S40', { label: 'Negocjacje' }))).toBe('negotiation');
});

it('knows no stage that nobody mapped, whatever an object is born with', () => {
  expect(['New', 'constructor', 'toString', '__proto__'].map((stageName) => stageOf({ stageName }, { Won: 'won' }))).toEqual(Array<undefined>(4).fill(undefined));
});

it('tells unmapped stages in use from names that are gone', () => {
  const review = reviewMapping({ Won: 'won', Renamed: 'negotiation' }, [stage('Won'), stage('New'), stage('Old', { isActive: false })]);
  expect(review.unmapped.map(({ apiName }) => apiName)).toEqual(['New']);
  expect(review.vanished).toEqual(['Renamed']);
});
