/** Swedish words of the room `pages`. */
export const pages = {}
