/** Offers what stands at an address as a file of this name (H5). */
export function saveAs(name: string, url: string): void {
  const link = document.createElement('a')
  link.href = url
  link.download = name
  document.body.append(link)
  link.click()
  link.remove()
}
