/** What a refused or failed request means, and what to do. By the server's `kind`. */
export const problem = {
  malformedRequest: 'Det gick inte att tolka begäran. Kontrollera det du skrev och försök igen.',
  signedOut: 'Du är inte inloggad längre. Gå in igen; det du har skrivit ligger kvar på den här datorn.',
  mayNot: 'Du har inte rätt att göra det här.',
  foreignOrigin: 'Begäran kom inte från Samskrivs egna sidor och har avvisats.',
  unknownAddress: 'Sidan finns inte.',
  unknownApplication: 'Ansökan finns inte, eller så har du inte tillgång till den.',
  unknownForm: 'Blanketten finns inte. Välj en annan.',
  unknownRescued: 'Texten är redan tillbakalagd eller borttagen.',
  unknownImage: 'Bilden finns inte.',
  unknownLine: 'Kontakten har brutits. Den tas upp igen av sig själv; det du har skrivit ligger kvar.',
  damagedDocument:
    'Ansökan är stängd, för att filen där den ligger är skadad. Inget har skrivits över. Be den som sköter Samskriv hos er att återställa den.',
  lineEnded: 'Kontakten är avslutad. Ladda om sidan; det du har skrivit ligger kvar på den här datorn.',
  tooLarge: 'Det du skickade är för stort.',
  notAnImage: 'Filen gick inte att läsa som en bild. Använd PNG, JPEG, WebP eller GIF.',
  tooSlow: 'Det tog för lång tid att skicka. Kontrollera nätet och försök igen.',
  tooManyAttempts: 'Det har kommit för många försök härifrån. Vänta en minut och försök igen.',
  tooManyLines: 'Du har Samskriv öppet på för många ställen. Stäng några flikar och försök igen.',
  diskFault:
    'Det gick inte att spara just nu: det är något fel med lagringen. Det du har skrivit ligger kvar här. Försök igen om en stund.',
  serverFault: 'Något gick fel. Det du har skrivit ligger kvar. Försök igen om en stund.',
  noContact:
    'Ingen kontakt. Kontrollera nätverket och försök igen; det du har skrivit ligger kvar på den här datorn.',
}
