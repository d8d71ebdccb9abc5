/** Swedish words of the room `problem`. */
export const problem = {}
