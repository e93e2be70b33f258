/**
 * Plain DOM in place of @tarojs/components for jest. Taro's own H5 components are web components that submit on touch only and
 * hide their inputs from Testing Library. Events carry `detail` as on both targets; what Taro knows and the DOM does not is dropped.
 */
import { createContext, createElement, useContext, useRef, type ReactNode } from 'react'

type Handler = (event: unknown) => void
interface Props {
  [name: string]: unknown
  children?: ReactNode
}

const KEPT = /^(id|className|style|role|hidden|tabIndex|title|dangerouslySetInnerHTML|(aria|data)-.+|on(Click|TouchStart|TouchMove|TouchEnd|TouchCancel|KeyDown|TransitionEnd|AnimationEnd))$/

const isHandler = (value: unknown): value is Handler => typeof value === 'function'
const text = (value: unknown): string | undefined => (value === undefined || value === null ? undefined : String(value))

function domProps(props: Props): Record<string, unknown> {
  const kept = Object.entries(props).filter(([name]) => KEPT.test(name))
  const native = typeof props.nativeProps === 'object' ? props.nativeProps : {}
  return { ...Object.fromEntries(kept), ...native }
}

/** An event as Taro gives it: `detail` holds the value. */
function tell(handler: unknown, source: { target: unknown; currentTarget: unknown }, detail: object): void {
  if (!isHandler(handler)) return
  handler({ type: 'taro', detail, target: source.target, currentTarget: source.currentTarget, preventDefault: () => undefined, stopPropagation: () => undefined })
}

const box = (tag: string) =>
  function Box(props: Props) {
    return createElement(tag, domProps(props), props.children)
  }

export const View = box('div')
export const Text = box('span')
export const Label = (props: Props) => <label htmlFor={text(props.for)} {...domProps(props)}>{props.children}</label>
export const CoverView = View
export const Swiper = View
export const SwiperItem = View
export const MovableArea = View
export const MovableView = View
export const Canvas = box('canvas')
export const Camera = View
export const RootPortal = (props: Props) => <>{props.children}</>
export const Block = RootPortal
export const PageMeta = RootPortal
export const CustomWrapper = RootPortal
export const PageContainer = (props: Props) => (props.show ? <div {...domProps(props)}>{props.children}</div> : null)
export const WebView = (props: Props) => <iframe title="web-view" src={text(props.src)} />
export const RichText = (props: Props) => <div {...domProps(props)} dangerouslySetInnerHTML={{ __html: text(props.nodes) ?? '' }} />
export const Progress = (props: Props) => <div role="progressbar" aria-valuenow={Number(props.percent)} {...domProps(props)} />

export function ScrollView(props: Props) {
  const onScroll = (event: React.UIEvent<HTMLDivElement>) => {
    const { scrollTop, scrollHeight, clientHeight } = event.currentTarget
    tell(props.onScroll, event, { scrollTop, scrollHeight })
    if (scrollTop + clientHeight >= scrollHeight - Number(props.lowerThreshold ?? 50)) tell(props.onScrollToLower, event, { direction: 'bottom' })
  }
  return <div {...domProps(props)} onScroll={onScroll}>{props.children}</div>
}

export function Image(props: Props) {
  return <img alt="" src={text(props.src)} {...domProps(props)} onLoad={(e) => tell(props.onLoad, e, { width: 1, height: 1 })} onError={(e) => tell(props.onError, e, { errMsg: 'error' })} />
}
export const CoverImage = Image

function textProps(props: Props) {
  type Box = HTMLInputElement | HTMLTextAreaElement
  return {
    ...domProps(props),
    value: props.value === undefined ? undefined : (text(props.value) ?? ''),
    defaultValue: props.value === undefined ? text(props.defaultValue) : undefined,
    placeholder: text(props.placeholder),
    disabled: Boolean(props.disabled),
    name: text(props.name),
    maxLength: Number(props.maxlength ?? 140) < 0 ? undefined : Number(props.maxlength ?? 140),
    autoFocus: Boolean(props.focus || props.autoFocus),
    onChange: (e: React.ChangeEvent<Box>) => tell(props.onInput, e, { value: e.target.value, cursor: e.target.value.length }),
    onFocus: (e: React.FocusEvent<Box>) => tell(props.onFocus, e, { value: e.target.value, height: 0 }),
    onBlur: (e: React.FocusEvent<Box>) => tell(props.onBlur, e, { value: e.target.value }),
  }
}

