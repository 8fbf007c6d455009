/**
 * Tries an expectation until it holds, since a page follows a gesture a moment later.
 * @param within milliseconds after which the last failure is thrown
 */
export async function eventually(expectation: () => unknown, within = 8000): Promise<void> {
  const end = Date.now() + within;
  for (;;) {
    try {
      await expectation();
      return;
    } catch (error) {
      if (Date.now() > end) throw error;
      await new Promise(resolve => setTimeout(resolve, 40));
    }
  }
}
