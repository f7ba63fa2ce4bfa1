"""Keep the pictures as they are drawn now: `make pictures-accept`, then look at the diff.

Only what differs is written, so that a diff shows what changed; `--all` writes every one. Names
of screens take only those. Pictures of states that are gone are removed.
"""

import argparse
import os
import sys
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from tests.pictures.gallery import draw, every_name
from tests.pictures.references import FOLDER, Name, accept, compared
from ui.app.options import PICTURED

PIECE = 20
SAID = 60
"""So many names are printed; a diff shows the rest."""


def renew(names: list[Name], everything: bool) -> list[str]:
    """Draw some pictures and keep those that differ; gives the names of what was written."""
    existing = QApplication.instance()
    app = existing if isinstance(existing, QApplication) else QApplication(sys.argv[:1])
    qInstallMessageHandler(lambda *_: None)
    written = []
    for name in names:
        picture = draw(app, name)
        found = compared(name, picture)
        if everything or found is None or not found.holds:
            accept(name, picture)
            written.append(str(name))
    return written


def remove_gone(screens: list[str]) -> list[str]:
    """Delete references of states that nobody draws any more."""
    wanted = {name.path for name in every_name()}
    gone = [p for s in screens for p in sorted((FOLDER / s).glob("*.png")) if p not in wanted]
    for path in gone:
        path.unlink()
    return [f"{path.parent.name}/{path.name} (gone)" for path in gone]


def main() -> None:
    """Renew on as many processes as there are cores."""
    parser = argparse.ArgumentParser(prog="accept", description=__doc__)
    parser.add_argument("screens", nargs="*", help=" ".join(PICTURED))
    parser.add_argument("--all", action="store_true", dest="everything")
    args = parser.parse_args()
    screens = args.screens or list(PICTURED)
    names = [name for name in every_name() if name.screen in screens]
    pieces = [names[at : at + PIECE] for at in range(0, len(names), PIECE)]
    with ProcessPoolExecutor(os.cpu_count(), get_context("spawn")) as pool:
        done = pool.map(renew, pieces, [args.everything] * len(pieces))
        written = [name for piece in done for name in piece]
    for name in (*written[:SAID], *remove_gone(screens)):
        print(name)
    print(f"{len(written)} of {len(names)} pictures written")


if __name__ == "__main__":
    main()
