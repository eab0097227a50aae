import { useCallback, useMemo, useState } from "react";

/** What is ticked in a draft: single files, and folders with all that is in them. */
export interface Selection {
  paths: ReadonlySet<string>;
  folders: ReadonlySet<string>;
  size: number;
  togglePath: (path: string) => void;
  toggleFolder: (folder: string) => void;
  all: (paths: string[], folders: string[]) => void;
  clear: () => void;
}

const NONE: ReadonlySet<string> = new Set();

export function useSelection(): Selection {
  const [paths, setPaths] = useState(NONE);
  const [folders, setFolders] = useState(NONE);
  const togglePath = useCallback((path: string) => setPaths((before) => toggled(before, path)), []);
  const toggleFolder = useCallback((folder: string) => setFolders((before) => toggled(before, folder)), []);
  const all = useCallback((allPaths: string[], allFolders: string[]) => {
    setPaths(new Set(allPaths));
    setFolders(new Set(allFolders));
  }, []);
  const clear = useCallback(() => {
    setPaths(NONE);
    setFolders(NONE);
  }, []);
  return useMemo(
    () => ({ paths, folders, size: paths.size + folders.size, togglePath, toggleFolder, all, clear }),
    [paths, folders, togglePath, toggleFolder, all, clear],
  );
}

function toggled(before: ReadonlySet<string>, one: string): ReadonlySet<string> {
  const after = new Set(before);
  if (!after.delete(one)) after.add(one);
  return after;
}
