// Browsers have what the app needs; the twin fills the gaps of the mini-program.
export {}
