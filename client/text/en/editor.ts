import type { editor as swedish } from '../sv/editor.ts'

/** English words of the room `editor`. */
export const editor: typeof swedish = {
  placeholder: 'Write here',
  hint: 'Tab moves in lists and tables. Press Esc and then Tab to leave the text, Alt+F10 for the toolbar.',

  toolbar: {
    name: 'Tools for the text',
    blockStyle: 'Paragraph style',
    bold: 'Bold',
    italic: 'Italic',
    bullet: 'Bulleted list',
    number: 'Numbered list',
    indent: 'Indent',
    outdent: 'Outdent',
    link: 'Link',
    footnote: 'Footnote',
    figure: 'Picture',
    table: 'Table',
    comment: 'Comment',
    undo: 'Undo',
    redo: 'Redo',
  },

  level: { 0: 'Text', 1: 'Subheading 1', 2: 'Subheading 2' },
  list: { bullet: 'Bulleted list', number: 'Numbered list' },
  listAtStep: (list, step) => `${list}, level ${step}`,
  on: look => `${look} on`,
  off: look => `${look} off`,
  undone: 'Undone',
  redone: 'Redone',

  tables: {
    insert: 'Insert table',
    addRowBefore: 'Insert row above',
    addRowAfter: 'Insert row below',
    addColumnBefore: 'Insert column to the left',
    addColumnAfter: 'Insert column to the right',
    deleteRow: 'Delete row',
    deleteColumn: 'Delete column',
    toggleHeaderRow: 'Header row',
    deleteTable: 'Delete table',
  },

  link: {
    title: 'Link',
    address: 'Address',
    help: 'A web address (https), an e-mail address or a telephone number.',
    notALink:
      'That cannot be linked to. Write an address that begins with https://, an e-mail address or a telephone number.',
    save: 'Save the link',
    remove: 'Remove the link',
    close: 'Cancel',
  },

  budgetFigure: {
    insert: 'Insert an amount from the budget',
    sums: {
      sought: 'Sought from Samordningsförbundet',
      own: 'Own financing',
      grand: 'Total cost',
    },
    inYear: year => `Sought for ${year}`,
    choice: (name, amount) => `${name}: ${amount}`,
    source: ', from the budget',
    noAmounts: '(no amount in the budget)',
    noYear: year => `(year ${year} is not in the budget)`,
  },

  figure: {
    caption: 'Write a caption',
    missingAlt: 'The picture has no description for those who do not see it.',
    writeAlt: 'Describe the picture',
    changeAlt: 'Change the description',
    title: 'Describe the picture',
    alt: 'What the picture shows',
    altHelp:
      'Read aloud to those who do not see the picture. Write what it is meant to say, not that it is a picture.',
    save: 'Save the description',
    close: 'Cancel',
    uploading: fileName => `Uploading ${fileName} …`,
    tooLarge: fileName =>
      `${fileName} is too large. A picture may be at most 10 MB. Make it smaller and try again.`,
    notAnImage: fileName =>
      `${fileName} is a kind of picture that cannot be used. Save it as PNG or JPEG and try again.`,
    notUploaded: (fileName, why) => `${fileName} did not come along. ${why}`,
    lost: count =>
      count === 1
        ? 'A picture did not come along. Copy it by itself and paste it, or add it as a file.'
        : `${count} pictures did not come along. Copy them one by one and paste them, or add them as files.`,
  },
}
