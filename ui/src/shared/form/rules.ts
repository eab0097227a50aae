/** The server's rule for passwords, said before the click. */
export function passwordRule(password: string): string | null {
  return password.length < 10 ? "At least 10 characters." : password.length > 200 ? "At most 200 characters." : null;
}
