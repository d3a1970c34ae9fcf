import { story, task, type DemoProject } from '../project';

export const configurator: DemoProject = {
  id: '10105',
  key: 'NORD',
  name: 'Nordhaus: konfigurator 3D',
  description: 'Konfigurator mebli dla klientów Nordhaus. Klient wybrał innego wykonawcę.',
  gate: true,
  accountManager: 'malgorzata',
  productOwner: 'pawel',
  projectManager: 'rafal',
  team: ['piotr', 'jakub'],
  deals: ['configurator'],
  versions: [],
  epics: [
    {
      name: 'Oferta',
      issues: [
        task('Warsztat w Hamburgu', 'done', 'pawel', -58),
        task('Próba wydajności grafiki 3D na telefonach', 'done', 'piotr', -40),
        task('Makieta konfiguratora', 'done', 'jakub', -34),
        task('Szacowanie do oferty', 'done', 'rafal', -30),
        task('Podsumowanie po przegranej ofercie', 'inProgress', 'pawel', 4),
      ],
    },
    {
      name: 'Konfigurator',
      issues: [
        story('Wybór materiału i koloru', 'toDo'),
        story('Wycena na bieżąco', 'toDo'),
        story('Zapis projektu klienta', 'toDo'),
        story('Podgląd w rozszerzonej rzeczywistości', 'toDo'),
        story('Zestawienie elementów dla fabryki', 'toDo'),
        story('Wymiary na zamówienie', 'toDo'),
        story('Udostępnienie projektu odnośnikiem', 'toDo'),
        story('Wersja niemiecka i duńska', 'toDo'),
      ],
    },
  ],
  descriptions: { 5: 'Co zadecydowało o wyborze innego wykonawcy i co zrobimy inaczej w następnej ofercie.' },
  blockers: [],
  comments: [
    { issue: 5, by: 'malgorzata', day: -4, text: 'Klient mówi, że zdecydował termin, nie cena. Wpiszmy to do podsumowania.' },
    { issue: 2, by: 'piotr', day: -39, text: 'Na telefonach sprzed czterech lat schodzimy do 20 klatek. Trzeba uprościć siatki modeli.' },
  ],
};
