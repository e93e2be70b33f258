/**
 * A text field outside `src/ui` would escape its kind: no cleaner, and a limit that cuts what is pasted. `Field` and `TextArea` bring both,
 * and inside `src/ui` only they and the controls below them hold a native one.
 */
const message = 'Use Field with a kind, MoneyField, DateField or TextArea of @/ui: they clean what is pasted and leave it room.'

export const fieldRule = {
  meta: { type: 'problem', schema: [] },
  create: (context) => ({
    ImportSpecifier: ({ parent, imported }) => {
      if (parent.source.value === '@tarojs/components' && /^(Input|Textarea|Editor)$/.test(imported.name)) context.report({ node: imported, message })
    },
    JSXOpeningElement: (node) => {
      if (node.name.type === 'JSXIdentifier' && /^(input|textarea)$/.test(node.name.name)) context.report({ node, message })
    },
  }),
}
