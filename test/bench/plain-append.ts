import fs from 'node:fs';

/**
 * The least that keeps a line: it is appended to a file, and all that meet share one write and one sync.
 * @returns a function that takes a line and resolves when the line is on the disk
 */
export function plainAppend(file: string): (line: string) => Promise<void> {
  const fd = fs.openSync(file, 'a');
  let queue: { line: string; done: () => void }[] = [];
  let busy = false;
  const pump = () => {
    if (queue.length === 0) {
      busy = false;
      return;
    }
    const group = queue;
    queue = [];
    fs.write(fd, group.map(each => each.line).join(''), failed => {
      if (failed) throw failed;
      fs.fdatasync(fd, unsynced => {
        if (unsynced) throw unsynced;
        for (const { done } of group) done();
        setImmediate(pump);
      });
    });
  };
  return line =>
    new Promise(done => {
      queue.push({ line, done });
      if (busy) return;
      busy = true;
      setImmediate(pump);
    });
}
