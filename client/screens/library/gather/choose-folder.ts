/** Has the person choose a folder. @returns its files, those in folders within it too; none where nothing was chosen */
export function chooseFolder(): Promise<readonly File[]> {
  const input = document.createElement('input');
  input.type = 'file';
  input.webkitdirectory = true;
  return new Promise(resolve => {
    input.addEventListener('change', () => resolve([...(input.files ?? [])]));
    input.addEventListener('cancel', () => resolve([]));
    input.click();
  });
}
