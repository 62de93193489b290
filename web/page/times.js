// The date and the time, which ksb itself never asks for.

/** Today, as in 2026-01-31. */
export function today() {
  const date = new Date();
  const two = (number) => String(number).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/** The time, as in 2026-01-31T12:00:00Z. */
export const now = () => `${new Date().toISOString().slice(0, 19)}Z`;
