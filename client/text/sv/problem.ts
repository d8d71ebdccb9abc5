/** What a refused or failed request means, and what to do. By the server's `kind`. */
export const problem = {
  malformedRequest: 'Det gick inte att tolka begäran. Kontrollera det du skrev och försök igen.',
  signedOut: 'Du är inte inloggad längre. Gå in igen; det du har skrivit ligger kvar på den här datorn.',
  mayNot: 'Du har inte rätt att göra det här.',
  foreignOrigin: 'Begäran kom inte från Samskrivs egna sidor och har avvisats.',
  unknownAddress: 'Sidan finns inte.',
  unknownApplication: 'Ansökan finns inte, eller så har du inte åtkomst till den.',
  unknownForm: 'Blanketten finns inte. Välj en annan.',
  unknownRescued: 'Texten är redan tillbakalagd eller borttagen.',
  unknownImage: 'Bilden finns inte.',
  unknownLine: 'Kontakten har brutits. Den tas upp igen av sig själv; det du har skrivit ligger kvar.',
  unknownMember: 'Personen har inte åtkomst längre.',
  unknownInvitation: 'Inbjudan finns inte längre: den är återkallad, använd eller för gammal.',
  unknownGuestLink: 'Gästlänken finns inte längre.',
  unknownRequest: 'Begäran är redan besvarad.',
  unknownSection: 'Avsnittet finns inte i den här blanketten.',
  unknownSession: 'Inloggningen är redan avslutad.',
  unknownPerson: 'Personen finns inte.',
  unknownOrganisation: 'Organisationen finns inte.',
  unknownThread: 'Kommentaren finns inte.',
  unknownPost: 'Svaret finns inte.',
  unknownVersion: 'Versionen finns inte.',
  unknownNotice: 'Notisen finns inte.',
  unknownRound: 'Remissen finns inte.',
  unknownReply: 'Svaret finns inte, eller får inte visas än.',
  unknownRemark: 'Synpunkten finns inte.',
  unknownAttachment: 'Bilagan finns inte.',
  unknownRecord: 'Filen finns inte.',
  roundOver: 'Remissen är avslutad. Det du har skrivit finns kvar, men svaret kan inte skickas i den.',
  roundsFull: 'Ansökan har så många remisser som det går att ha.',
  dayPassed: 'Svarsdatumet måste vara en dag efter i dag.',
  notAsked: 'Din organisation har inte fått den här remissen.',
  replyChanged:
    'En kollega har skickat ett svar medan du skrev. Läs det först, och ersätt det sedan om det behövs.',
  replySent: 'Svaret är redan skickat. Välj Ersätt svar om det behöver ändras.',
  replyLacks: 'Svaret saknar något. Välj ett ställningstagande, och skriv något i varje synpunkt.',
  attachmentsFull: 'Svaret har så många bilagor som det går att ha.',
  notAFile: 'Filen gick inte att läsa, eller är tom.',
  notAWorkbook:
    'Filen är ingen Excelfil av det slag som går att läsa (.xlsx). Öppna den i Excel eller LibreOffice, spara den som .xlsx och försök igen. Inget har ändrats.',
  lockedWorkbook:
    'Filen är skyddad med lösenord. Ta bort lösenordet i Excel, spara filen och försök igen. Inget har ändrats.',
  macroWorkbook:
    'Filen innehåller makron och läses därför inte. Spara den i Excel som en vanlig arbetsbok (.xlsx) och försök igen. Inget har ändrats.',
  largeWorkbook:
    'Filen är för stor, eller tog för lång tid att läsa. Spara bara budgetens blad i en egen fil och försök igen. Inget har ändrats.',
  damagedWorkbook:
    'Filen är skadad och gick inte att läsa. Öppna den i Excel, spara den på nytt och försök igen. Inget har ändrats.',
  noBudgetInWorkbook:
    'Det finns ingen budget i filen som går att känna igen. Den behöver ha samma rubriker som budgetmallen, och något belopp. Inget har ändrats.',
  notAWordFile:
    'Filen är ingen Wordfil av det slag som går att läsa (.docx). Öppna den i Word eller LibreOffice, spara den som .docx och försök igen. Inget har skapats.',
  lockedWordFile:
    'Filen är skyddad med lösenord. Ta bort lösenordet i Word, spara filen och försök igen. Inget har skapats.',
  macroWordFile:
    'Filen innehåller makron och läses därför inte. Spara den i Word som ett vanligt dokument (.docx) och försök igen. Inget har skapats.',
  largeWordFile:
    'Filen är för stor, eller tog för lång tid att läsa. Ta bort eller förminska stora bilder i Word, spara filen och försök igen. Inget har skapats.',
  damagedWordFile:
    'Filen är skadad och gick inte att läsa. Öppna den i Word, spara den på nytt och försök igen. Inget har skapats.',
  noFormInWordFile:
    'Ingen av blanketternas rubriker finns i filen. Välj vilken blankett den är skriven på, eller kontrollera att det är rätt fil. Inget har skapats.',
  wordBusy: 'Flera andra filer läses in just nu. Vänta en liten stund och försök igen. Inget har skapats.',
  notAllPlaced: 'Bestäm först vart all text ska som inte fick plats av sig själv. Inget har skapats.',
  notNewerForm: 'En ansökan kan bara flyttas till en nyare blankett än sin egen.',
  changedSince:
    'Någon har ändrat i ansökan sedan du öppnade förslaget. Gå igenom det på nytt, så att inget missas. Inget har skapats.',
  fileNotMade:
    'Filen kunde inte göras: ansökan har för mycket text eller för stora bilder. Hämta den som Word eller som en version med färre bilder, eller be om hjälp.',
  workbookBusy:
    'Flera andra filer läses in just nu. Vänta en liten stund och försök igen. Inget har ändrats.',
  otherBrowser:
    'Länken går bara att använda i den webbläsare där du bad om den. Öppna den där, eller be om en ny länk här.',
  linkOver: 'Länken går inte att använda längre: den är använd, för gammal eller ofullständig. Be om en ny.',
  otherPerson: 'Inbjudan är till någon annan än den som är inloggad här. Logga ut först, om den är till dig.',
  ownSignIn:
    'Din organisation har en egen inloggning. Gå in med den på startsidan, så har du åtkomst till ansökan.',
  signInFirst:
    'Du finns redan i Samskriv. Gå in på startsidan med din adress, och öppna sedan länken i inbjudan en gång till.',
  freshSignInNeeded:
    'För att ändra något här behöver du ha gått in den senaste halvtimmen. Gå in igen; det du har fyllt i står kvar.',
  addressTaken: 'Någon annan har redan den e-postadressen.',
  domainTaken: 'En annan organisation har redan den e-postdomänen.',
  noParty: 'E-postadressen hör inte till någon organisation här. Lägg först till domänen hos organisationen.',
  noOwnSignIn:
    'Organisationens egen inloggning är inte inställd. Be den som sköter Samskriv hos er att ställa in den först.',
  lastAdministrator: 'Någon måste vara administratör. Gör först någon annan till administratör.',
  lastOwner: 'Någon måste vara ansvarig för ansökan. Gör först någon annan ansvarig.',
  successorNeeded:
    'Personen är ensam ansvarig för någon ansökan. Välj vem som tar över, så kan personen sluta sedan.',
  accessFull: 'Fler än så får inte plats på den här ansökan. Ta bort någon som inte längre behöver åtkomst.',
  commentsFull:
    'Fler kommentarer får inte plats i den här ansökan. Det du skrev ligger kvar. Be den som är ansvarig att gå igenom och avsluta gamla trådar.',
  threadReleased:
    'Tråden var intern när du skrev, men syns nu för alla. Det du skrev har inte skickats, och ligger kvar. Läs igenom det och skicka det igen om alla får se det.',
  placeGone:
    'Stället som du ville kommentera finns inte längre. Det du skrev ligger kvar. Välj ett annat ställe.',
  damagedDocument:
    'Ansökan är stängd, för att filen där den ligger är skadad. Inget har skrivits över. Be den som sköter Samskriv hos er att återställa den.',
  damagedVersion:
    'Versionen går inte att läsa, för att filen där den ligger är skadad eller borta. Inget har skrivits över, och ansökan är hel. Be den som sköter Samskriv hos er att återställa filen.',
  versionsFull: 'Ansökan har så många versioner som det går att ha. Det går inte att spara fler.',
  sectionsClosed:
    'Versionen säger något annat i ett avsnitt som är stängt. Öppna avsnittet först, och återställ sedan.',
  lineEnded: 'Kontakten är avslutad. Ladda om sidan; det du har skrivit ligger kvar på den här datorn.',
  tooLarge: 'Det du skickade är för stort.',
  notAnImage: 'Filen gick inte att läsa som en bild. Använd PNG, JPEG, WebP eller GIF.',
  tooSlow: 'Det tog för lång tid att skicka. Kontrollera nätet och försök igen.',
  tooManyAttempts: 'Det har kommit för många försök härifrån. Vänta en minut och försök igen.',
  /** With how many minutes to wait. */
  tooManyAttemptsFor: (minutes: number) =>
    `Det har kommit för många försök härifrån. Vänta ${minutes === 1 ? 'en minut' : `${minutes} minuter`} och försök igen.`,
  tooManyLines: 'Du har Samskriv öppet på för många ställen. Stäng några flikar och försök igen.',
  diskFault:
    'Det gick inte att spara just nu: det är något fel med lagringen. Det du har skrivit ligger kvar här. Försök igen om en stund.',
  mailQueueFull:
    'Brevet kunde inte läggas i kö: för många brev väntar redan på att skickas. Försök igen om en stund. Hjälper det inte, säg till den som sköter Samskriv hos er.',
  serverFault: 'Något gick fel. Det du har skrivit ligger kvar. Försök igen om en stund.',
  noContact:
    'Ingen kontakt. Kontrollera nätverket och försök igen; det du har skrivit ligger kvar på den här datorn.',
}
