/**
 * Version of what a document may hold: nodes, marks, attributes, roots and their shapes. Raised with every
 * addition. A client that knows an older one is closed with a reason when it joins, since the editor binding
 * deletes what its schema does not know.
 *
 * 1  2026-11: first.
 * 2  2026-11: the mark `comment`. Documents of 1 are opened as they are.
 * 3  2026-11: the section `budget`, and the node `budgetFigure`. The server gives older documents their rows.
 */
export const schemaVersion = 3