export function Input(props: Props) {
  const onKeyDown = (e: React.KeyboardEvent<HTMLInputElement>) => {
    if (e.key === 'Enter') tell(props.onConfirm, e, { value: e.currentTarget.value })
  }
  return <input type={props.password ? 'password' : 'text'} {...textProps(props)} onKeyDown={onKeyDown} />
}
export const Textarea = (props: Props) => <textarea {...textProps(props)} />

export function Button(props: Props) {
  const type = props.formType === 'submit' || props.formType === 'reset' ? props.formType : 'button'
  return <button {...domProps(props)} type={type} disabled={Boolean(props.disabled)}>{props.children}</button>
}

export function Form(props: Props) {
  const onSubmit = (event: React.FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const value = Object.fromEntries([...event.currentTarget.querySelectorAll<HTMLInputElement>('[name]')].map((field) => [field.name, field.value]))
    tell(props.onSubmit, event, { value })
  }
  return <form {...domProps(props)} onSubmit={onSubmit} onReset={(e) => tell(props.onReset, e, {})}>{props.children}</form>
}

export function Switch(props: Props) {
  const checked = Boolean(props.checked)
  return <button {...domProps(props)} type="button" role="switch" aria-checked={checked} disabled={Boolean(props.disabled)} onClick={(e) => tell(props.onChange, e, { value: !checked })} />
}

/** mode=date is a date input; a selector is a select over `range`; both wrap the children that Taro shows. */
export function Picker(props: Props) {
  const range = Array.isArray(props.range) ? props.range : []
  const key = text(props.rangeKey)
  const label = (item: unknown): string => (key && typeof item === 'object' && item !== null ? String(Object.entries(item).find(([name]) => name === key)?.[1]) : String(item))
  if (props.mode === 'date' || props.mode === 'time') {
    return <label>{props.children}<input type={props.mode} value={text(props.value) ?? ''} min={text(props.start)} max={text(props.end)} onChange={(e) => tell(props.onChange, e, { value: e.target.value })} /></label>
  }
  return (
    <label>
      {props.children}
      <select value={text(props.value) ?? ''} disabled={Boolean(props.disabled)} onChange={(e) => tell(props.onChange, e, { value: Number(e.target.value) })}>
        <option value="" />
        {range.map((item, i) => <option key={i} value={i}>{label(item)}</option>)}
      </select>
    </label>
  )
}

const Group = createContext<{ name?: string; pick: (value: string, on: boolean, event: { target: unknown; currentTarget: unknown }) => void }>({ pick: () => undefined })

export function RadioGroup(props: Props) {
  const name = useRef(`radio-${Math.random()}`)
  return <Group.Provider value={{ name: name.current, pick: (value, _on, e) => tell(props.onChange, e, { value }) }}><div role="radiogroup" {...domProps(props)}>{props.children}</div></Group.Provider>
}
export function CheckboxGroup(props: Props) {
  const chosen = useRef(new Set<string>())
  const pick = (value: string, on: boolean, e: { target: unknown; currentTarget: unknown }) => {
    chosen.current[on ? 'add' : 'delete'](value)
    tell(props.onChange, e, { value: [...chosen.current] })
  }
  return <Group.Provider value={{ pick }}><div {...domProps(props)}>{props.children}</div></Group.Provider>
}
const tick = (type: 'radio' | 'checkbox') =>
  function Tick(props: Props) {
    const group = useContext(Group)
    const value = text(props.value) ?? ''
    return (
      <label {...domProps(props)}>
        <input type={type} name={group.name} value={value} defaultChecked={Boolean(props.checked)} disabled={Boolean(props.disabled)} onChange={(e) => group.pick(value, e.target.checked, e)} />
        {props.children}
      </label>
    )
  }
export const Radio = tick('radio')
export const Checkbox = tick('checkbox')

export function Slider(props: Props) {
  return <input type="range" {...domProps(props)} min={Number(props.min ?? 0)} max={Number(props.max ?? 100)} value={Number(props.value ?? 0)} onChange={(e) => tell(props.onChange, e, { value: Number(e.target.value) })} />
}
export const Navigator = (props: Props) => <a {...domProps(props)} href={text(props.url)}>{props.children}</a>
