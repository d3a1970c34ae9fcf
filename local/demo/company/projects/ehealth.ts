import { story, task, type DemoProject } from '../project';

export const ehealth: DemoProject = {
  id: '10102',
  key: 'ZDR',
  name: 'Zdrovia: rejestracja online',
  description: 'Rejestracja wizyt i e-recepty dla pacjentów sieci Zdrovia.',
  gate: true,
  accountManager: 'zofia',
  productOwner: 'pawel',
  projectManager: 'joanna',
  team: ['michal', 'piotr', 'jakub', 'beata'],
  deals: ['ehealth'],
  versions: [['Pilotaż w dwóch placówkach', 60], ['Wdrożenie w sieci', 150]],
  epics: [
    {
      name: 'Przygotowanie',
      issues: [
        task('Warsztat z recepcją i lekarzami', 'done', 'pawel', -20),
        task('Mapa ścieżki pacjenta', 'done', 'jakub', -12),
        task('Ocena skutków dla ochrony danych', 'inReview', 'pawel', 4),
        task('Dostęp do środowiska testowego P1', 'inProgress', 'michal', 10),
        task('Plan testów pilotażu', 'inProgress', 'beata', 17),
      ],
    },
    {
      name: 'Wizyty',
      version: 0,
      issues: [
        story('Wybór lekarza i terminu', 'toDo', 'michal', 30),
        story('Przypomnienie SMS o wizycie', 'toDo', 'michal', 37),
        story('Odwołanie i przełożenie wizyty', 'toDo', undefined, 42),
        story('Kolejka oczekujących na wcześniejszy termin', 'toDo', undefined, 50),
        story('Widok recepcji', 'toDo', 'jakub', 45),
        story('Zgody pacjenta', 'toDo', undefined, 52),
      ],
    },
    {
      name: 'Recepty i wyniki',
      version: 1,
      issues: [
        story('Lista e-recept', 'toDo', undefined, 80),
        story('Integracja z P1', 'toDo', 'michal', 95),
        story('Powiadomienie o nowej recepcie', 'toDo'),
        story('Wyniki badań do pobrania', 'toDo'),
        story('Udostępnienie wyniku innemu lekarzowi', 'toDo'),
      ],
    },
    {
      name: 'Konto pacjenta',
      version: 1,
      issues: [
        story('Konto rodzinne', 'toDo'),
        story('Logowanie przez profil zaufany', 'toDo'),
        story('Płatność za wizytę prywatną', 'toDo'),
        story('Opinia po wizycie', 'toDo'),
      ],
    },
  ],
  descriptions: {
    3: 'Dokument dla inspektora ochrony danych: jakie dane zbieramy przy rejestracji, gdzie je trzymamy i kiedy usuwamy.',
    6: 'Pacjent wybiera specjalizację, placówkę i lekarza, a potem jeden z wolnych terminów. Bez zakładania konta.',
    13: 'Pobieranie i podgląd e-recept z systemu P1 w imieniu zalogowanego pacjenta.',
  },
  blockers: [[4, 13], [3, 11]],
  comments: [
    { issue: 3, by: 'pawel', day: -3, text: 'Inspektor ochrony danych Zdrovii prosi o opis, gdzie przechowujemy zgody. Uzupełniłem rozdział 4.' },
    { issue: 4, by: 'michal', day: -1, text: 'Wniosek o certyfikat złożony, Centrum e-Zdrowia odpowiada zwykle w dwa tygodnie.' },
    { issue: 1, by: 'joanna', day: -19, text: 'Najwięcej telefonów jest w poniedziałki między siódmą a dziewiątą. Od tego zaczniemy testy wydajności.' },
  ],
};
