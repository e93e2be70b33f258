// Stands in for modules that a library brings and this app never uses (config/index.ts names them).
export default null
export const getFetch = null
