/**
 * Whether a value from outside has a shape of the contract (contract/shapes-first.ts, shapes-rest.ts): what is needed is there and is a list,
 * an object, text, a number as promised. Further fields and new words pass: a newer server may say more.
 * @param objects the table that numbers in `shape` point into
 * @param shape `s`, `n`, `b`; a number: the fields of an object; `[` before what a list holds; `~` before what may be null
 */
export function fits(objects: readonly string[], shape: string, value: unknown): boolean {
  const held = shape.slice(1)
  if (shape.startsWith('~')) return value === null || fits(objects, held, value)
  if (shape.startsWith('[')) return Array.isArray(value) && value.every((item) => fits(objects, held, item))
  const fields = objects[Number(shape)]
  if (fields === undefined) return (typeof value).startsWith(shape)
  return isObject(value) && fields.split(' ').every((field) => {
    const [name = '', inner = ''] = field.split(/\??:/)
    const part = value[name]
    return (part === undefined && field.includes('?')) || fits(objects, inner, part)
  })
}
const isObject = (value: unknown): value is Record<string, unknown> => Object(value) === value
