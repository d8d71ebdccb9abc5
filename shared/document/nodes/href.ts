/** Longest target of a link, in UTF-16 units. */
const hrefMaxLength = 2000

/** True for what a link may point to: https, mailto or tel, without spaces and control characters. */
export function isHref(value: unknown): value is string {
  return (
    typeof value === 'string' &&
    value.length <= hrefMaxLength &&
    /^(?:https:\/\/|mailto:|tel:)[^\s\p{Cc}]+$/u.test(value)
  )
}
