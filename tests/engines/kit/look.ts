/** Runs in the page (so: no library function that Chrome 73 lacks, no helper from outside). What it finds is the last that can be seen: pages below stay in the document. */
export const look = `(() => {
  const roles = {
    button: 'button, taro-button-core, [role=button]', link: 'a[href], [role=link]', checkbox: '[role=checkbox]', radio: '[role=radio]', switch: '[role=switch]',
    heading: 'h1, [role=heading]', img: 'img, [role=img]', field: 'input, textarea', dialog: '[role=dialog]',
  }
  const text = (element) => (element.textContent || '').replace(/\\s+/g, ' ').trim()
  const nameOf = (element) => {
    const label = element.getAttribute('aria-label') || element.getAttribute('alt')
    if (label) return label.replace(/\\s+/g, ' ').trim()
    const by = element.getAttribute('aria-labelledby')
    if (by) return by.split(' ').map((id) => document.getElementById(id)).filter(Boolean).map(text).join(' ')
    return text(element)
  }
  const shown = (element) => {
    if (element.getClientRects().length === 0) return false
    for (let at = element; at; at = at.parentElement) if (getComputedStyle(at).visibility === 'hidden') return false
    return true
  }
  const fits = (name, wanted) => (wanted.pattern !== undefined ? new RegExp(wanted.pattern).test(name) : name === wanted.is)
  const last = (list) => list[list.length - 1]
  const all = (role) => Array.from(document.querySelectorAll(roles[role])).filter(shown)
  const find = (role, wanted) => {
    const there = all(role)
    return last(there.filter((element) => fits(nameOf(element), wanted))) || (wanted.is !== undefined && role !== 'field' && role !== 'heading' ? last(there.filter((element) => nameOf(element).indexOf(wanted.is) === 0)) : undefined)
  }
  const words = (wanted) => Array.from(document.body.querySelectorAll('*')).some((element) => shown(element) && element.children.length < 4 && (wanted.pattern !== undefined ? new RegExp(wanted.pattern).test(text(element)) : text(element).indexOf(wanted.is) >= 0))
  const box = (element) => { const { left, top, width, height } = element.getBoundingClientRect(); return { x: left, y: top, width, height } }
  const still = async (element) => {
    element.scrollIntoView({ block: 'center' })
    for (let before = box(element); ; ) {
      await new Promise((resolve) => setTimeout(resolve, 60))
      const now = box(element)
      if (now.x === before.x && now.y === before.y) return now
      before = now
    }
  }
  // A mouse goes where the element stood when it was asked for: what has moved meanwhile lets nothing of it through to what lies there now.
  let aim = null
  for (const kind of ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click']) addEventListener(kind, (event) => {
    if (!aim) return
    if (!aim.element.contains(event.target)) aim.beside = true
    if (aim.beside) { event.stopImmediatePropagation(); event.preventDefault() }
    if (kind === 'click') { aim.done(!aim.beside); aim = null }
  }, true)
  const point = async (role, wanted) => {
    const element = find(role, wanted)
    if (!element) return null
    const place = await still(element)
    const at = [place.x + place.width / 2, place.y + place.height / 2]
    if (!element.contains(document.elementFromPoint(at[0], at[1]))) return null
    window.__met = new Promise((done) => { aim = { element, done } })
    return at
  }
  /** Whether the tap at the last point has met its element. */
  const met = () => Promise.race([window.__met, new Promise((done) => setTimeout(done, 2000, false))]).then((is) => { aim = null; return is })
  return window.__look = { find: (role, wanted) => Boolean(find(role, wanted)), words, point, met, state: (role, wanted, name) => { const element = find(role, wanted); return element ? element.getAttribute(name) : null },
    place: async (role, wanted) => { const element = find(role, wanted); return element ? still(element) : null },
    fill: (wanted, value) => {
      const field = find('field', wanted)
      if (!field) return false
      field.focus()
      const proto = field.tagName === 'TEXTAREA' ? HTMLTextAreaElement.prototype : HTMLInputElement.prototype
      Object.getOwnPropertyDescriptor(proto, 'value').set.call(field, value)
      field.dispatchEvent(new Event('input', { bubbles: true }))
      field.dispatchEvent(new Event('change', { bubbles: true }))
      return true
    },
    empty: (wanted) => { const field = find('field', wanted); if (!field) return false; field.focus(); field.select(); return document.activeElement === field },
    ink: (wanted) => { const field = find('field', wanted); return field ? getComputedStyle(field).color : null },
    value: (wanted) => { const field = find('field', wanted); return field ? field.value : null },
    image: (role, wanted) => { const element = find(role, wanted); return element ? (element.src || (element.querySelector('img') || {}).src || '') : '' },
    selected: () => String(getSelection()), screen: () => location.pathname + location.search + '\\n' + document.body.innerText.replace(/\\n+/g, '\\n').slice(0, 1500) }
})()`
