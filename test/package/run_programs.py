"""Runs converted programs in one process, for to load the library anew for each takes longer than all of them: FOLDER or FOLDER:ENVIRONMENT.

The working directory of the library is that of a process of its own, which it began with. So each program in turn is linked into one folder.
"""
import os
import runpy
import sys
from pathlib import Path

sys.dont_write_bytecode = True


def run(here: Path, program: Path, environment: list[str]) -> None:
    links = [here / entry.name for entry in program.iterdir() if entry.name != "dist"]
    for link in links:
        link.symlink_to(program / link.name)
    known = set(sys.modules)
    sys.argv = ["main.py", *environment]
    runpy.run_path("main.py", run_name="__main__")
    # The modules of the next program have the same names.
    for name in set(sys.modules) - known:
        if here in Path(getattr(sys.modules[name], "__file__", None) or "/").parents:
            del sys.modules[name]
    for link in links:
        link.unlink()
    dist = program.joinpath("dist", *environment)
    dist.parent.mkdir(exist_ok=True)
    (here / "dist").rename(dist)


def main(here: Path, programs: list[str]) -> None:
    os.chdir(here)
    sys.path.insert(0, str(here))
    for given in programs:
        folder, *environment = given.split(":")
        run(here, Path(folder), environment)


if __name__ == "__main__":
    main(Path(sys.argv[1]).resolve(), sys.argv[2:])
