// Python's standard library for the browser, with the modules that a program begins with compiled.
//
// The npm package holds them as text, and to compile them takes most of the time from the press on
// Run to the first output. The text stays beside: tracebacks show its lines. Run when the site is
// set up, in the folder with node_modules; writes python_stdlib.zip there.

import { readFileSync, writeFileSync } from "node:fs";
import { loadPyodide } from "pyodide";

const ARCHIVE = "python_stdlib.zip";

// Python loads some two hundred modules by itself; these and what they import come with programs.
const IMPORTED = "bisect, collections, contextlib, dataclasses, datetime, decimal, fractions, hashlib, heapq, hmac, json, random, sqlite3, statistics, string";

const COMPILE = `
import ${IMPORTED}
import py_compile, sys, zipfile

place = next(path for path in sys.path if path.endswith(".zip")) + "/"
origins = [getattr(module.__spec__, "origin", None) or "" for module in list(sys.modules.values())]
loaded = {origin.removeprefix(place) for origin in origins if origin.startswith(place)}

def compiled(name, text):
    with open("/module.py", "wb") as file:
        file.write(text)
    never_looked_at_again = py_compile.PycInvalidationMode.UNCHECKED_HASH
    py_compile.compile("/module.py", "/module.pyc", place + name, True, invalidation_mode=never_looked_at_again)
    with open("/module.pyc", "rb") as file:
        return file.read()

with zipfile.ZipFile("/given.zip") as given, zipfile.ZipFile("/made.zip", "w", zipfile.ZIP_DEFLATED, compresslevel=9) as made:
    for entry in given.infolist():
        text = given.read(entry)
        made.writestr(zipfile.ZipInfo(entry.filename), text, zipfile.ZIP_DEFLATED)
        if entry.filename in loaded:
            made.writestr(zipfile.ZipInfo(entry.filename + "c"), compiled(entry.filename, text), zipfile.ZIP_DEFLATED)
`;

const python = await loadPyodide();
python.FS.writeFile("/given.zip", readFileSync(new URL(`node_modules/pyodide/${ARCHIVE}`, import.meta.url)));
python.runPython(COMPILE);
writeFileSync(new URL(ARCHIVE, import.meta.url), python.FS.readFile("/made.zip"));
