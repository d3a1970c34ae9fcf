/** Texts of the pages about clients, their people and their files, and of the org's features. */
export const clientFileEnglish = {
  accounts: 'Clients', noAccounts: 'There are no clients yet.', accountNotFound: 'There is no such client.', allAccounts: 'All clients', clientMerged: 'This client was merged into another.',
  accountFields: 'About the client', accountName: 'Name of the client', type: 'Type', industry: 'Industry', phone: 'Phone', website: 'Website', street: 'Street', city: 'City', postalCode: 'Postal code',
  country: 'Country', employees: 'Employees', description: 'Description',
  contacts: 'Contacts', noContacts: 'Nobody is known at this client.', addContact: 'Add a contact', firstName: 'First name', lastName: 'Last name', jobTitle: 'Job title', department: 'Department',
  email: 'E-mail', mobilePhone: 'Mobile phone', reportsTo: 'Reports to', left: 'left', markLeft: 'Has left: delete', markLeftHint: 'A contact who has left goes to the recycle bin; their roles on deals stay.',
  contactNotFound: 'There is no such contact.', fullName: 'Name', rolesOnDeals: 'Roles on deals', restoreContact: 'Restore',
  contactRoles: 'Contact roles', noRoles: 'Nobody has a role on this deal.', role: 'Role', primary: 'Primary', primaryYes: 'primary', makePrimary: 'Make primary', remove: 'Remove', contact: 'Contact',
  addRole: 'Add a role', noRole: 'without a role', nextStep: 'Next step', contactRoleOf: '{contact}: {action}',
  files: 'Files', noFiles: 'There are no files here.', fileTitle: 'Title', version: 'Version', size: 'Size', added: 'Added', upload: 'Upload', chooseFile: 'File', newVersionOf: 'As', newDocument: 'a new document',
  newVersion: 'new version of {title}', bytes: '{size} B', deleteFile: 'Delete {title}', fileNotFound: 'There is no such file.', fileTooLarge: 'Here a file may have at most 1 MB.', noFileChosen: 'No file was chosen.',
  features: 'What the org has', featuresHint: 'To see what the app does in an org that is set up otherwise.', hasContactRoles: 'Contact roles', hasFiles: 'Files for the integration user',
  filesOn: 'read and write', filesReadOnly: 'read only', filesOff: 'not visible', editableDeals: 'The integration user may change deals', restrictedRoles: 'Role takes only the values of its list',
  loseAnswer: 'carried out, then the connection cut', commitThenTimeout: 'carried out, then no answer', method: 'Of which kind', anyMethod: 'all requests', records: 'records (sobjects)', describeCalls: 'describe',
};

export const clientFilePolish: Readonly<Record<keyof typeof clientFileEnglish, string>> = {
  accounts: 'Klienci', noAccounts: 'Nie ma jeszcze żadnych klientów.', accountNotFound: 'Nie ma takiego klienta.', allAccounts: 'Wszyscy klienci', clientMerged: 'Tego klienta scalono z innym.',
  accountFields: 'O kliencie', accountName: 'Nazwa klienta', type: 'Typ', industry: 'Branża', phone: 'Telefon', website: 'Strona WWW', street: 'Ulica', city: 'Miasto', postalCode: 'Kod pocztowy',
  country: 'Kraj', employees: 'Liczba pracowników', description: 'Opis',
  contacts: 'Osoby kontaktowe', noContacts: 'U tego klienta nie znamy nikogo.', addContact: 'Dodaj osobę', firstName: 'Imię', lastName: 'Nazwisko', jobTitle: 'Stanowisko', department: 'Dział',
  email: 'E-mail', mobilePhone: 'Telefon komórkowy', reportsTo: 'Przełożony', left: 'odszedł/odeszła', markLeft: 'Już tam nie pracuje: usuń', markLeftHint: 'Osoba, która odeszła, trafia do kosza; jej role w szansach zostają.',
  contactNotFound: 'Nie ma takiej osoby.', fullName: 'Imię i nazwisko', rolesOnDeals: 'Role w szansach', restoreContact: 'Przywróć',
  contactRoles: 'Role osób kontaktowych', noRoles: 'Nikt nie ma roli w tej szansie.', role: 'Rola', primary: 'Główna', primaryYes: 'główna', makePrimary: 'Ustaw jako główną', remove: 'Usuń', contact: 'Osoba',
  addRole: 'Dodaj rolę', noRole: 'bez roli', nextStep: 'Następny krok', contactRoleOf: '{contact}: {action}',
  files: 'Pliki', noFiles: 'Nie ma tu żadnych plików.', fileTitle: 'Tytuł', version: 'Wersja', size: 'Rozmiar', added: 'Dodano', upload: 'Prześlij', chooseFile: 'Plik', newVersionOf: 'Jako', newDocument: 'nowy dokument',
  newVersion: 'nowa wersja: {title}', bytes: '{size} B', deleteFile: 'Usuń: {title}', fileNotFound: 'Nie ma takiego pliku.', fileTooLarge: 'Plik może mieć tutaj najwyżej 1 MB.', noFileChosen: 'Nie wybrano pliku.',
  features: 'Co jest w organizacji', featuresHint: 'Aby zobaczyć, co robi aplikacja w inaczej ustawionej organizacji.', hasContactRoles: 'Role osób kontaktowych', hasFiles: 'Pliki dla użytkownika integracji',
  filesOn: 'odczyt i zapis', filesReadOnly: 'tylko odczyt', filesOff: 'niewidoczne', editableDeals: 'Użytkownik integracji może zmieniać szanse', restrictedRoles: 'Rola przyjmuje tylko wartości z listy',
  loseAnswer: 'wykonane, po czym zerwane połączenie', commitThenTimeout: 'wykonane, po czym brak odpowiedzi', method: 'Jakie', anyMethod: 'wszystkie żądania', records: 'rekordy (sobjects)', describeCalls: 'describe',
};
