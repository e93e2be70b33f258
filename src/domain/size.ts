/** A number of bytes as a person says it: «120KB», «1.2MB». */
export const sizeZh = (bytes: number): string => (bytes < 1_048_576 ? `${Math.max(1, Math.round(bytes / 1024))}KB` : `${(bytes / 1_048_576).toFixed(1)}MB`)
